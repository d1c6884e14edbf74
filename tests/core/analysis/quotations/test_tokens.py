"""Sentences fall into words that know what they do."""

from desktop_app.core.analysis.quotations.language import language
from desktop_app.core.analysis.quotations.marks import marked
from desktop_app.core.analysis.quotations.tokens import Token, tokens


def cut(text: str, code: str = "en") -> list[Token]:
    words = language(code)
    assert words
    return tokens(text, (0, len(text)), marked(text, 0, len(text)), words)


def test_a_quotation_is_one_token() -> None:
    """What somebody says is not taken for the reporter's own sentence."""
    found = cut("“We said no,” Mara Holm said.")
    assert [token.role for token in found] == ["quote", "word", "word", "word", "mark"]
    assert found[0].quote


def test_words_hold_together() -> None:
    """Initials, titles, names with articles, numbers and possessives are single words."""
    keys = [token.key for token in cut("Brig. Gen. J. al-Holm of the U.N.-backed voters’ party won 3.5 seats.")]
    assert keys == [
        "brig",
        "gen",
        "j",
        "al-holm",
        "of",
        "the",
        "u.n.-backed",
        "voters'",
        "party",
        "won",
        "3.5",
        "seats",
        ".",
    ]


def test_the_article_of_a_name_counts_as_a_capital() -> None:
    """“al-Holm” is a name although it begins with a small letter; “al-holm” is none."""
    assert [token.capital for token in cut("al-Holm and al-holm")] == [True, False, False]


def test_a_capital_makes_a_name_of_a_helping_verb() -> None:
    """Will Holm is a person, will fall is not, and at the head of a sentence nobody can tell."""
    assert [token.role for token in cut("So Will Holm will fall. Will it?")][1] == "word"
    assert [token.role for token in cut("So Will Holm will fall. Will it?")][3] == "finite"
    assert [token.role for token in cut("So Will Holm will fall. Will it?")][6] == "finite"


def test_french_words_are_cut_where_they_were_run_together() -> None:
    """The article before a vowel and the pronoun behind a verb are words of their own."""
    assert [token.key for token in cut("l’armée dit-elle", "fr")] == ["l'", "armée", "dit", "elle"]
    assert [token.key for token in cut("a-t-il", "fr")] == ["a", "il"]
    assert [token.key for token in cut("l’armée", "en")] == ["l'armée"]


def test_marks_of_other_scripts_count_as_ours() -> None:
    """An Arabic comma parts a sentence as ours does."""
    assert [token.key for token in cut("هولم،", "ar")] == ["هولم", ","]
