"""What an article is: text with labelled parts, and what its original says about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Role = Literal["title", "byline", "dateline", "date", "body", "caption", "furniture", "rights"]

# What the user may correct, and the searcher may ask for.
Field = Literal["title", "byline", "source", "published"]
FIELDS: tuple[Field, ...] = get_args(Field)

# What a list can be restricted by.
Facet = Literal["collection", "source", "year", "language", "tag"]
FACETS: tuple[Facet, ...] = get_args(Facet)
Restriction = tuple[Facet, str]  # a facet and one of its values; "" stands for: not known


@dataclass(frozen=True)
class Part:
    """A stretch of an article's text with one role; positions count Unicode characters."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True)
class Article:
    """What one original says; a field is None where the original does not say it.

    `text` is the readable text with page furniture included; every non-blank character of it lies in exactly
    one part. `published` is ISO 8601 at the precision known (2016, 2016-06 or 2016-06-12). `evidence` gives,
    for a field, the words or the place in the file it rests on.
    """

    text: str
    parts: tuple[Part, ...]
    title: str | None = None
    byline: str | None = None
    source: str | None = None
    publisher_url: str | None = None
    url: str | None = None
    captured: str | None = None
    published: str | None = None
    dateline: str | None = None
    language: str | None = None
    encoding: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def of(self, *roles: Role) -> list[str]:
        """Return the texts of the parts with these roles, in order."""
        return [self.text[part.start : part.end] for part in self.parts if part.role in roles]

    @property
    def body(self) -> str:
        """The body parts, joined by blank lines."""
        return "\n\n".join(self.of("body"))


@dataclass(frozen=True)
class ArchivedArticle:
    """An article in an archive.

    `by_hand` names the fields the user has set; `position` counts from 0 the articles of one original.
    """

    id: int
    article: Article
    sha256: str
    original_name: str
    imported: str
    words: int
    by_hand: frozenset[str] = frozenset()
    position: int = 0

    @property
    def heading(self) -> str:
        """The title, or the name of the original where there is none."""
        return self.article.title or self.original_name


@dataclass(frozen=True)
class Summary:
    """What a list shows of an article."""

    id: int
    title: str | None
    source: str | None
    published: str | None
    words: int
    original_name: str
    captured: str | None = None

    @property
    def heading(self) -> str:
        """The title, or the name of the original where there is none."""
        return self.title or self.original_name


@dataclass(frozen=True)
class Selection:
    """Which articles a list shows; with nothing set, all. `source` "" means: source unknown.

    Of `only`, an article must have one value of each facet that is named; of `without`, none. `span` is the
    first and the last year or month in which an article may have been published.
    """

    source: str | None = None
    undated: bool = False
    imported_by: int | None = None
    starred: bool = False
    span: tuple[str, str] | None = None
    only: tuple[Restriction, ...] = ()
    without: tuple[Restriction, ...] = ()


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file of an import.

    `outcome` is added (then `article` is the first of its `articles`), duplicate (then `article` is the one
    already here) or failed (then `code` and `message` say why).
    """

    file: str
    outcome: Literal["added", "duplicate", "failed"]
    article: int | None = None
    code: str = ""
    message: str = ""
    articles: int = 0


@dataclass(frozen=True)
class ImportReport:
    """What an import did; times are ISO 8601 in UTC, `seconds` counts the work.

    `paths` are the files and folders it was asked to read.
    """

    id: int
    label: str
    started: str
    seconds: float
    state: Literal["running", "finished", "cancelled"]
    files: tuple[FileOutcome, ...]
    paths: tuple[str, ...] = ()

    def having(self, outcome: str) -> list[FileOutcome]:
        """Return the files with one outcome."""
        return [file for file in self.files if file.outcome == outcome]
