"""The queries of Whoosh that stand for words: one word, or whichever words begin so, look so or lie between."""

from typing import Any

from whoosh import query

from desktop_app.core.search.fast.occurrences import any_of, summed
from desktop_app.core.search.fast.segment import Postings
from desktop_app.core.search.fast.snapshot import Snapshot


class Leaves:
    """Finds the postings of such queries in one snapshot."""

    def __init__(self, snapshot: Snapshot, at_most: int | None) -> None:
        self._snapshot = snapshot
        self._at_most = at_most
        self.exact = True
        self._known = {
            query.Term: self._term,
            query.Prefix: self._prefix,
            query.Wildcard: self._wildcard,
            query.FuzzyTerm: self._fuzzy,
            query.TermRange: self._range,
        }

    def postings(self, wanted: Any) -> Postings | None:
        """Return the documents that match, each with the number of times; None for a query of another kind."""
        known = self._known.get(type(wanted))
        return known(wanted) if known else None

    def bytes(self, field: str, text: Any) -> bytes:
        """Return a word as it stands in the index."""
        return text if isinstance(text, bytes) else bytes(self._snapshot.schema[field].to_bytes(text))

    def _term(self, wanted: query.Term) -> Postings:
        return self._snapshot.postings(wanted.fieldname, self.bytes(wanted.fieldname, wanted.text))

    def _prefix(self, wanted: query.Prefix) -> Postings:
        field, start = wanted.fieldname, wanted.text
        chosen = None if self._at_most is None else self._snapshot.frequent(field, start, self._at_most)
        if chosen is None:
            return summed(self._snapshot.beginning(field, start), self._snapshot.count_all)
        self.exact = False
        return any_of(self._snapshot, field, chosen)

    def _wildcard(self, wanted: query.Wildcard) -> Postings | None:
        if "[" in wanted.text:
            return None
        return any_of(self._snapshot, wanted.fieldname, self._snapshot.like(wanted.fieldname, wanted.text))

    def _fuzzy(self, wanted: query.FuzzyTerm) -> Postings:
        near = self._snapshot.within(wanted.fieldname, wanted.text, wanted.maxdist)
        start = wanted.text[: wanted.prefixlength]
        return any_of(self._snapshot, wanted.fieldname, [word for word in near if word.startswith(start)])

    def _range(self, wanted: query.TermRange) -> Postings:
        field = wanted.fieldname
        start, end = (None if word is None else self.bytes(field, word) for word in (wanted.start, wanted.end))
        postings = self._snapshot.between(field, (start, wanted.startexcl), (end, wanted.endexcl))
        return summed(postings, self._snapshot.count_all)
