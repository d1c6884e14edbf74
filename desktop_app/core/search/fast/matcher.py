"""The postings of one word as stock Whoosh walks through them, a document at a time."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.system import pack_uint

from desktop_app.core.search.fast.segment import Segment, rounded


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """Walks through the postings of one word; all of them are one block to Whoosh."""

    def __init__(
        self, place: tuple[Segment, int], term: tuple[str, bytes], format_: Any, scorer: Any = None
    ) -> None:
        self._place, self._term, self.format, self.scorer = place, term, format_, scorer
        segment, number = place
        documents, times = segment.postings(term[0], number, number + 1)
        self._ids: list[int] = documents.tolist()
        self._times: list[int] = times.tolist()
        self._greatest = float(times.max())
        self._shortest = int(rounded(segment.lengths(term[0])[documents]).min())
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether it stands at a document."""
        return self._at < len(self._ids)

    def reset(self) -> None:
        """Go back to the first document."""
        self._at = 0

    def id(self) -> int:
        """Return the document it stands at."""
        return self._ids[self._at]

    def all_ids(self) -> Iterator[int]:
        """Give all documents."""
        return iter(self._ids)

    def weight(self) -> float:
        """Return how many times the document has the word."""
        return float(self._times[self._at])

    def next(self) -> bool:
        """Go to the next document."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return not self.is_active()

    def skip_to(self, id: int) -> None:  # noqa: A002 - as Whoosh calls it
        """Go to the first document that is not before this one."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._ids, id, self._at)

    def skip_to_quality(self, minquality: float) -> int:
        """Go to the end when no document can be good enough."""
        if self.is_active() and self.block_quality() <= minquality:
            self._at = len(self._ids)
            return 1
        return 0

    def value_as(self, astype: str) -> Any:
        """Return what is known of the word in this document."""
        if astype == "positions":
            return self._positions()
        return self.format.decoder(astype)(self.value())

    def value(self) -> bytes:
        """Return the same as Whoosh encodes it."""
        if not self._place[0].has_positions(self._term[0]):
            return bytes(pack_uint(self._times[self._at]))
        return bytes(self.format.encode(self._positions()))

    def copy(self) -> "ArrayMatcher":
        """Return another one at the same document."""
        other = ArrayMatcher(self._place, self._term, self.format, self.scorer)
        other._at = self._at
        return other

    def block_max_weight(self) -> float:
        """Return the greatest number of times of any document."""
        return self._greatest

    def block_min_length(self) -> int:
        """Return the length of the shortest document."""
        return self._shortest

    def block_min_id(self) -> int:
        """Return the first document."""
        return self._ids[0]

    def block_max_id(self) -> int:
        """Return the last document."""
        return self._ids[-1]

    def _positions(self) -> list[int]:
        segment, number = self._place
        start = sum(self._times[: self._at])
        found: list[int] = segment.positions(self._term[0], number, number + 1)[
            start : start + self._times[self._at]
        ].tolist()
        return found
