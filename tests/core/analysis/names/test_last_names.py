"""A last name alone is the only person's who may have it, or nobody's."""

import pytest

from desktop_app.core.analysis.names.forms import Joins, forms_of
from desktop_app.core.analysis.names.found import found
from desktop_app.core.analysis.names.joining import joined
from desktop_app.core.analysis.names.kinds import kind_of
from desktop_app.core.analysis.names.last_names import join_last_names
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article, Part


def reasons(text: str) -> dict[str, str]:
    """Return why last names were joined in a text."""
    forms = forms_of(found(Article(text, (Part(0, len(text), "body"),)), sentences(text)))
    for form in forms.values():
        form.kind = kind_of(form.mentions, text, ())
    joins = Joins()
    join_last_names(forms, text, joins)
    assert joined(forms, text).reasons.keys() >= joins.reasons.keys()
    return joins.reasons


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Robert Orlan came. Then Orlan left.", "Orlan: the last name of Robert Orlan in the same article"),
        ("Omar al-Gasri came. Then Gasri left.", "Gasri: the last name of Omar al-Gasri in the same article"),
        ("Robert Orlan came. Then Robert left.", "Robert: the first name of Robert Orlan in the same article"),
        (
            "Omar al-Ghusri came. Then Al-Ghasri left.",
            "Al-Ghasri: sounds like the last name of Omar al-Ghusri in the same article",
        ),
        ("They took al-Velmi, then al-Vellmi.", "al-Velmi: sounds like al-Vellmi in the same article"),
        ("Then Mr. Orlan came, Mr. Robert Orlan.", "Orlan: the last name of Robert Orlan in the same article"),
    ],
)
def test_joined(text: str, reason: str) -> None:
    """The only person it may be is told, with the reason."""
    assert reason in reasons(text).values()


@pytest.mark.parametrize(
    "text",
    [
        "Robert Orlan came with Anna Orlan. Then Orlan left.",
        "Then President Velm came. His wife, Anna Velm, left.",
        "Then Mr. Velm came. Ms. Anna Velm left.",
        "Then President Velm came. Robert Velm Jr. left.",
        "His daughter Anna Velm came. Then Velm left.",
        "Robert Paris came. He likes Paris.",
        "The sea hit Banda Velm. They live in Velm.",
        "Tessin Orlan came. Then Tessin fell.",
        "Anna Putney came. Then Putin left.",
        "Omar Hussein came. Then Hassan left.",
    ],
)
def test_not_joined(text: str) -> None:
    """Of a family it is nobody's; a place is no last name; only Arabic names are told by their sound."""
    assert reasons(text) == {}
