"""Sentences end where a reader would end them, in every script."""

import pytest

from desktop_app.core.analysis.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The Orla rose.", "Nobody was hurt."],
        ["Brig. Gen. Mara Tessin met Dr. J. Holm on Jan. 5 in St. Velmark.", "They left."],
        ["“Why now?” he asked.", "“Go!”", "She went."],
        ["It rose by 3.5 metres, see No. 7 of the list.", "They said no.", "Then it fell."],
        ["It is made in the U.S.", "The mayor said so."],
        ["The U.N. Council met."],
        ["هل عاد السكان؟", "لم يعودوا بعد.", "نعم!"],
        ["Wait… what?", "Nothing."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    """Abbreviations, initials, numbers and quotations do not end a sentence, and marks of other scripts do."""
    assert cut(" ".join(expected)) == expected


def test_scripts_without_spaces() -> None:
    """A Chinese full stop needs no space after it, and a closing quotation mark stays with its sentence."""
    assert cut("水位上升了。“我们来了！”没有人受伤。") == ["水位上升了。", "“我们来了！”", "没有人受伤。"]


def test_blank_line_ends_a_sentence() -> None:
    """A heading without a full stop is not run together with what follows."""
    assert cut("Flood in Velmark\n\nThe Orla rose.") == ["Flood in Velmark", "The Orla rose."]


@pytest.mark.parametrize("text", ["", "  \n ", "No end", "...", "a. b. C! 河。", "x" + "." * 300 + "y. Z"])
def test_nothing_is_lost(text: str) -> None:
    """Every character that is not space lies in exactly one sentence."""
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Am 5. Juni stieg der Fluss.",
        "Im 19. Jahrhundert stand die 3. Brücke hier.",
        "Das ist z. B. wahr.",
        "La Dra. Holm dijo que no.",
    ],
)
def test_full_stops_of_other_languages(text: str) -> None:
    """A German ordinal and an abbreviation, spaced or not, end no sentence."""
    assert cut(text) == [text]


def test_a_number_still_ends_a_sentence() -> None:
    """Only what stands around a number makes it an ordinal."""
    assert cut("The dam is 5. Then rain fell.") == ["The dam is 5.", "Then rain fell."]


def test_only_the_stretch_asked_for() -> None:
    """Positions count in the whole text, and what lies outside the stretch is not looked at."""
    text = "First. Second. Third."
    assert [text[a:b] for a, b in sentences(text, 7, 14)] == ["Second."]
