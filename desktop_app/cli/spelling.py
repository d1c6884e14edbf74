"""spellings: how the articles of the archive spell one name, or many in a file; aliases: names that are one."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from desktop_app.cli import output
from desktop_app.cli.place import archive_folder
from desktop_app.core.archive import opened
from desktop_app.core.errors import UserError

if TYPE_CHECKING:  # no other command should wait for it
    from desktop_app.core.analysis.names.spellings import Spelling


def spellings(options: Namespace) -> int:
    """Print the spellings of a name; with --batch a JSON line for each line of a file."""
    from desktop_app.core.search.spellings import spellings_of

    if bool(options.batch) == bool(options.name):
        raise UserError("usage", "Give either a name or --batch with a file of names.")
    with opened(archive_folder(options)) as archive, spellings_of(output.progress, archive) as known:
        if options.batch:
            for line in options.batch.read_text(encoding="utf-8-sig", errors="replace").splitlines():
                output.result({"input": line, **_shape(line, known.matches(line))})
            return 0
        name = " ".join(options.name)
        found = known.matches(name)
    if options.json:
        output.result(_shape(name, found))
        return 0
    for each in found:
        output.line(f"{each.count:6}  {each.spelling}  ({'' if each.sure else 'perhaps: '}{each.reason})")
    if not found:
        output.line("The articles have no spelling of this name.")
    return 0


def aliases(options: Namespace) -> int:
    """Print the names the user has said are one, after taking in those of a file; or write them to one."""
    from desktop_app.core.archive.aliases import from_csv, to_csv
    from desktop_app.core.importing.decoding.encoding import decode

    with opened(archive_folder(options)) as archive:
        if options.taken:
            archive.aliases.taking_in(from_csv(decode(options.taken.read_bytes()).text)).do()
        groups = archive.aliases.groups()
    if options.given:
        options.given.write_text(to_csv(groups), encoding="utf-8-sig", newline="")
    if options.json:
        output.result({"groups": [list(group) for group in groups]})
        return 0
    for group in groups:
        output.line(" · ".join(group))
    if not groups:
        output.line("No names have been joined.")
    return 0


def _shape(name: str, found: "Sequence[Spelling]") -> dict[str, Any]:
    """Return what `spellings` says; what is not `sure` is for the user to take."""
    names = ("spelling", "count", "reason", "likeness", "sure")
    return {"name": name, "matched": [{key: getattr(each, key) for key in names} for each in found]}
