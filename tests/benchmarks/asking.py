"""What is put into every engine, and asked of it."""

import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

import generating

BEST, NEAR = 20, 5
QUESTIONS = 24  # of each kind
SOURCES, DAYS = 48, 3000


class Record(NamedTuple):
    """One article."""

    id: int
    title: str
    body: str
    source: str
    day: int


class Question(NamedTuple):
    """What is asked: a kind, and the words for it."""

    kind: str
    words: tuple[str, ...]


class Engine(Protocol):
    """What every engine does."""

    def __init__(self, folder: Path) -> None: ...

    def prepare(self, records: Iterable[Record]) -> None:
        """Do what is done before indexing begins, and not counted as that."""

    def index(self, records: Iterable[Record], /) -> None:
        """Make an index in an empty folder."""

    def open(self) -> None:
        """Open it as it is now."""

    def ask(self, question: Question) -> int | None:
        """Find the best, and return how many match; -1 if that is not known, None for what cannot be asked."""

    def add(self, record: Record) -> None:
        """Add one article."""


def questions() -> list[Question]:
    """Return the questions, the kinds mixed."""
    rng = random.Random(3)
    words = generating.words()
    small, common, rare = words[:12], words[40:400], words[5000:50_000]
    kinds: dict[str, Callable[[], tuple[str, ...]]] = {
        "term": lambda: (rng.choice(common),),
        "rare term": lambda: (rng.choice(rare),),
        "and 2": lambda: tuple(rng.sample(common, 2)),
        "and 3": lambda: tuple(rng.sample(common, 3)),
        "or 3": lambda: tuple(rng.sample(common, 3)),
        "source": lambda: (rng.choice(common), f"Outlet {rng.randrange(12)}"),
        "days": lambda: (rng.choice(common), str(first := rng.randrange(DAYS - 400)), str(first + 400)),
        "newest": lambda: (rng.choice(common),),
        "facets, months": lambda: (rng.choice(common),),
        "20 with snippets": lambda: tuple(rng.sample(common, 2)),
        "phrase": lambda: tuple(rng.sample(common, 2)),
        "phrase of small words": lambda: tuple(rng.sample(small, 2)),
        "near": lambda: tuple(rng.sample(common, 2)),
        "near, small word": lambda: (rng.choice(small), rng.choice(common)),
        "typing": lambda: (rng.choice(common), rng.choice(rare)[: rng.randint(2, 4)]),
        "fuzzy": lambda: (rng.choice(rare)[:-1] + "q",),
        "typing, at rest": lambda: (rng.choice(common), rng.choice(rare)[: rng.randint(2, 4)]),
    }
    asked = [Question(kind, make()) for kind, make in kinds.items() for _ in range(QUESTIONS)]
    rng.shuffle(asked)
    return asked
