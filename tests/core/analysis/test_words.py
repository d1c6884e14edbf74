"""Words are found in every script, and forms of one word are equal."""

import pytest

from desktop_app.core.analysis.words import fold, function_words, unspaced, words


def texts(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s boat isn't here.", ["The", "mayor’s", "boat", "isn't", "here"]),
        ("ارتفع نهرُ أورلا، أمس", ["ارتفع", "نهرُ", "أورلا", "أمس"]),
        ("奥拉河12米", ["奥", "拉", "河", "12", "米"]),
        ("नदी का पुल।", ["नदी", "का", "पुल"]),
        ("", []),
    ],
)
def test_words_of_every_script(text: str, expected: list[str]) -> None:
    """A vowel mark does not cut a word; characters of scripts without spaces are words of their own."""
    assert texts(text) == expected


def test_positions_count_in_the_whole_text() -> None:
    """Only the stretch asked for is read, but positions are those of the text."""
    found = words("one two three four", 4, 13)
    assert [(word.start, word.end) for word in found] == [(4, 7), (8, 13)]


def test_forms_of_one_word_are_equal() -> None:
    """Plural, possessive, case, accents and vowel points do not make another word."""
    keys = [word.key for word in words("bridge Bridges BRIDGE’S")]
    assert len(set(keys)) == 1
    assert fold("Señal") == fold("senal")
    assert fold("نَهْرُ") == fold("نهر") == fold("نهـــر")


def test_function_words_say_little() -> None:
    """Words without matter are known in several languages, words with matter are not among them."""
    plain = function_words()
    assert {"the", "und", "que", "في"} <= plain
    assert not {words("river")[0].key, words("flood")[0].key} & plain


def test_unspaced_characters() -> None:
    """Only a character of a script without spaces counts as one."""
    assert [unspaced(word) for word in words("河 a river")] == [True, False, False]
