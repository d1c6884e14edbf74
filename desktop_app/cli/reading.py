"""inspect, import, show: from files to articles."""

from argparse import Namespace
from typing import TYPE_CHECKING

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.core.archive import opened
from desktop_app.core.archive.articles import Selection
from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile

if TYPE_CHECKING:
    from desktop_app.core.importing.reading import Original


def inspect(options: Namespace) -> int:
    """Say what is in each file; 1 when one could not be read."""
    from desktop_app.core.importing.reading import read_files

    status, index, path = 0, 0, None
    for original in read_files(options.files):
        index, path = (index if original.path == path else 0), original.path
        if original.error:
            _print_failure(original, original.error, as_json=options.json)
            status = 1
        for article in original.articles:
            if options.json:
                member = {"member": original.member} if original.member else {}
                output.result({**shapes.of_article(article, str(path), index), **member})
            else:
                _print_article(article, original.place)
            index += 1
    return status


def _print_failure(original: "Original", error: UnreadableFile, *, as_json: bool) -> None:
    if not as_json:
        output.message(f"{original.place}: {error}")
        return
    member = {"member": original.member} if original.member else {}
    output.result({**shapes.of_failure(str(original.path), error), **member})


def import_(options: Namespace) -> int:
    """Take files and folders into the archive, making it when there is none; 1 when a file failed."""
    from desktop_app.core.importing.intake import import_paths

    folder = archive_folder(options)
    report = import_paths(output.progress, folder, options.paths, options.collection)
    with opened(folder) as archive:
        added = sorted(archive.articles.ids(Selection(imported_by=report.id)))
    failed = report.having("failed")
    if options.json:
        output.result(shapes.of_import(report, added))
    else:
        duplicates = len(report.having("duplicate"))
        output.line(f"{len(added)} articles added, {duplicates} duplicates, {len(failed)} files failed.")
        for file in failed:
            output.message(f"{file.file}: {file.message}")
    return 1 if failed else 0


def show(options: Namespace) -> int:
    """Print one article of the archive."""
    with opened(archive_folder(options)) as archive:
        kept = archive.articles.get(options.id)
        tags, note = archive.tags.of(options.id), archive.notes.of(options.id)
    if options.json:
        output.result(shapes.of_archived(kept, tags, note))
    else:
        _print_article(kept.article, kept.original_name)
        output.line("".join([f"Tags: {', '.join(tags)}\n" if tags else "", f"Note: {note}\n" if note else ""]))
    return 0


def _print_article(article: Article, name: str) -> None:
    """Print an article for people to read."""
    output.line(article.title or name)
    output.line(" · ".join([article.source or "source unknown", article.published or "date unknown", name]))
    if article.byline:
        output.line(article.byline)
    for warning in article.warnings:
        output.line(f"! {warning}")
    output.line(f"\n{article.body}\n")
