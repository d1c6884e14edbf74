"""analyse: what is marked in articles of the archive, or in files."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli import output, shapes
from desktop_app.cli.place import archive_folder
from desktop_app.core.archive import opened
from desktop_app.core.article import Article
from desktop_app.core.errors import UserError

if TYPE_CHECKING:  # no other command should wait for it
    from desktop_app.core.analysis.evidence import Evidence


def analyse(options: Namespace) -> int:
    """Print what is marked in each article; a number is the id of one. 1 when one could not be read."""
    ids = [int(each) for each in options.articles if each.isdecimal()]
    files = [Path(each) for each in options.articles if not each.isdecimal()]
    return max(_analyse_kept(options, ids) if ids else 0, _analyse_files(options, files))


def _analyse_kept(options: Namespace, ids: Sequence[int]) -> int:
    from desktop_app.core.analysis.keeping import evidence_of

    status = 0
    with opened(archive_folder(options)) as archive:
        for id_ in ids:
            try:
                kept = archive.articles.get(id_)
            except UserError as error:
                failure = {"id": id_, "error": shapes.of_error(error)}
                output.result(failure) if options.json else output.message(str(error))
                status = 1
                continue
            (evidence,) = evidence_of(archive, [kept])
            _print({"id": id_}, kept.article, evidence, as_json=options.json)
    return status


def _analyse_files(options: Namespace, files: Sequence[Path]) -> int:
    from desktop_app.core.analysis.reading import analyse as evidence_in
    from desktop_app.core.importing.reading import read_files

    status = 0
    for original in read_files(files) if files else ():
        if original.error:
            failure = shapes.of_failure(str(original.path), original.error)
            output.result(failure) if options.json else output.message(f"{original.place}: {original.error}")
            status = 1
        for article in original.articles:
            _print({"file": str(original.path)}, article, evidence_in(article), as_json=options.json)
    return status


def _print(of: shapes.Shape, article: Article, evidence: "Evidence", *, as_json: bool) -> None:
    """Print the evidence of an article, with what it is `of`."""
    if as_json:
        output.result({**of, **shapes.of_evidence(evidence)})
        return
    output.line(article.title or "no title")
    for kind, marks in (("quotation", evidence.quotations), ("figure", evidence.figures), ("date", evidence.dates)):
        for mark in marks:
            output.line(f"{kind:9}  {' '.join(article.text[mark.start : mark.end].split())}")
    for name in evidence.names:
        output.line(f"{'name':9}  {name.name} ×{len(name.mentions)}")
