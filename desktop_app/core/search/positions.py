"""How often documents have words in order, or near each other."""

from collections.abc import Sequence

from desktop_app.core.search.snapshot import Snapshot


def in_order(snapshot: Snapshot, field: str, choices: Sequence[Sequence[str]]) -> dict[int, float]:
    """Return how often each document has, one after the other, one word of each choice."""
    documents = _having(snapshot, field, choices)
    starts: dict[int, set[int]] = {}
    for place, words in enumerate(choices):
        here: dict[int, set[int]] = {document: set() for document in documents}
        for word in words:
            for document, positions in snapshot.positions(field, word, documents).items():
                here[document].update(position - place for position in positions)
        starts = {document: starts[document] & at for document, at in here.items()} if place else here
        documents = [document for document in documents if starts[document]]
    return {document: float(len(starts[document])) for document in documents}


def together(snapshot: Snapshot, field: str, words: Sequence[str], distance: int) -> dict[int, float]:
    """Return how often each document has all words with at most so many others between first and last."""
    documents = _having(snapshot, field, [[word] for word in words])
    positions = [snapshot.positions(field, word, documents) for word in words]
    found: dict[int, float] = {}
    for document in documents:
        at = sorted((place, n) for n, where in enumerate(positions) for place in where.get(document, ()))
        times = len(stretches(at, len(words), distance))
        if times:
            found[document] = float(times)
    return found


def stretches(at: Sequence[tuple[int, int]], kinds: int, distance: int) -> list[tuple[int, int]]:
    """Return from where to where all kinds stand together, without overlap; `at` is (place, kind) in order."""
    found: list[tuple[int, int]] = []
    last: dict[int, int] = {}
    for place, kind in at:
        last[kind] = place
        first = min(last.values())
        if len(last) == kinds and place - first + 1 - kinds <= distance:
            found.append((first, place))
            last = {}
    return found


def _having(snapshot: Snapshot, field: str, choices: Sequence[Sequence[str]]) -> list[int]:
    """Return the documents that have a word of each choice, in ascending order."""
    common: set[int] | None = None
    for words in sorted(choices, key=len):
        having = {document for word in words for document, _ in snapshot.postings(field, word)}
        common = having if common is None else common & having
        if not common:
            return []
    return sorted(common or ())
