"""The words and options of the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path

from desktop_app import __version__
from desktop_app.cli import analysing, comparing, keeping, reading, relating, searching, spelling

Command = Callable[[argparse.Namespace], int]
ABOUT = (
    "Second Source keeps news reports and lays them side by side. Without a command the window opens. "
    "Exit status: 0 done, 1 some inputs failed, 2 wrong usage, 3 the archive cannot be used."
)
COMMANDS = {
    "inspect": "read files without an archive and say what is in them",
    "import": "take files and folders into the archive",
    "search": "find articles; how to ask is told in the help under Search",
    "show": "print one article with everything known about it",
    "compare": "lay articles side by side: what they share",
    "export": "write articles or a comparison to a file",
    "check": "look through the whole archive for damage",
    "rebuild-index": "build the search index anew from the archive",
    "recent": "list the archives opened last",
    "self-test": "do a little of everything in a temporary archive and say what passed",
    "tour": "perform the main job on the sample archive and leave pictures and a PDF",
    "analyse": "mark the quotations, figures, names and dates in articles or files",
    "related": "find reports of the same event, each with what speaks for it, and what shares wording",
    "spellings": "find the spellings of a name that the archive has",
    "aliases": "list the names you have said are one; import or export them as CSV",
    "backup": "copy the archive into one file (not available yet)",
    "restore": "bring an archive back from a backup (not available yet)",
}
HITS = 20  # shown unless asked otherwise


class Parser:
    """Collects the commands; each takes --archive and --json before or after its name."""

    def __init__(self) -> None:
        self.whole = argparse.ArgumentParser(prog="second-source", description=ABOUT, parents=[_common()])
        self.whole.add_argument("--version", action="version", version=f"Second Source {__version__}")
        self.whole.set_defaults(archive=None, json=False)
        self._commands = self.whole.add_subparsers(metavar="COMMAND", required=True)

    def add(self, name: str, run: Command) -> argparse.ArgumentParser:
        """Add a command."""
        about = COMMANDS[name]
        common = _common(with_json=name != "export")
        command = self._commands.add_parser(name, help=about, description=about, parents=[common])
        command.set_defaults(run=run)
        return command


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = Parser()
    _reading(parser)
    _searching(parser)
    _comparing(parser)
    _keeping(parser)
    for name in ("backup", "restore"):
        later = parser.add(name, keeping.not_yet)
        later.add_argument("anything", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
        later.set_defaults(name=name)
    return parser.whole


def _reading(parser: Parser) -> None:
    inspect = parser.add("inspect", reading.inspect)
    inspect.add_argument("files", metavar="FILE", type=Path, nargs="+")
    import_ = parser.add("import", reading.import_)
    import_.add_argument("paths", metavar="PATH", type=Path, nargs="+")
    import_.add_argument("--collection", metavar="NAME", help="put what is added into this collection")
    show = parser.add("show", reading.show)
    show.add_argument("id", metavar="ID", type=int)


def _searching(parser: Parser) -> None:
    search = parser.add("search", searching.search)
    search.add_argument("query", metavar="QUERY", nargs="*", help="what to look for; nothing finds everything")
    search.add_argument("--batch", metavar="FILE", type=Path, help="a query a line; JSON lines come out")
    search.add_argument("--limit", metavar="N", type=_number, default=HITS, help="hits at most (default 20)")
    search.add_argument("--offset", metavar="N", type=_number, default=0, help="leave out so many first hits")
    search.add_argument("--sort", choices=("relevance", "newest", "oldest"), default="relevance")
    related = parser.add("related", relating.related)
    related.add_argument("id", metavar="ID", type=int, nargs="?")
    related.add_argument("--all", action="store_true", help="every article of the archive; JSON lines come out")
    related.add_argument("--limit", metavar="N", type=_number, default=HITS, help="hits at most (default 20)")
    spellings = parser.add("spellings", spelling.spellings)
    spellings.add_argument("name", metavar="NAME", nargs="*")
    spellings.add_argument("--batch", metavar="FILE", type=Path, help="a name a line; JSON lines come out")
    aliases = parser.add("aliases", spelling.aliases)
    aliases.add_argument("--import", dest="taken", metavar="CSV", type=Path, help="add lines of names that are one")
    aliases.add_argument("--export", dest="given", metavar="CSV", type=Path, help="write the lines to a file")


def _comparing(parser: Parser) -> None:
    analyse = parser.add("analyse", analysing.analyse)
    analyse.add_argument("articles", metavar="ID|FILE", nargs="+", help="a number is the id of an article")
    compare = parser.add("compare", comparing.compare)
    compare.add_argument("ids", metavar="ID", type=int, nargs="*")
    compare.add_argument("--files", metavar="FILE", type=Path, nargs="+", help="compare files without an archive")
    compare.add_argument("--pairs", metavar="FILE", type=Path, help="two file paths a line, tab between")
    compare.add_argument("--only", choices=("passages",), help="print only the shared passages")
    export = parser.add("export", comparing.export)
    export.add_argument("ids", metavar="ID", type=int, nargs="*")
    export.add_argument("--search", metavar="QUERY", help="everything this query finds")
    export.add_argument("--comparison", metavar="NAME", help="a saved comparison")
    for name in ("pdf", "csv", "ris", "html"):
        export.add_argument(f"--{name}", dest=f"as_{name}", metavar="OUT", type=Path)
    # The contract gives --json two meanings here: with a place it is a form to write, alone it is as elsewhere.
    export.add_argument(
        "--json",
        metavar="OUT",
        nargs="?",
        const=True,
        default=argparse.SUPPRESS,
        help="write JSON to OUT, or print it",
    )


def _keeping(parser: Parser) -> None:
    parser.add("check", keeping.check)
    parser.add("rebuild-index", keeping.rebuild_index)
    parser.add("recent", keeping.recent)
    parser.add("self-test", keeping.self_test)
    tour = parser.add("tour", keeping.tour)
    tour.add_argument("out", metavar="OUT", type=Path, nargs="?")


def _common(*, with_json: bool = True) -> argparse.ArgumentParser:
    """Return the options every command has; SUPPRESS keeps what was said before the command."""
    common = argparse.ArgumentParser(add_help=False)
    group = common.add_argument_group("everywhere")
    group.add_argument(
        "--archive", metavar="DIR", type=Path, default=argparse.SUPPRESS, help="the archive (default: your own)"
    )
    if with_json:
        group.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    return common


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number
