"""The kinds of evidence and the marks of rows as the comparison names and draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.comparison.rows import Kind, Mark


@dataclass(frozen=True)
class KindWords:
    """How one kind of evidence is called; `head` stands over its labels, `absent` in a report without it."""

    title: str
    head: str
    absent: str
    nothing: str


@dataclass(frozen=True)
class MarkLook:
    """The word of a mark, its shape (an icon), and the colours of its lines and of its cells."""

    word: str
    icon: str
    line: str
    fill: str


KINDS: dict[Kind, KindWords] = {
    "figures": KindWords(
        "Figures", "What the reports say", "not reported", "No figures of the same thing in these reports."
    ),
    "quotations": KindWords("Quotations", "What was said", "not quoted", "No quotations in these reports."),
    "names": KindWords(
        "Names",
        "Person, place\nor organisation",
        "not named",
        "No names of persons, places or organisations were found in these reports.",
    ),
    "passages": KindWords(
        "Shared passages", "Shared wording", "not shared", "These reports share no wording of nine words or more."
    ),
    "statements": KindWords(
        "Statements",
        "What the reports state",
        "not reported",
        "No statements of the same matter in these reports.",
    ),
}
MARKS: dict[Mark, MarkLook] = {
    "same": MarkLook("same", "check", "shared_line", "shared"),
    "differs": MarkLook("differs", "differs", "differs_line", "differs"),
    "other-scope": MarkLook("other period or place", "other-scope", "differs_line", "differs"),
    "only-here": MarkLook("only here", "only-here", "only_line", "only"),
}
# Of names in a report whose script has no capital letters, and where no name is listed because of that.
NOT_LOOKED_FOR = "not looked for"
WITHOUT_CAPITALS = (
    "Names are found by their capital letters: in a script that has none, such as Arabic, Hebrew or Chinese, "
    "they are not looked for."
)
SCRIPT = 2000  # characters that tell the script of a report
# The icon and the word of what the user has accepted or linked.
YOURS = ("yours", "yours")


def has_capitals(article: ArchivedArticle) -> bool:
    """Tell whether a report is in a script with capital letters, by which names are found."""
    letters = [letter for letter in article.article.text[:SCRIPT] if letter.isalpha()]
    return 2 * sum(letter.lower() != letter.upper() for letter in letters) >= len(letters)


def nothing_in(kind: Kind, articles: Sequence[ArchivedArticle]) -> str:
    """Return what is told where a kind has no rows."""
    told = KINDS[kind].nothing
    return told if kind != "names" or all(map(has_capitals, articles)) else f"{told} {WITHOUT_CAPITALS}"
