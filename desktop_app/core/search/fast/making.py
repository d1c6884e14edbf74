"""Making the parts of a commit: the first here, and when there is more, the others in processes of their own."""

import multiprocessing
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor, wait
from pathlib import Path
from typing import Any

from whoosh.fields import Schema

from desktop_app.core.search.fast.codec import ArraySegment
from desktop_app.core.search.fast.inversion import Vocabulary
from desktop_app.core.search.fast.part import DOCUMENTS, Part

SIGNS = 25_000_000  # of one part made in another process


class Making:
    """Turns documents into parts; without workers all of them are made in this process."""

    def __init__(self, folder: Path, name: str, schema: Schema, workers: int) -> None:
        self._folder, self._name, self._schema, self._workers = folder, name, schema, workers
        self._vocabularies: dict[str, Vocabulary] = {}
        self._part = Part(schema, self._vocabularies)
        self._made: list[tuple[ArraySegment, Future[int] | None]] = []
        self._pool: ProcessPoolExecutor | None = None
        self._batch: list[Mapping[str, Any]] = []
        self._signs = 0

    def add(self, values: Mapping[str, Any]) -> None:
        """Take in one document."""
        if not (self._workers and self._made):
            self._part.add(values)
            if self._part.full():
                self._write_here()
            return
        self._batch.append(values)
        self._signs += sum(len(value) for value in values.values() if isinstance(value, str))
        if len(self._batch) >= DOCUMENTS or self._signs >= SIGNS:
            self._hand_over()

    def finish(self) -> list[ArraySegment]:
        """Write what is left and return all parts, in the order of their documents."""
        if self._batch and not self._pool:
            for values in self._batch:
                self._part.add(values)
            self._batch = []
        if self._part.count:
            self._write_here()
        if self._batch:
            self._hand_over()
        for segment, future in self._made:
            if future:
                segment.count = future.result()
        self._close()
        return [segment for segment, _ in self._made]

    def abandon(self) -> None:
        """Remove what was written."""
        self._close()
        for segment, _ in self._made:
            segment.path(self._folder).unlink(missing_ok=True)

    def _write_here(self) -> None:
        segment = ArraySegment(self._name)
        self._made.append((segment, None))
        segment.count = self._part.write(segment.path(self._folder))
        self._part = Part(self._schema, self._vocabularies)

    def _hand_over(self) -> None:
        """Let another process make a part, but wait while all of them are busy: what waits fills the memory."""
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, context, _prepare, (self._schema,))
            self._vocabularies.clear()
            self._part = Part(self._schema, self._vocabularies)
        busy = [future for _, future in self._made if future and not future.done()]
        if len(busy) >= self._workers:
            wait(busy, return_when="FIRST_COMPLETED")
        segment = ArraySegment(self._name)
        future = self._pool.submit(_write_there, segment.path(self._folder), self._batch)
        self._made.append((segment, future))
        self._batch, self._signs = [], 0

    def _close(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


_there: tuple[Schema, dict[str, Vocabulary]]  # what a worker process keeps from one part to the next


def _prepare(schema: Schema) -> None:
    global _there  # noqa: PLW0603 - a process has no other place to keep anything
    _there = schema, {}


def _write_there(path: Path, documents: list[Mapping[str, Any]]) -> int:
    part = Part(*_there)
    for values in documents:
        part.add(values)
    return part.write(path)
