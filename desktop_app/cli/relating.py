"""related: reports of the same event as one article or as each, and what shares wording with one."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.cli.searching import articles_in_order
from desktop_app.core.archive import Archive, opened
from desktop_app.core.errors import UserError
from desktop_app.core.per_cent import per_cent
from desktop_app.core.search import IndexDamaged

if TYPE_CHECKING:
    from desktop_app.core.comparison.sharing import Sharing
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
        found = {
            **shapes.of_related(archive, coverage.related(options.id, options.limit)),
            "wording": shapes.of_wording(_sharing(archive, options.id)[: options.limit]),
        }
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


def _sharing(archive: Archive, id_: int) -> "list[Sharing]":
    """Return what shares wording with an article, once all articles are compared."""
    from desktop_app.core.comparison.sharing import sharing
    from desktop_app.core.importing import duplicates

    duplicates.catch_up(output.progress, archive)
    return sharing(output.progress, archive, id_)


def _print(archive: Archive, found: shapes.Shape) -> None:
    """Print the related articles, and those that share wording, for people."""
    _print_each(archive, [(hit["id"], " · ".join(hit["reasons"])) for hit in found["hits"]])
    if not found["hits"]:
        output.line("No other article of the archive is about the same.")
    if found["wording"]:
        output.line("\nShares wording:")
        _print_each(archive, [(each["id"], _how_much(each)) for each in found["wording"]])


def _print_each(archive: Archive, found: Sequence[tuple[int, str]]) -> None:
    """Print articles, each with why it is told."""
    for (_, why), kept in zip(found, archive.articles.summaries([id_ for id_, _ in found]), strict=True):
        output.line(f"{kept.id}  {kept.heading}")
        output.line(f"    {kept.source or 'source unknown'} · {kept.published or 'date unknown'}")
        output.line(f"    {why}")


def _how_much(wording: shapes.Shape) -> str:
    """Return in words how much wording an article shares."""
    count = len(wording["passages"])
    passages = "1 passage" if count == 1 else f"{count} passages"
    return f"{per_cent(wording['share'])} of this text, {per_cent(wording['of_theirs'])} of that, in {passages}"
