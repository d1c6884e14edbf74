"""search: one query, or many in a file."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.core.archive import Archive, opened
from desktop_app.core.article import ArchivedArticle
from desktop_app.core.errors import UserError
from desktop_app.core.search import Finder, Found, IndexDamaged, ResultOrder
from desktop_app.core.search.generations import up_to_date

AT_ONCE = 500  # articles read at once


def search(options: Namespace) -> int:
    """Find articles; with --batch a JSON line for each line of a file."""
    if options.batch and options.query:
        raise UserError("usage", "Give either a query or --batch with a file of queries, not both.")
    folder = archive_folder(options)
    with opened(folder) as archive:
        searching = Searching(archive)
        if options.batch:
            for line in options.batch.read_text(encoding="utf-8-sig", errors="replace").splitlines():
                output.result({"input": line, **_shape(archive, searching.find(line, options.sort), options)})
            return 0
        found = searching.find(" ".join(options.query), options.sort)
        if options.json:
            output.result(_shape(archive, found, options))
        else:
            _print(archive, found, options)
    return 0


class Searching:
    """Searches an archive whose index is kept good: brought up to date first, rebuilt when it is damaged."""

    def __init__(self, archive: Archive) -> None:
        if not up_to_date(archive):
            from desktop_app.core.search.index import catch_up  # brings Whoosh in, which no search needs

            catch_up(output.progress, archive)
        self._archive = archive
        self._finder = Finder(archive.folder)

    def find(self, text: str, order: ResultOrder = "relevance") -> Found:
        """Return what a query finds."""
        try:
            return self._finder.find(text, order)
        except IndexDamaged:
            from desktop_app.core.search.index import rebuild

            self._finder.close()
            output.message("The search index was damaged and is being built anew.")
            rebuild(output.progress, self._archive)
            return self._finder.find(text, order)


def articles_in_order(archive: Archive, ids: Sequence[int]) -> Iterator[ArchivedArticle]:
    """Give articles by id, however many."""
    for start in range(0, len(ids), AT_ONCE):
        yield from archive.articles.many(ids[start : start + AT_ONCE])


def _shape(archive: Archive, found: Found, options: Namespace) -> shapes.Shape:
    return shapes.of_search(found, _page(archive, found, options), archive.facets.count(found.ids))


def _page(archive: Archive, found: Found, options: Namespace) -> list[ArchivedArticle]:
    ids = found.ids[options.offset : options.offset + options.limit]
    return list(articles_in_order(archive, ids))


def _print(archive: Archive, found: Found, options: Namespace) -> None:
    """Print the hits for people."""
    count = f"{len(found.ids)} article{'' if len(found.ids) == 1 else 's'}"
    output.line(f"{count} ({found.took_ms:.0f} ms) · {found.query.explanation}")
    for kept in _page(archive, found, options):
        hit = shapes.of_hit(kept, found)
        output.line()
        output.line(f"{kept.id}  {kept.heading}")
        output.line(f"    {hit['source'] or 'source unknown'} · {hit['published'] or 'date unknown'}")
        output.line("    " + "".join(f"[{run['text']}]" if run["hit"] else run["text"] for run in hit["snippet"]))
