"""What the command line prints: results to stdout, progress and messages to stderr."""

import json
import shutil
import sys
from typing import Any

# What some programs take for the end of a line would break a result in two.
_LINE_ENDS = (("\u2028", "\\u2028"), ("\u2029", "\\u2029"), ("\x85", "\\u0085"))


class ReaderGone(Exception):
    """Whoever read our output has seen enough; not an OSError, which would be taken for one of the disk."""


def result(shape: Any) -> None:
    """Print a result as one line of JSON."""
    text = json.dumps(shape, ensure_ascii=False)
    for sign, escaped in _LINE_ENDS:
        text = text.replace(sign, escaped)
    line(text)


def line(text: str = "") -> None:
    """Print a line; raises ReaderGone when nobody reads it."""
    try:
        print(text)
    except BrokenPipeError as error:
        raise ReaderGone from error


def finish() -> None:
    """Send out what is still held back; raises ReaderGone when nobody reads it."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error


def message(text: str) -> None:
    """Print what is not the result."""
    print(text, file=sys.stderr)


def progress(done: int, total: int, note: str = "") -> None:
    """Show on a terminal how far the work is."""
    if not sys.stderr.isatty():
        return
    amount = f"{done} of {total}" if total else str(done)
    width = shutil.get_terminal_size().columns - 1
    text = f"{amount}  {note}"[:width].ljust(width)
    print(f"\r{text}", end="\n" if total and done >= total else "", file=sys.stderr, flush=True)
