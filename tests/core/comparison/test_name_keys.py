"""What a name can be recognised by in another article."""

from dataclasses import replace

import pytest

from desktop_app.core.analysis.evidence import Mention, Name
from desktop_app.core.comparison import name_keys


def name(*spellings: str, kind: str = "person") -> Name:
    """Return a name with these mentions, called by the first."""
    mentions = tuple(Mention(10 * n, 10 * n + len(text), text) for n, text in enumerate(spellings))
    called = name_keys.without_title(spellings[0]) if kind == "person" else spellings[0]
    return Name(called, kind, mentions)  # type: ignore[arg-type]


def test_forms_are_without_titles() -> None:
    """General Gasri and Mr. Gasri are one spelling; a body keeps all its words."""
    assert name_keys.forms(name("General Omar Gasri", "Mr. Gasri", "GASRI")) == {
        "omar gasri": "Omar Gasri",
        "gasri": "Gasri",
    }
    assert name_keys.forms(name("State Council of Orla", kind="organisation")).keys() == {"state council of orla"}
    assert name_keys.without_title("Secretary of State Anna Orlan") == "Anna Orlan"
    assert name_keys.without_title("General") == "General"


@pytest.mark.parametrize(
    ("form", "kind", "enough"),
    [("Omar Gasri", "person", True), ("Gasri", "person", False), ("Sirte", "place", True), ("GNA", "other", True),
     ("Gasri", "other", False)],
)  # fmt: skip
def test_a_last_name_says_not_who(form: str, kind: str, enough: bool) -> None:
    """It is enough for a place or a body, and for initials."""
    assert name_keys.says_who(name(form, kind=kind), form) is enough


def test_titles_that_agree() -> None:
    """Nothing is known against a name without titles; a lady is not a president of the same name."""
    lady, president = name("First Lady Anna Velm"), replace(name("Velm"), roles=("President",))
    assert not name_keys.agree(lady, president)
    assert not name_keys.agree(name("Mr. Omar Velm"), name("Mrs. Velm"))
    assert name_keys.agree(name("Omar Velm"), president)


def test_bodies_that_every_country_has() -> None:
    """They are joined only where their country is the same."""
    assert name_keys.common("House of Representatives")
    assert name_keys.common("Supreme Court")
    assert not name_keys.common("Orla Council")
    assert not name_keys.common("Federal Reserve")


def test_the_country_an_article_speaks_of() -> None:
    """It is the one named most, whatever it is called."""
    names = [
        name("US", "US", kind="place"),
        name("Libya", kind="place"),
        name("Sirte", "Sirte", "Sirte", kind="place"),
    ]
    assert name_keys.country(names) == "United States"
    assert name_keys.country(names[2:]) is None


def test_label() -> None:
    """A full name goes before a short one, the more frequent before the rarer, whatever the order."""
    names = [name("Gasri"), name("Omar Gasri"), name("Omar Gasri"), name("Omar Ali Gasri")]
    assert name_keys.label(names) == name_keys.label(names[::-1]) == "Omar Gasri"
    assert name_keys.label([name("GNA"), name("GNA"), name("Accord of Orla")]) == "Accord of Orla"
