"""The command line as a script sees it, and stand-ins for what reads, compares and writes."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from desktop_app.cli import main
from desktop_app.core.analysis.evidence import (
    DateExpression,
    Evidence,
    Figure,
    Mention,
    Name,
    Quotation,
    Speaker,
)
from desktop_app.core.archive import Archive, opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import Comparison, Passage
from desktop_app.core.comparison.rows import Event, Row, Span
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.intake import to_keep
from desktop_app.core.importing.reading import Original


@dataclass
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The lines of JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Give the test the command line."""

    def run_command(*arguments: object) -> Outcome:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run_command


def article(text: str, **facts: Any) -> Article:
    """Make an article that is all body."""
    return Article(text=text, parts=(Part(0, len(text), "body"),), **facts)


@pytest.fixture
def filled(archive: Archive) -> Path:
    """Give the test the folder of an archive with three articles, not yet indexed."""
    facts = (
        {"title": "Bridge closed", "source": "Orla Post", "published": "2016-06-12", "language": "en"},
        {"title": "Brücke gesperrt", "source": "Velmarker Bote", "published": "2016", "language": "de"},
        {"title": None, "source": "Orla Post"},
    )
    texts = ("The bridge over the Orla is closed.", "Die Brücke ist gesperrt. Bridge.", "A crane fell.")
    files = [
        ReadFile(f"/{n}.txt", f"{n}.txt", text.encode(), [article(text, **fact)])
        for n, (text, fact) in enumerate(zip(texts, facts, strict=True))
    ]
    archive.imports.add(archive.imports.begin("test"), files, None)
    return archive.folder


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for reading: a text file is an article, one that begins with a zero byte cannot be read."""

    def read_one(path: Path) -> Original:
        try:
            content = path.read_bytes()
        except OSError:
            return Original(path, error=UnreadableFile("missing", f"There is no file “{path}”."))
        if content.startswith(b"\0"):
            return Original(path, error=UnreadableFile("binary", f"“{path.name}” holds no text."))
        texts = content.decode().split("\n---\n")
        return Original(path, "", content, [article(text, title=text.split()[0]) for text in texts])

    def read_files(paths: Iterable[Path]) -> Iterator[Original]:
        return map(read_one, paths)

    def import_paths(report: Any, folder: Path, paths: Sequence[Path], collection: str | None = None) -> Any:
        with opened(folder, create=True) as archive:
            import_id = archive.imports.begin("test")
            for path in paths:
                report(0, len(paths), path.name)
                archive.imports.add(import_id, [to_keep(read_one(path))], collection)
            archive.imports.end(import_id, 0.5, "finished")
            return archive.imports.report(import_id)

    stand_in(monkeypatch, "desktop_app.core.importing.reading", read_files=read_files)
    stand_in(monkeypatch, "desktop_app.core.importing.intake", import_paths=import_paths)


MARKS = Evidence(
    sentences=((0, 9),),
    quotations=(Quotation(0, 3, "direct", Speaker(4, 9, "Holm", "Mara Holm"), "“…” said X"),),
    figures=(Figure(0, 3, "11 mills", 11.0, 11.0, None, None, "mills", "burn", None),),
    names=(Name("Mara Holm", "person", (Mention(4, 9, "Holm"),)),),
    dates=(DateExpression(0, 3, "May", "2016-05", "month", "May before"),),
)


@pytest.fixture
def analysing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for analysing: the same marks are in every article."""

    def analyse(article: Article) -> Evidence:
        return MARKS

    stand_in(monkeypatch, "desktop_app.core.analysis.reading", analyse=analyse)


@pytest.fixture
def comparing(monkeypatch: pytest.MonkeyPatch, analysing: None) -> None:
    """Stand in for comparing: the first three signs of the first two articles are shared, and are a figure."""

    def compare(articles: Sequence[Article], evidence: Sequence[Evidence] | None = None) -> Comparison:
        spans = (Span(0, 0, 3), Span(1, 0, 3))
        rows = (
            ()
            if evidence and not evidence[0].sentences
            else (Row("mills", "same", ((spans[0],), (spans[1],)), ("why",)),)
        )
        return Comparison(
            passages=(Passage(spans, 1.0),),
            rows={"figures": rows},
            shared_share=tuple(tuple(1.0 for _ in articles) for _ in articles),
            only_here=(Span(1, 4, 5),),
            wire=((0, 1),),
            timeline=(Event(Span(0, 0, 0), "Bridge", "2016", "as written", "reported"),),
        )

    stand_in(monkeypatch, "desktop_app.core.comparison", compare=compare)


@dataclass(frozen=True)
class Written:
    """Stands for what the dossier says of itself."""

    bytes: int
    pages: int
    notes: tuple[str, ...]


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the dossier: what is written says what was asked for."""

    def written(kind: str, articles: Sequence[Any], out: Path) -> Written:
        content = f"%PDF {kind} {[kept.id for kept in articles]}".encode()
        out.write_bytes(content)
        return Written(len(content), len(articles), ("One sign has no glyph.",))

    def write_articles(articles: Sequence[Any], out: Path, archive_name: str) -> Written:
        return written("articles", articles, out)

    def write_comparison(articles: Sequence[Any], comparison: Any, out: Path, archive_name: str) -> Written:
        return written("comparison", articles, out)

    name = "desktop_app.core.export.dossier"
    dossier = stand_in(monkeypatch, name, write_articles=write_articles, write_comparison=write_comparison)
    stand_in(monkeypatch, "desktop_app.core.export", dossier=dossier)


def stand_in(monkeypatch: pytest.MonkeyPatch, name: str, **contents: Any) -> ModuleType:
    """Put a module of our own in the place of one."""
    module = ModuleType(name)
    for key, value in contents.items():
        setattr(module, key, value)
    monkeypatch.setitem(sys.modules, name, module)
    return module
