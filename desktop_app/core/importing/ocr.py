"""Reading scans with Tesseract, where the user has installed it."""

import re
import shutil
import subprocess
from collections.abc import Sequence

import pypdfium2 as pdfium

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile, UserError
from desktop_app.core.importing.pdf.document import MOST_PAGES, opened
from desktop_app.core.importing.pdf.paragraphs import Hyphens
from desktop_app.core.importing.pieces import Piece, assembled
from desktop_app.core.progress import Progress

PROGRAM = "tesseract"
DOTS = 300  # an inch, what Tesseract reads best
MOST_PIXELS = 40_000_000  # of one page; larger ones are drawn more coarsely
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
    languages = _languages(program)
    paragraphs: list[list[str]] = []
    unread = []
    with opened(original, name) as document:
        pages = min(len(document), MOST_PAGES)
        left = len(document) - pages
        for number in range(pages):
            report(number, pages, f"{name}, page {number + 1}")
            text = _text(program, _picture(document, number), languages)
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
        told.append(f"{left:,} pages at the end were not read; {MOST_PAGES:,} are the most at once.")
    return told


def _languages(program: str) -> list[str]:
    """Return the languages to read in: all that are installed if they are few, otherwise English."""
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=PAGE_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return ["eng"]
    names = listed.stdout.decode("utf-8", "replace").split("\n")[1:]
    installed = [name.strip() for name in names if re.fullmatch(r"[\w/]+", name.strip())]
    fit = [name for name in installed if name not in _NO_LANGUAGES and "/" not in name]
    if not 0 < len(fit) <= MOST_LANGUAGES:
        return ["eng"]
    return sorted(fit, key=lambda name: name != "eng")  # the first counts most


def _picture(document: pdfium.PdfDocument, number: int) -> bytes | None:
    """Return a page as a grey picture in the format PGM, None where it cannot be drawn."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        scale = min(DOTS / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            rows = bytes(bitmap.buffer)
            wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
        finally:
            bitmap.close()
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()
    points = rows if wide == stride else b"".join(rows[at : at + wide] for at in range(0, high * stride, stride))
    return b"P5 %d %d 255\n" % (wide, high) + points[: wide * high]


def _text(program: str, picture: bytes | None, languages: Sequence[str]) -> str | None:
    """Return what Tesseract reads on a picture, None where it fails or takes too long."""
    if picture is None:
        return None
    command = [program, "stdin", "stdout", "--dpi", str(DOTS), "-l", "+".join(languages)]
    try:
        read = subprocess.run(command, input=picture, capture_output=True, timeout=PAGE_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return read.stdout.decode("utf-8", "replace")
