"""Reading scanned pages with the user's own Tesseract, when the user asks for it."""

import time
from dataclasses import replace
from pathlib import Path

from desktop_app.core.archive import opened
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import FileOutcome, ImportReport
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.files import read_bytes
from desktop_app.core.importing.intake import follow
from desktop_app.core.importing.ocr import read_scan
from desktop_app.core.progress import Cancelled, Progress


def read_scans(report: Progress, folder: Path, files: list[Path]) -> ImportReport:
    """Read scanned documents into the archive as an import of its own.

    Raises UserError when Tesseract is not installed. Cancelled leaves what was read until then.
    """
    began = time.monotonic()
    with opened(folder) as archive:
        import_id = archive.imports.begin("Scans read with Tesseract", [str(file) for file in files])
        outcomes: list[FileOutcome] = []
        try:
            for file in files:
                outcomes += archive.imports.add(import_id, [_read(report, file)], None)
        except Cancelled:
            archive.imports.end(import_id, time.monotonic() - began, "cancelled")
            raise
        seconds = time.monotonic() - began
        archive.imports.end(import_id, seconds, "finished")
        follow(report, archive)
        return replace(archive.imports.report(import_id), seconds=seconds, state="finished", files=tuple(outcomes))


def _read(report: Progress, file: Path) -> ReadFile | FileOutcome:
    try:
        original = read_bytes(file)
        return ReadFile(str(file), file.name, original, [read_scan(report, original, file.name)])
    except UnreadableFile as error:
        return FileOutcome(str(file), "failed", None, error.code, error.message)
