"""compare, export: articles laid side by side, and written to a file."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.cli.searching import Searching, articles_in_order
from desktop_app.core.archive import Archive, opened
from desktop_app.core.article import ArchivedArticle, Article
from desktop_app.core.errors import NotAvailableYet, UserError

if TYPE_CHECKING:
    from desktop_app.core.analysis.evidence import Evidence
    from desktop_app.core.export.typeset import Written
    from desktop_app.core.importing.reading import Original

MOST_COLUMNS = 6
Compared = Sequence[tuple[int | None, Article]]


def compare(options: Namespace) -> int:
    """Compare articles of the archive, or files; with --pairs a JSON line for each line of a file."""
    ways = [bool(options.ids), bool(options.files), bool(options.pairs)]
    if sum(ways) != 1:
        raise UserError("usage", "Give the ids of articles, or --files, or --pairs: one of the three.")
    if options.pairs:
        return _compare_pairs(options)
    if options.files:
        read = _read(options.files)
        articles: Compared = [(None, article) for path in options.files for article in _articles(path, read)]
        shape = _shape(articles, options)
    else:
        from desktop_app.core.analysis.keeping import evidence_of

        with opened(archive_folder(options)) as archive:
            kept = [archive.articles.get(id_) for id_ in options.ids]
            articles = [(article.id, article.article) for article in kept]
            shape = _shape(articles, options, None if options.only else evidence_of(archive, kept))
    if options.json:
        output.result(shape)
    else:
        _print(articles, shape)
    return 0


def _compare_pairs(options: Namespace) -> int:
    """Compare the files named in each line; 1 when one could not be read."""
    status = 0
    lines = options.pairs.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    pairs = [[Path(file.strip()) for file in line.split("\t", 1)] for line in lines]
    read = _read([path for pair in pairs for path in pair])
    for line, pair in zip(lines, pairs, strict=True):
        try:
            shape = _shape([(None, _articles(path, read)[0]) for path in pair], options)
        except UserError as error:
            shape = {"error": shapes.of_error(error)}
            status = 1
        output.result({"input": line, **shape})
    return status


def _read(paths: Sequence[Path]) -> dict[Path, "Original"]:
    """Read files, each once; of a bundle only the first member counts."""
    from desktop_app.core.importing.reading import read_files

    read: dict[Path, Original] = {}
    for original in read_files(dict.fromkeys(paths)):
        read.setdefault(original.path, original)
    return read


def _articles(path: Path, read: Mapping[Path, "Original"]) -> Sequence[Article]:
    """Return the articles in a file; raises UnreadableFile where there are none to be had."""
    if error := read[path].error:
        raise error
    return read[path].articles


def _shape(articles: Compared, options: Namespace, evidence: "Sequence[Evidence] | None" = None) -> shapes.Shape:
    from desktop_app.core.analysis.evidence import Evidence
    from desktop_app.core.comparison import compare as compare_articles

    if len(articles) < 2:
        raise UserError("usage", "There must be at least two articles to compare.")
    if options.only:
        evidence = [Evidence()] * len(articles)  # passages need none
    comparison = compare_articles([article for _, article in articles], evidence)
    return (shapes.of_passages if options.only else shapes.of_comparison)(articles, comparison)


def _print(articles: Compared, shape: shapes.Shape) -> None:
    """Print the rows of each kind for people, and the shared passages."""
    for index, (_, article) in enumerate(articles, 1):
        output.line(f"{index}  {article.title or 'no title'} · {article.source or 'source unknown'}")
    for kind in shapes.ROWS if "only_here" in shape else ():
        output.line(f"\n{len(shape[kind])} {kind}")
        for row in shape[kind]:
            output.line(f"\n{row['label']} ({row['mark']})")
            for index, cell in enumerate(row["cells"], 1):
                for place in cell:
                    output.line(f"{index}  {' '.join(place['text'].split())}")
    output.line(f"\n{len(shape['passages'])} shared passages")
    for passage in shape["passages"]:
        output.line()
        for span in passage["spans"]:
            text = articles[span["article"]][1].text[span["start"] : span["end"]]
            output.line(f"{span['article'] + 1}  {' '.join(text.split())}")


def export(options: Namespace) -> int:
    """Write articles or a comparison as a PDF."""
    ways = [bool(options.ids), options.search is not None, bool(options.comparison)]
    if sum(ways) != 1:
        raise UserError("usage", "Give the ids of articles, or --search, or --comparison: one of the three.")
    if options.as_csv or options.as_ris or options.as_html or isinstance(options.json, str):
        raise NotAvailableYet("Writing CSV, JSON, RIS and HTML")
    if not options.as_pdf:
        raise UserError("usage", "Say what to write and where: --pdf OUT.")
    if options.comparison:
        raise NotAvailableYet("Writing a saved comparison by its name")
    with opened(archive_folder(options)) as archive:
        written = _write(archive, options)
    if options.json:
        output.result(shapes.of_written(str(options.as_pdf), written))
    else:
        output.line(f"{options.as_pdf}: {written.pages} pages, {written.bytes:,} bytes")
        for note in written.notes:
            output.message(note)
    return 0


def _write(archive: Archive, options: Namespace) -> "Written":
    """Write two to six named articles as a comparison, anything else one after another."""
    from desktop_app.core.comparison import compare as compare_articles
    from desktop_app.core.export import dossier

    if options.search is not None:
        ids: Sequence[int] = Searching(archive).find(options.search).ids
        chosen: list[ArchivedArticle] = list(articles_in_order(archive, ids))
    else:
        chosen = [archive.articles.get(id_) for id_ in options.ids]
    if not chosen:
        raise UserError("nothing_found", "This query finds no articles, so nothing was written. Try another.")
    if options.search is None and 2 <= len(chosen) <= MOST_COLUMNS:
        comparison = compare_articles([kept.article for kept in chosen])
        return dossier.write_comparison(chosen, comparison, options.as_pdf, archive.name)
    return dossier.write_articles(chosen, options.as_pdf, archive.name)
