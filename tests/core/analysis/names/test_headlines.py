"""Names where capitals do not tell them."""

from desktop_app.core.analysis.names.chunks import tokens
from desktop_app.core.analysis.names.headlines import names_in_headlines, names_without_capitals
from desktop_app.core.analysis.names.reading import Found


def test_names_of_the_text_and_of_every_reader() -> None:
    """The longest name is taken; short ones are words where everything is in capitals."""
    text = "OMAR GASRI TELLS US TO LEAVE LIBYA"
    known = [Found(90, 100, "Omar Gasri", ("omar", "gasri"))]
    line = tokens(text, 0, len(text), wrapped=False)
    assert [mention.name for mention in names_in_headlines([line], known, text)] == ["OMAR GASRI", "LIBYA"]


def test_known_names_in_other_scripts() -> None:
    """They are found as whole words where a script has them, and nothing is sought in Latin letters."""
    assert [mention.name for mention in names_without_capitals("مصر وتمصر")] == ["مصر"]
    assert not list(names_without_capitals("Égypte and Orla"))
