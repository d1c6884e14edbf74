"""The query language means tomorrow what it means today: each query of a list finds what the list says."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article
from desktop_app.core.progress import silent
from desktop_app.core.search import Finder, Found
from desktop_app.core.search.index import catch_up
from tests.core.search.conftest import article

GOLDEN = Path(__file__).parent / "golden"
TODAY = date(2017, 6, 2)


class Expected(NamedTuple):
    """A line of the list."""

    query: str
    articles: str
    suggestion: str | None


@pytest.fixture
def names(archive: Archive) -> dict[int, str]:
    """Fill the archive, the Orla Post in a collection; return the name of each article."""
    made = {name: _made(facts) for name, facts in json.loads((GOLDEN / "articles.json").read_text("utf-8")).items()}
    import_id = archive.imports.begin("golden")
    kept: dict[int, str] = {}
    for collection in ("Orla 2016", None):
        chosen = [name for name in made if (made[name].source == "Orla Post") == (collection is not None)]
        files = [ReadFile(f"/{name}", name, name.encode(), [made[name]]) for name in chosen]
        outcomes = archive.imports.add(import_id, files, collection)
        kept.update({outcome.article or 0: name for outcome, name in zip(outcomes, chosen, strict=True)})
    catch_up(silent, archive)
    return kept


def test_every_golden_query_finds_its_articles(archive: Archive, names: dict[int, str]) -> None:
    """Which articles, in which order where it matters, which of them lack a word, and what is suggested."""
    finder = Finder(archive.folder, today=lambda: TODAY)
    expected = list(_expected())
    wrong = []
    for line in expected:
        found = finder.find(line.query)
        given = [names[id_] for id_ in found.ids]
        if not _same(line.articles, given, found, names) or found.suggestion != line.suggestion:
            wrong.append((line, given, found.partial, found.suggestion))
    finder.close()
    assert wrong == []
    assert len(expected) >= 200


def _made(facts: Mapping[str, str]) -> Article:
    others = [(facts[role], role) for role in ("caption", "furniture") if role in facts]
    plain = {name: value for name, value in facts.items() if name not in ("body", "caption", "furniture")}
    return article(facts["body"], *others, **plain)


def _expected() -> Iterator[Expected]:
    for line in (GOLDEN / "queries.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            query, articles, *more = line.split("\t")
            yield Expected(query, articles, more[0].removeprefix("?") if more else None)


def _same(articles: str, given: list[str], found: Found, names: Mapping[int, str]) -> bool:
    """Compare one line with what was found."""
    if articles == "*":
        return sorted(given) == sorted(names.values()) and not found.partial
    complete, _, lacking = articles.partition("~")
    edge = len(given) - found.partial
    return _alike(complete, given[:edge]) and _alike(lacking, given[edge:])


def _alike(listed: str, given: list[str]) -> bool:
    if ">" in listed:
        return [name.strip() for name in listed.split(">")] == given
    return sorted(listed.replace("-", "").split()) == sorted(given)
