"""Small invented indexes, each beside one that stock Whoosh makes of the same documents."""

import random
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from whoosh import columns, fields
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex

from desktop_app.core.search.fast import durable
from desktop_app.core.search.fast.fields import Text
from desktop_app.core.search.fast.snapshot import Snapshot
from desktop_app.core.search.fast.writer import BulkWriter

Document = dict[str, Any]
VOCABULARY = [
    *("orla", "river", "bridge", "velmark", "harbour", "council", "tessin", "radio", "wire", "courier", "post"),
    *(
        "mayor",
        "flood",
        "water",
        "levels",
        "engineer",
        "closed",
        "opened",
        "reported",
        "night",
        "boats",
        "bulletins",
    ),
    *("seven", "two", "three", "crossing", "closing", "bridges"),
]


class Singular(Text):
    """A second reading of a text, in which many words are one of two forms."""

    def cut(self, chunk: str, language: str | None) -> list[str]:
        """Return the words without an s at their end; of those with a double letter nothing."""
        return [word.removesuffix("s") for word in super().cut(chunk, language) if "oo" not in word]


def made_up(number: int, seed: int = 1) -> list[Document]:
    """Return so many invented documents; few words are frequent, most are rare, some texts are empty."""
    rng = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(len(VOCABULARY))]
    documents = []
    for position in range(number):
        parts = [" ".join(rng.choices(VOCABULARY, weights, k=rng.randrange(30))) for _ in range(rng.randint(1, 3))]
        documents.append(
            {
                "id": f"{seed}-{position}",
                "title": " ".join(rng.choices(VOCABULARY, k=rng.randrange(6))),
                "body": "\f".join(parts),
                "singular": "\f".join(parts),
                "source": rng.choice(("Orla Post", "Velmark Courier", "Harbour Wire")),
                "tags": ",".join(rng.sample(("flood", "trial", "port", "vote"), rng.randrange(3))),
                "year": rng.randint(1996, 2026),
                "day": rng.choice((None, 20_160_000 + rng.randrange(1200))),
            }
        )
    return documents


def schema() -> fields.Schema:
    """Return fields of every kind."""
    return fields.Schema(
        id=fields.ID(unique=True),
        title=Text(),
        body=Text(),
        singular=Singular(places=False, of="body"),
        source=fields.ID(),
        tags=fields.KEYWORD(commas=True, scorable=True),
        year=fields.NUMERIC(int),
        day=fields.COLUMN(columns.NumericColumn("i", 99_999_999)),
    )


def stock_index(documents: Iterable[Document]) -> FileIndex:
    """Return an index of the same documents, made by stock Whoosh at once."""
    index = RamStorage().create_index(schema())
    writer = index.writer()
    for document in documents:
        writer.add_document(**document)
    writer.commit()
    return index


def add(index: FileIndex, documents: Iterable[Document]) -> None:
    """Add documents in one commit."""
    writer = BulkWriter(index)
    for document in documents:
        writer.add_document(**document)
    writer.commit()


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    """Give an empty index."""
    return durable.create(tmp_path, schema())


@pytest.fixture
def snapshot(index: FileIndex) -> Callable[..., Snapshot]:
    """Give a way to put documents into the index, one commit each time, and to open it then."""

    def opened(*commits: Iterable[Document]) -> Snapshot:
        for documents in commits:
            add(index, documents)
        return Snapshot(Path(index.storage.folder))

    return opened
