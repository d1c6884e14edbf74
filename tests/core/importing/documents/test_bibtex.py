"""BibTeX is read as loosely as it is written, and its letters become letters."""

import pytest

from desktop_app.core.importing.documents.bibtex import entries, plain


def test_values_in_all_their_forms() -> None:
    """Braces, quotation marks, numbers, months and joined strings."""
    text = """
    % bridges
    @string{op = "Orla Post"}
    @Comment{nothing}
    @article{marsh2024,
      Title = {Velmark opens {Second} bridge}, journal = op # { Weekly},
      note = "he said {"}yes{"}", year = 2024, month = may,
    }
    @misc(x, title = "Ferry")
    """
    first, second = entries(text)
    assert dict(first) == {
        "type": "article",
        "title": "Velmark opens {Second} bridge",
        "journal": "Orla Post Weekly",
        "note": 'he said {"}yes{"}',
        "year": "2024",
        "month": "5",
    }
    assert ("title", "Ferry") in second


def test_a_broken_entry_costs_only_itself() -> None:
    """An unclosed brace does not swallow the rest of the file."""
    found = [dict(entry) for entry in entries("@misc{a, title = {Lost\n@misc{b, title = {Found}}")]
    assert [entry["title"].strip() for entry in found] == ["Lost", "Found"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (r"R{\'e}yl, Tom{\'a}s", "Réyl, Tomás"),
        (r"M\"{u}ller and \o re", "Müller and øre"),
        (r"{\v{S}}koda, \c{c}a, {\ss}", "Škoda, ça, ß"),
        (r"Fish \& chips~--- 10\,\% of \emph{all} ``news''", "Fish & chips — 10 % of all “news”"),
        ("1999--2004", "1999–2004"),
    ],
)
def test_tex_becomes_text(value: str, said: str) -> None:
    """The user sees the letters that would be printed."""
    assert plain(value) == said
