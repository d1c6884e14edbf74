"""What hangs on a verb begins at the right word."""

import pytest

from desktop_app.core.analysis.quotations.clauses import adjuncts, clause


def begins(scene) -> tuple[str, str] | None:
    """Return the first word of the clause on the first cue and the rule."""
    found = clause(scene.tokens, scene.cues[0], scene.words)
    return (scene.tokens[found[0]].key, found[1]) if found else None


@pytest.mark.parametrize(
    ("text", "word", "rule"),
    [
        ("Holm said that rain fell.", "rain", "X said that"),
        ("Holm said rain fell.", "rain", "X said …"),
        ("Holm said that was never so.", "that", "X said that"),
        ("Holm said on May 26, 2009, that rain fell.", "rain", "X said that"),
        ("Holm said on November 20 it was late.", "it", "X said …"),
        ("Holm said in a statement it was late.", "it", "X said …"),
        ("Holm told the Orla Post in Velmark that rain fell.", "rain", "X told somebody that"),
        ("Holm told her the rain was late.", "the", "X told somebody …"),
        ("Holm told reporters rain will fall.", "rain", "X told somebody …"),
        ("Holm claimed this week that rain fell.", "rain", "X claimed that"),
        ("Holm confirmed the farmers wanted a dam.", "the", "X confirmed …"),
        ("Holm asked the farmers if rain fell.", "rain", "X asked somebody that"),
        ("Holm urged farmers to leave.", "farmers", "X urged somebody to"),
        ("Holm vowed not to leave.", "not", "X vowed to"),
        ("Holm called it a bad day.", "it", "X called something …"),
        ("Holm accused the army of theft.", "the", "X accused somebody of"),
        ("Holm denied the report of a flood.", "the", "X denied something"),
        ("They left after his claim that rain fell.", "rain", "X’s claim that"),
    ],
)
def test_where_it_begins(read, text: str, word: str, rule: str) -> None:
    """Behind “that”, behind the hearer, or with the thing spoken of; the rule says which."""
    assert begins(read(text)) == (word, rule)


@pytest.mark.parametrize(
    "text", ["Holm said on Tuesday.", "Holm said no.", "Holm argued the case.", "Holm believes in it."]
)
def test_nothing_hangs_on_it(read, text: str) -> None:
    """A verb with only a time, a place or a thing reports no clause."""
    assert begins(read(text)) is None


def test_adjuncts_are_passed_over(read) -> None:
    """When, where and to whom something was said is not what was said."""
    scene = read("said again on Tuesday in an interview with the Orla Post that")
    assert adjuncts(scene.tokens, 1, scene.words) == len(scene.tokens) - 1
