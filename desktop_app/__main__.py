"""The one entry: no command opens the window, any other word is a command of the command line."""

import multiprocessing
import os
import sys
from pathlib import Path


def main() -> int:
    """Start what was asked for and return the exit status."""
    multiprocessing.freeze_support()  # a bundle starts its worker processes with this very program
    _have_streams()
    arguments = sys.argv[1:]
    if not arguments:
        from desktop_app import app

        return app.main()
    if arguments[0] == "tour":
        from desktop_app import tour

        return tour.main(arguments[1:])
    from desktop_app import cli

    return cli.main(arguments)


def _have_streams() -> None:
    """Give a program without a console somewhere to write to, and make every console write UTF-8."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open to the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
