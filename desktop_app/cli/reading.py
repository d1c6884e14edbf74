"""inspect, import, show: from files to articles."""

from argparse import Namespace
from pathlib import Path

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.core.archive import opened
from desktop_app.core.archive.articles import Selection
from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile


def inspect(options: Namespace) -> int:
    """Say what is in each file; 1 when one could not be read."""
    return max([_inspect_file(file, as_json=options.json) for file in options.files])


def _inspect_file(file: Path, *, as_json: bool) -> int:
    from desktop_app.core.importing import read_file

    try:
        articles = read_file(file).articles
    except UnreadableFile as error:
        if as_json:
            output.result(shapes.of_failure(str(file), error))
        else:
            output.message(f"{file}: {error}")
        return 1
    for index, article in enumerate(articles):
        if as_json:
            output.result(shapes.of_article(article, str(file), index))
        else:
            _print_article(article, str(file))
    return 0


def import_(options: Namespace) -> int:
    """Take files and folders into the archive, making it when there is none; 1 when a file failed."""
    from desktop_app.core.importing import import_paths

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
    if options.json:
        output.result(shapes.of_archived(kept))
    else:
        _print_article(kept.article, kept.original_name)
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
