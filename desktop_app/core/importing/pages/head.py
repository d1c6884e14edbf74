"""The lines around a page's title: who wrote the article, and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from lxml.html import HtmlElement

from desktop_app.core.article import Role
from desktop_app.core.importing.cleaning.credits import byline
from desktop_app.core.importing.cleaning.dates import LONGEST_LINE, stated_date, words_beside_date
from desktop_app.core.importing.pages.authors import Signature
from desktop_app.core.importing.pages.dates import Day
from desktop_app.core.importing.pages.facts import Facts
from desktop_app.core.importing.pages.page import called
from desktop_app.core.importing.pages.story import Stretch

ABOVE, BELOW = 6, 8  # lines around the title in which author and date stand
MOST_BESIDE = 6  # words a line that tells the date may hold beside it
MOST_IN_SENTENCE = 2  # and if it ends as a sentence does
LEVELS = 4  # of elements around the title that hold what belongs to it
PROSE = 100  # characters from which a paragraph is the story, and no line above it
_DATE_CLASS = re.compile(r"\b(?:date|datum|time|publish|posted|created|entry-meta|post-meta)", re.IGNORECASE)
_MARGIN = re.compile(r"comment|kommentar|related|teaser|sidebar|widget|recommend|popular|latest", re.IGNORECASE)
# What, before a date, makes it that of something else: a change, a product, an event, the end of some days.
_OTHER_DAY = re.compile(
    r"(?:updated?|modified|last edited|revised|aktualisiert\w*|geändert|änderung|mis à jour|modifié|actualizado"
    r"|aggiornat[oa]|modificat[oa]|atualizad[oa]|обновлено|изменено|تحديث|עודכן|更新|bijgewerkt|aktualizacja|güncelle\w*"
    r"|release|erscheinungs\w*|kinostart|termin|event)\W*(?:\w{1,6}\W+){0,2}$|\d\.?\s?[-–]\s?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:published|posted|issued|veröffentlicht|erschienen|datum|eingestellt|erstellt|pressemitteilung vom"
    r"|publié|publication|publicado|pubblicato|gepubliceerd|geplaatst|opublikowan[oa]|опубликовано|نشر|تاريخ|פורסם|发布|发表)"
    r"\W*(?:\w{1,4}\W+){0,2}$",
    re.IGNORECASE,
)
OPENING, OPENINGS = 80, 4  # characters of a paragraph, and paragraphs of a story, that may open with its day
_OPENING = re.compile(r"^\W{0,2}(?:[^\W\d]+,?\s){0,3}$")  # what may stand before a date that opens a story


@dataclass
class Head:
    """What the lines at a title tell: the day, and who signed, the likeliest first.

    A day far above the title may be that on which the page was called up, and is only `likely`.
    """

    day: Day | None = None
    likely: Day | None = None
    signatures: list[Signature] = field(default_factory=list)

    def add(self, line: "_Line", *, sure: bool) -> None:
        """Take over what a line tells, unless one before it told it."""
        self.signatures += line.signatures
        self.day = self.day or (line.day if sure else None)
        self.likely = self.likely or line.day


@dataclass(frozen=True)
class _Frame:
    """Where among the stretches of a page its title and the first paragraph of its story stand.

    `around` are the elements that hold the title and what belongs to it.
    """

    title: int
    story: int
    around: frozenset[HtmlElement]

    def nearby(self, end: int) -> Iterator[int]:
        """Yield the places around the title, those below it first, then those above it from the nearest on."""
        yield from range(self.title, min(end, max(self.title + BELOW, self.story + 1)))
        yield from range(self.title - 1, max(-1, min(self.title, self.story) - ABOVE - 1), -1)

    def is_near(self, place: int) -> bool:
        """Tell whether a place is so near that a date with some words beside it is that of the article."""
        return min(self.title, self.story) - 2 <= place <= max(self.title, self.story) + 1

    def touches(self, place: int) -> bool:
        """Tell whether a line stands directly beside the title or above the story, whatever it is called."""
        return place in (self.title - 1, self.title + 1, self.story - 1)

    def holds(self, place: int, element: HtmlElement) -> bool:
        """Tell whether a line belongs to the title; one above it may be that of the whole site."""
        return place >= self.title or not self.around.isdisjoint((element, *element.iterancestors()))


def read_head(pieces: Sequence[Stretch], roles: list[Role], found: Facts) -> Head:
    """Return what the lines at the title say, and give them their roles."""
    body = [place for place, role in enumerate(roles) if role == "body"]
    story = next((place for place in body if len(pieces[place].text) >= PROSE), body[0] if body else 0)
    title = roles.index("title") if "title" in roles else story
    heading = pieces[title].block.element
    frame = _Frame(title, story, frozenset((heading, *islice(heading.iterancestors(), LEVELS))))
    head = Head()
    for place in frame.nearby(len(pieces)):
        piece, role = pieces[place], roles[place]
        short = role not in ("title", "rights") and len(piece.text) <= LONGEST_LINE
        if short and (frame.touches(place) or not _in_margin(piece, frame.around)):
            outside = role != "body" or place < story
            few = MOST_BESIDE if outside and (frame.is_near(place) or _marked(piece)) else 0
            line = _read(piece, found, few, outside=outside)
            head.add(line, sure=frame.holds(place, piece.block.element))
            roles[place] = line.role or role
    first = [story, *(place for place in body if place > story)][:OPENINGS] if body else []
    opening = next(filter(None, (_opening(pieces[place].text, found) for place in first)), None)
    head.likely = opening or head.likely or _labelled(pieces, roles, found)
    return head


@dataclass
class _Line:
    """What a line at the title tells, and the role that it has by that."""

    role: Role | None = None
    day: Day | None = None
    signatures: list[Signature] = field(default_factory=list)


def _read(piece: Stretch, found: Facts, few: int, *, outside: bool) -> _Line:
    """Return what a line tells; beside a date it may hold `few` words, and outside of the story it may say more."""
    told = _Line()
    for line in piece.text.split("\n"):
        if _tells_date(line, few):
            told.role = "date"
            day = None if told.day else _day(line, found)
            told.day = Day(day, line) if day else told.day
        author = byline(line)
        if author and (outside or " " in author):
            told.signatures.append(Signature(author, line))
            told.role = "byline"
    time = next(piece.block.element.iter("time"), None) if outside and not told.day else None
    if time is not None and (iso := found.day(time.get("datetime") or "")):
        told.day = Day(iso, f"the page says “{piece.text}”")
    return told


def _day(text: str, found: Facts, label: re.Pattern[str] | None = None) -> str | None:
    """Return the first day in a line that is not said to be that of something else, and has the label before it."""
    rest = text
    while date := stated_date(rest, found.locale):
        before, _, rest = rest.partition(date.words)
        if label.search(before) if label else not _OTHER_DAY.search(before):
            return found.day(date.words)
    return None


def _opening(text: str, found: Facts) -> Day | None:
    """Return the day with which a story opens, as releases do: Velmark, 14 May 2024 – ..."""
    date = stated_date(text[:OPENING], found.locale)
    if not date:
        return None
    before, _, after = text.partition(date.words)
    ends = re.match(r"\s?[.:|)–—-]", after) or (not before and re.match(r"\s[„“«\"]", after))
    if date.iso and len(date.iso) == 10 and _OPENING.match(before) and ends:
        return Day(date.iso, before + date.words)
    return None


def _labelled(pieces: Sequence[Stretch], roles: Sequence[Role], found: Facts) -> Day | None:
    """Return the one day that lines anywhere on a page call that of its publication."""
    days: dict[str, str] = {}
    for piece, role in zip(pieces, roles, strict=True):
        line = piece.text if len(piece.text) <= LONGEST_LINE else piece.text[:OPENING]
        if role != "body" and (day := _day(line, found, _LABEL)) and not _in_margin(piece, frozenset()):
            days.setdefault(day, line)
    return Day(*next(iter(days.items()))) if len(days) == 1 else None


def _tells_date(line: str, few: int) -> bool:
    beside = words_beside_date(line)
    few = min(few, MOST_IN_SENTENCE) if line.endswith((".", "!", "?")) else few
    return beside is not None and beside <= few and bool(re.search(r"\d.*\d{4}|\d{4}.*\d", line))


def _marked(piece: Stretch) -> bool:
    """Tell whether the page calls a line, or what directly encloses it, a date."""
    element = piece.block.element
    inner = islice(element.iterdescendants(), 6)
    near = (element, *islice(element.iterancestors(), 2), *inner)
    return any(_DATE_CLASS.search(f"{called(other)} {other.get('itemprop') or ''}") for other in near)


def _in_margin(piece: Stretch, around: frozenset[HtmlElement]) -> bool:
    """Tell whether a line lies among comments or other articles; what holds the title as well tells nothing."""
    element = piece.block.element
    inner = takewhile(lambda other: other not in around, (element, *islice(element.iterancestors(), 2)))
    return any(other.tag == "nav" or _MARGIN.search(called(other)) for other in inner)
