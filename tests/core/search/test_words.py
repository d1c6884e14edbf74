"""Words are cut and folded so that what a reader takes for the same word is the same word."""

from itertools import product

import pytest

from desktop_app.core.search.words import fold, folded_words, plain_word, simpler, words, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge, Velmark’s pride.", "the bridge velmark pride"),
        ("al-Ghusri's", "al ghusri"),
        ("U.N. UN U.S.-led U.N.’s", "un un us led un"),
        ("It ended at 5 p.m.The end", "it ended at 5 pm the end"),
        ("1,400 1\u00a0400 1,400,000 3.5", "1400 1400 1400000 3.5"),
        ("12.06.2016 and 10,20", "12 06 2016 and 10 20"),
        ("F-16 20mm covid19 x_y", "f 16 20mm covid19 x y"),
        ("O’Brien OBRIEN don't Qur’an", "obrien obrien dont quran"),
        ("l’aéroport d'Orla dell’acqua", "l aeroport d orla dell acqua"),
        ("‘quoted’ 'tis rock ’n’ roll", "quoted tis rock n roll"),
        ("Straße Łódź Ørsted ﬁnal", "strasse lodz orsted final"),
        ("e\u0301te\u0301 soft\u00adhyphen", "ete softhyphen"),
        ("مُحَمَّد أحمد الـقاهرة إلى", "محمد احمد القاهره الي"),
        ("٢٠١٦", "2016"),
        ("שָׁלוֹם", "שלום"),
        ("北京 ナイ ไทย", "北 京 ナ イ ไ ท ย"),
        ("हिन्दी 한국어", "हिन्दी 한국어"),
        ("— … ’ - '' \x00", ""),
        ("Hawai\u02bci \u02bc and \u02bc\u02bc", "hawaii and"),
    ],
)
def test_words_of_a_text(text: str, expected: str) -> None:
    """Each kind of writing gives the words one would search for."""
    assert " ".join(word.folded for word in words(text)) == expected


def test_positions_are_of_the_original_text() -> None:
    """A word stands where it stands in the text, without its possessive and its full stops."""
    text = "« Été » at the U.N.’s café’s door"
    assert [text[word.start : word.end] for word in words(text)] == ["Été", "at", "the", "U.N", "café", "door"]


def test_plain_and_other_texts_are_cut_alike() -> None:
    """A curly quote somewhere in a text does not change how its other words are cut."""
    text = "Mr. J.K. O'Neil's 1,400 f-16s at 3.5% x_y can't www.a.b 12.3.4 it's ROCK 'n' a's b.c.d."
    assert list(words(text)) == list(words(f"{text} ’"))


def test_signs_around_a_word() -> None:
    """What is told quickly, a bare word between signs, is told as any other chunk is."""
    signs = ["", *".,;:!?\"()[]'`-_", "..", ".,", "',", "(“"]
    for before, word, after in product(signs, ("Orla", "a", "5", "1250", "b2B"), signs):
        chunk = before + word + after
        assert words_of(chunk) == words_of(f"{chunk}’"), chunk


@pytest.mark.parametrize(
    ("chunk", "expected"),
    [
        ("(Bridge),", "bridge"),
        ("“Bridge”", "bridge"),
        ("Orla's.", "orla"),
        ("Orla-Velmark’s", "Orla-Velmark’s"),
        ("third-quarter,", "third quarter"),
        ("a-'s", "a s"),
        ("b-a's", "b a"),
        ("U.N.'s", "un"),
        ("$1,400.50", "1400.50"),
        ("--", "--"),
        ("老桥", "老桥"),
    ],
)
def test_simpler_chunks(chunk: str, expected: str) -> None:
    """What is learnt of one word serves for all chunks it stands in, and what has no simpler ones stays whole."""
    assert simpler(chunk.encode()) == expected.encode().split()
    assert all(simpler(each) == [each] for each in simpler(chunk.encode()))


def test_every_word_has_letters() -> None:
    """Nothing is folded to an empty word, and positions ascend without overlap."""
    text = "".join(chr(code) for code in range(0x3000)) + " a".join(chr(code) for code in range(0x3000))
    end = 0
    for word in words(text):
        assert word.folded
        assert end <= word.start < word.end
        end = word.end


def test_fold_twice_is_fold_once() -> None:
    """What is folded stays as it is, so a stored word can be looked for again."""
    for text in ("ÉTÉ", "Straße", "İstanbul", "ﷺ", "Ǆ", "الـقاهرة"):
        assert fold(fold(text)) == fold(text)


def test_words_without_their_places_are_the_same_words() -> None:
    """The quick way to the words of a text leaves none out, and makes no others."""
    text = "U.N. men at Al-Baghla’s 1,400 tents\u00a0(café)\n\n l’aéroport 费尔马克 “الجسر القديم”."
    assert folded_words(text) == [word.folded for word in words(text)]


@pytest.mark.parametrize(
    "chunk", ["Bridge,", "“bridge”", "(bridge).", "O'Brien", "U.N.", "1,400", "2016", "...", "é", "well-known"]
)
def test_a_plain_word_is_the_only_word_there(chunk: str) -> None:
    """What is told quickly is what would be told slowly."""
    word = plain_word(chunk)
    assert word is None or [found.folded for found in words(chunk)] == [word]
    assert (word is not None) == (chunk in ("Bridge,", "“bridge”", "(bridge).", "2016"))
