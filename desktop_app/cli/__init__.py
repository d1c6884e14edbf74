"""The command line: everything the window does, for scripts; its names and shapes are a contract."""

import os
import sys
from collections.abc import Sequence

from desktop_app.cli import output
from desktop_app.cli.parser import parser
from desktop_app.core.errors import ArchiveError, NotAvailableYet, UserError

DONE, SOME_FAILED, WRONG_USAGE, ARCHIVE_UNUSABLE, STOPPED = 0, 1, 2, 3, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        output.finish()
    except output.ReaderGone:  # what is still held back goes nowhere, without a complaint at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    except UserError as error:
        return _told(str(error), _status(error))
    except OSError as error:
        place = f"“{error.filename}”" if error.filename else "A file"
        return _told(
            f"{place} cannot be used: {error.strerror or error}. Check the place and try again.", SOME_FAILED
        )
    return status


def _status(error: UserError) -> int:
    if isinstance(error, ArchiveError):
        return ARCHIVE_UNUSABLE
    return WRONG_USAGE if isinstance(error, NotAvailableYet) or error.code == "usage" else SOME_FAILED


def _told(sentence: str, status: int) -> int:
    print(f"second-source: {sentence}", file=sys.stderr)
    return status
