"""Do a little of everything with the sample articles, so that a bundle shows that nothing was left out of it."""

import importlib
import tempfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.archive import opened
from desktop_app.core.archive.schema import migrations
from desktop_app.core.errors import UserError
from desktop_app.core.progress import Progress
from desktop_app.core.work import in_process
from desktop_app.paths import font_folders, shipped

LIBRARIES = (
    "sqlite_utils", "whoosh", "trafilatura", "lxml.html", "charset_normalizer", "typst", "Stemmer", "platformdirs",
    "pypdfium2", "warcio", "numpy",
)  # fmt: skip
FOLDERS = ("icons", "samples", "help")


def run(report: Progress) -> list[str]:
    """Return a sentence for each thing that passed; raises UserError naming the first that did not."""
    passed = [_tried(sentence, step) for sentence, step in (
        ("Every library loads.", _libraries),
        ("Every format has its reader.", _readers),
        ("Every shipped file is here.", _shipped_files),
    )]  # fmt: skip
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        folder, out = Path(home) / "Self-test", Path(home) / "comparison.pdf"
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("The samples come in, in a process of their own.", lambda: _import(report, folder)),
            ("The samples are found.", lambda: _search(report, folder)),
            ("Two samples are compared and written as a PDF.", lambda: _compare(folder, out)),
            ("The PDF is read again, by a worker.", lambda: _read_again(out)),
        )
        passed += [_tried(sentence, step) for sentence, step in steps]
    return passed


def _tried(sentence: str, step: Callable[[], None]) -> str:
    try:
        step()
    except Exception as error:
        raise UserError("self_test_failed", f"Failed: {sentence} {type(error).__name__}: {error}") from error
    return sentence


def _libraries() -> None:
    for name in LIBRARIES:
        importlib.import_module(name)


def _readers() -> None:
    from desktop_app.core.importing import bundles, formats

    for package in (formats, bundles):
        for kind in package.SUFFIXES:
            importlib.import_module(f"{package.__name__}.{kind}")


def _shipped_files() -> None:
    _expect(bool(migrations()), "no migrations")
    for name in FOLDERS:
        folder = shipped("resources") / name
        _expect(folder.is_dir() and any(folder.iterdir()), f"nothing in {name}")
    folders = font_folders()
    _expect(bool(folders), "no fonts")
    for folder in folders:
        _expect(folder.is_dir() and any(folder.iterdir()), f"no fonts in {folder.parent.name}")


def _import(report: Progress, folder: Path) -> None:
    from desktop_app.core.importing.intake import import_paths

    samples = shipped("resources") / "samples"
    result = in_process(report, import_paths, folder, [samples])
    _expect(len(result.having("added")) > 1, "fewer than two samples came in")
    _expect(not result.having("failed"), f"{result.having('failed')}")


def _search(report: Progress, folder: Path) -> None:
    from desktop_app.core.search import Finder
    from desktop_app.core.search.index import catch_up, check
    from desktop_app.core.search.words import words

    with opened(folder) as archive:
        catch_up(report, archive)
        _expect(check(archive) == [], "the index is not sound")
        (first,) = archive.articles.many(archive.articles.ids()[:1])
    word = max((word.folded for word in words(first.article.body)), key=len)
    finder = Finder(folder)
    _expect(first.id in finder.find(word).ids, f"“{word}” is not found")
    finder.close()


def _compare(folder: Path, out: Path) -> None:
    from desktop_app.core.comparison import compare
    from desktop_app.core.export.dossier import write_comparison

    with opened(folder) as archive:
        two = archive.articles.many(archive.articles.ids()[:2])
        write_comparison(two, compare([kept.article for kept in two]), out, archive.name)
    _expect(out.read_bytes().startswith(b"%PDF"), "what was written is no PDF")


def _read_again(file: Path) -> None:
    from desktop_app.core.importing.reading import read_files

    (original,) = read_files([file])
    _expect(original.error is None, f"{original.error}")
    _expect(len(original.articles[0].text.split()) > 100, "hardly a word in it")


def _expect(fact: bool, otherwise: str) -> None:  # noqa: FBT001 - the fact itself is the argument
    if not fact:
        raise UserError("self_test_failed", otherwise)
