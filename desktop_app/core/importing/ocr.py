"""Reading scans with Tesseract, where the user has installed it."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile, UserError
from desktop_app.core.importing.cleaning.pieces import Piece, assembled
from desktop_app.core.importing.pdf.paragraphs import Hyphens
from desktop_app.core.progress import Progress

PROGRAM = "tesseract"
DOTS = 300  # an inch, what Tesseract reads best
PAGE_SECONDS = 120.0  # one page may take
MOST_LANGUAGES = 5  # read at once; each costs time and adds mistakes of its own
_NO_LANGUAGES = ("osd", "equ")
_INSTALL = (
    "Reading scans needs the free program Tesseract, which is not installed on this computer. Get it with "
    "“sudo apt install tesseract-ocr” on Linux, “brew install tesseract” on a Mac, or its installer for Windows "
    "(github.com/UB-Mannheim/tesseract), then try again."
)


def available() -> bool:
    """Tell whether Tesseract is installed."""
    return shutil.which(PROGRAM) is not None


def read_scan(report: Progress, original: bytes, name: str) -> Article:
    """Read the pages of a PDF that are pictures; raises UserError where Tesseract is missing or finds no text."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise UserError("no_tesseract", _INSTALL)
    from desktop_app.core.importing.pdf.document import MOST_PAGES, opened
    from desktop_app.core.importing.pdf.pictures import picture

    languages = _languages(program)
    paragraphs: list[list[str]] = []
    unread = []
    with opened(original, name) as document:
        pages = min(len(document), MOST_PAGES)
        left = len(document) - pages
        for number in range(pages):
            report(number, pages, f"{name}, page {number + 1}")
            text = _text(program, picture(document, number, DOTS), languages)
            if text is None:
                unread.append(number + 1)
            paragraphs += [lines for part in re.split(r"\n\s*\n|\f", text or "") if (lines := _lines(part))]
    report(pages, pages, name)
    if not paragraphs:
        message = f"Tesseract found no text on the pages of “{name}”. Look at it, and type what you need."
        raise UnreadableFile("no_text", message)
    hyphens = Hyphens([line for lines in paragraphs for line in lines])
    pieces = [Piece(hyphens.text(lines)) for lines in paragraphs]
    return assembled(pieces, {}, warnings=_warnings(languages, unread, left))


def _lines(part: str) -> list[str]:
    return [" ".join(line.split()) for line in part.split("\n") if line.strip()]


def _warnings(languages: Sequence[str], unread: Sequence[int], left: int) -> list[str]:
    told = [
        f"This text was read by OCR (Tesseract, as {'+'.join(languages)}), may contain errors: see the original."
    ]
    if unread:
        told.append(f"Tesseract could not read page {', '.join(map(str, unread))}.")
    if left:
        told.append(f"{left:,} pages at the end were not read; a document is read up to a limit.")
    return told


def _languages(program: str) -> list[str]:
    """Return the languages to read in: all that are installed if they are few, otherwise English."""
    listed = _run([program, "--list-langs"], b"") or ""
    installed = [line.strip() for line in listed.split("\n")[1:]]
    fit = [name for name in installed if re.fullmatch(r"\w+", name) and name not in _NO_LANGUAGES]
    if not 0 < len(fit) <= MOST_LANGUAGES:
        return ["eng"]
    return sorted(fit, key=lambda name: name != "eng")  # the first counts most


def _text(program: str, picture: bytes | None, languages: Sequence[str]) -> str | None:
    """Return what Tesseract reads on a picture, None where it fails or takes too long."""
    if picture is None:
        return None
    return _run([program, "stdin", "stdout", "--dpi", str(DOTS), "-l", "+".join(languages)], picture)


def _run(command: Sequence[str], given: bytes) -> str | None:
    """Return what a program prints, None where it fails or takes too long."""
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # there is such a thing on Windows only
    alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # Tesseract's threads get in each other's way
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, timeout=PAGE_SECONDS, check=True, env=alone,
            creationflags=no_window,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")
