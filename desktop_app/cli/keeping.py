"""check, rebuild-index, recent, self-test, and what a later version will have."""

import time
from argparse import Namespace
from pathlib import Path

from desktop_app.cli import output
from desktop_app.cli.place import archive_folder
from desktop_app.core.archive import exists, opened
from desktop_app.core.errors import NotAvailableYet, UserError


def check(options: Namespace) -> int:
    """Look through the archive and its index; 1 when something is wrong."""
    from desktop_app.core.archive.check import check as check_archive
    from desktop_app.core.search.index import check as check_index

    with opened(archive_folder(options)) as archive:
        findings = [*check_archive(output.progress, archive), *check_index(archive)]
        count, waiting = archive.articles.count(), len(archive.index_queue)
    if options.json:
        output.result({"articles": count, "waiting_for_index": waiting, "findings": findings})
    else:
        output.line(f"{count} articles, {waiting} of them waiting for the index.")
        for finding in findings or ["Nothing is wrong."]:
            output.line(finding)
    return 1 if findings else 0


def rebuild_index(options: Namespace) -> int:
    """Build the index anew."""
    from desktop_app.core.search.index import rebuild

    began = time.monotonic()
    with opened(archive_folder(options)) as archive:
        count = rebuild(output.progress, archive)
    seconds = round(time.monotonic() - began, 3)
    if options.json:
        output.result({"articles": count, "seconds": seconds})
    else:
        output.line(f"{count} articles indexed in {seconds:.1f} s.")
    return 0


def recent(options: Namespace) -> int:
    """List the archives opened last."""
    from desktop_app.core import settings

    folders = [{"folder": folder, "exists": exists(Path(folder))} for folder in settings.load().recent]
    if options.json:
        output.result({"archives": folders})
    for place in folders if not options.json else ():
        output.line(f"{place['folder']}{'' if place['exists'] else ' (not there)'}")
    return 0


def self_test(options: Namespace) -> int:
    """Do a little of everything in a temporary archive."""
    from desktop_app.core.self_test import run

    passed = run(output.progress)
    if options.json:
        output.result({"passed": passed})
    else:
        for sentence in passed:
            output.line(sentence)
    return 0


def tour(_options: Namespace) -> int:
    """Say how the tour is asked for: it needs Qt, so the entry performs it before the command line is loaded."""
    raise UserError("usage", "Write the word tour first, without options: second-source tour [OUT].")


def not_yet(options: Namespace) -> int:
    """Say that a later version will have this."""
    raise NotAvailableYet(f"The command {options.name}")
