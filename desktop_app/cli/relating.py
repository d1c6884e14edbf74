"""related: reports of the same event in the archive, for one article or for all."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.cli.searching import articles_in_order
from desktop_app.core.archive import Archive, opened
from desktop_app.core.errors import UserError
from desktop_app.core.search import IndexDamaged

if TYPE_CHECKING:
    from desktop_app.core.search.related import Coverage


def related(options: Namespace) -> int:
    """Print the articles related to one; with --all a JSON line for each article of the archive, oldest first."""
    if options.all == (options.id is not None):
        raise UserError("usage", "Give either the id of an article or --all.")
    with opened(archive_folder(options)) as archive:
        coverage = _coverage(archive)
        if options.all:
            for kept in articles_in_order(archive, archive.articles.ids(order="oldest")):
                found = shapes.of_related(archive, coverage.related(kept.id, options.limit))
                output.result({"input": kept.original_name, "id": kept.id, **found})
            return 0
        found = shapes.of_related(archive, coverage.related(options.id, options.limit))
        if options.json:
            output.result(found)
        else:
            _print(archive, found)
    return 0


def _coverage(archive: Archive) -> "Coverage":
    """Return what is known of the articles, from an index that is up to date; a damaged one is built anew."""
    from desktop_app.core.search.index import catch_up, rebuild
    from desktop_app.core.search.related import Coverage

    catch_up(output.progress, archive)
    try:
        return Coverage(archive)
    except IndexDamaged:
        output.message("The search index was damaged and is being built anew.")
        rebuild(output.progress, archive)
        return Coverage(archive)


def _print(archive: Archive, found: shapes.Shape) -> None:
    """Print the related articles for people."""
    for hit, kept in zip(
        found["hits"], archive.articles.summaries([hit["id"] for hit in found["hits"]]), strict=True
    ):
        output.line(f"{kept.id}  {kept.heading}")
        output.line(f"    {kept.source or 'source unknown'} · {kept.published or 'date unknown'}")
        output.line(f"    {' · '.join(hit['reasons'])}")
    if not found["hits"]:
        output.line("No other article of the archive is about the same.")
