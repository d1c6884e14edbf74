"""What is known of a source reaches each of its articles."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.rules import by_the_rules, in_order, relabelled
from desktop_app.core.article import Article, Part
from desktop_app.core.dates import doubt

MENU = "Sign up to our letter"


def article(text: str, *warnings: str, source: str | None = "Orla Post") -> Article:
    return Article(text, (Part(0, len(text), "body"),), source=source, warnings=warnings)


def test_blocks_and_dates_of_a_source(archive: Archive) -> None:
    """An article that comes in is given the roles and the order of dates its source is known by."""
    archive.db.execute("INSERT INTO cleaning_rules VALUES ('Orla Post', ?, 'furniture', 1)", [MENU])
    archive.db.execute("INSERT INTO date_orders VALUES ('Orla Post', 0)")
    found = by_the_rules(archive.db, article(MENU, doubt("03/04/2016")))
    assert (found.of("furniture"), found.published) == ([MENU], "2016-03-04")
    for source in ("Radio Tessin", None):
        other = article(MENU, doubt("03/04/2016"), source=source)
        assert by_the_rules(archive.db, other) == other


def test_a_longer_block_is_another_block() -> None:
    """A rule is about the whole block: a sentence that only contains the words stays."""
    assert relabelled(article(f"{MENU}, said the mayor."), {MENU: "furniture"}) is None


def test_a_known_date_is_not_read_again() -> None:
    """The order of dates settles doubts; it never overrides a date that is there."""
    dated = Article("Text.", (Part(0, 5, "body"),), published="2016", warnings=(doubt("03/04/2016"),))
    assert in_order(dated, day_first=True) == dated
