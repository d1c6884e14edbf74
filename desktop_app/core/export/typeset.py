"""Typesetting with typst, and putting the file where it belongs in one go."""

import json
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from desktop_app.core.errors import UserError
from desktop_app.core.export.marks import Data
from desktop_app.paths import font_folders, shipped

STANDARDS: list[Literal["a-2a", "ua-1"]] = [
    "a-2a",
    "ua-1",
]  # for keeping, and for screen readers; refused when a sign has no font
MANY_PAGES = 300
MOST_NAMED = 12  # signs named in a note
QUOTED = re.compile(r'`"(.+?)"`', re.DOTALL)


@dataclass(frozen=True)
class Written:
    """What was written; the notes are sentences for the user."""

    bytes: int
    pages: int
    notes: tuple[str, ...]


def typeset(template: str, data: Data, out: Path, now: datetime) -> Written:
    """Set the data with a template of resources/typst and write the PDF; raises UserError when it cannot."""
    from typst import Fonts, TypstError

    text = json.dumps(data, ensure_ascii=False)
    fonts = Fonts(font_paths=[str(place) for place in font_folders()])
    compiler = _compiler(template, fonts, data=text)
    notes = []
    try:
        pdf: Any = compiler.compile(format="pdf", pdf_standards=list(STANDARDS), timestamp=now)
    except TypstError:
        pdf = compiler.compile(format="pdf", timestamp=now)
        notes.append(_below_standard(_without_font(text, fonts)))
    pages = int(json.loads(compiler.query("<pages>", field="value", one=True)))
    if pages > MANY_PAGES:
        notes.append(f"The file has {pages:,} pages; a smaller selection opens faster.")
    _put(out, pdf)
    return Written(len(pdf), pages, tuple(notes))


def _compiler(template: str, fonts: Any, **inputs: str) -> Any:
    """Return a compiler for a template; what it prints comes in as data."""
    from typst import Compiler

    folder = shipped("resources") / "typst"
    return Compiler(str(folder / f"{template}.typ"), root=str(folder), font_paths=fonts, sys_inputs=inputs)


def _below_standard(signs: str) -> str:
    """Return what the user should know about a file that is not up to the standards."""
    if not signs:
        return "The PDF is complete, but not up to the standard for archives (PDF/A)."
    named = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
    return (
        f"No font on this computer can show {named}: an empty box stands for it in the PDF, which is therefore "
        "not up to the standard for archives (PDF/A). Installing a font that has it helps."
    )


def _without_font(text: str, fonts: Any) -> str:
    """Return the first of the signs of a text that no font can show, found by setting them alone."""
    from typst import TypstError

    signs = "".join(sorted({sign for sign in text if not sign.isascii()}))
    found = ""
    while len(found) < MOST_NAMED:
        try:
            _compiler("signs", fonts, signs=signs).compile(format="pdf", pdf_standards=list(STANDARDS))
        except TypstError as refusal:
            named = {sign for quoted in QUOTED.findall(refusal.message) for sign in quoted if sign in signs}
            if not named:
                break
            found += "".join(sorted(named))
            signs = "".join(sign for sign in signs if sign not in named)
        else:
            break
    return found


def _put(out: Path, pdf: bytes) -> None:
    """Put the file in place in one go, so that no half of it is ever there."""
    part = out.with_name(f"{out.name}.part")
    try:
        part.write_bytes(pdf)
        part.replace(out)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        reason = error.strerror or "the system refused"
        raise UserError(
            "cannot_write", f"{out} could not be written ({reason}): choose another folder or name."
        ) from error
