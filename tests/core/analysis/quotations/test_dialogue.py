"""Dashes of Spanish dialogue part what is said from who says it, and other dashes part nothing."""

import pytest

from desktop_app.core.analysis.quotations.dialogue import dialogue
from desktop_app.core.analysis.quotations.language import language


def said(text: str, code: str = "es") -> list[str]:
    words = language(code)
    assert words
    return [text[one.inner_start : one.inner_end] for one in dialogue(text, 0, len(text), words)]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("—El puente es seguro —dijo Holm.", ["El puente es seguro"]),
        ("—Es seguro —explicó Holm—. Nadie lo cerrará.", ["Es seguro", "Nadie lo cerrará."]),
        ("—¿Quién lo cerró? —preguntó Holm.", ["¿Quién lo cerró?"]),
    ],
)
def test_what_is_said(text: str, spoken: list[str]) -> None:
    """It begins with a dash and goes on behind the one that ends who says it."""
    assert said(text) == spoken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El puente —cerrado en abril— es seguro.", "es"),
        ("—El puente —cerrado en abril— es seguro.", "es"),
        ("— Primer punto", "es"),
        ("—The bridge is safe —dijo Holm.", "en"),
    ],
)
def test_no_dialogue(text: str, code: str) -> None:
    """A dash within a sentence, a list, and a language that writes no dialogue so."""
    assert said(text, code) == []
