"""Event groups: which articles of an archive report one event, by one threshold for all archives.

Articles, and then groups, are joined as long as on average they are surely enough of the same event (average
linkage): one report that mentions two events does not make one of them.
"""

import heapq
from collections import defaultdict
from collections.abc import Sequence

from desktop_app.core.progress import Progress
from desktop_app.core.search.nearness import Nearness
from desktop_app.core.search.related import SAME_EVENT, Coverage
from desktop_app.core.search.snapshot import damage_told

AT_ONCE = 500  # articles looked at together
NEIGHBOURS = 100  # of each article that may be of its event
FAINT = SAME_EVENT / 4  # what is less sure counts as nothing
Sureness = dict[int, dict[int, float]]  # of two articles or groups


def events(report: Progress, coverage: Coverage) -> list[tuple[int, ...]]:
    """Return the ids of the articles of each event that has two reports or more, the largest events first."""
    if coverage.nearness is None:
        return []
    nearness = coverage.nearness
    with damage_told():
        documents = nearness.snapshot.documents().tolist()
        sure = _sureness(report, nearness, documents)
        ids = nearness.snapshot.ids.tolist()
    groups = [tuple(sorted(ids[document] for document in group)) for group in joined(sure)]
    return sorted(groups, key=lambda group: (-len(group), group))


def joined(sure: Sureness, enough: float = SAME_EVENT) -> list[list[int]]:
    """Join what is sure enough on average, the surest first, and return the groups; `sure` is used up."""
    members = {one: [one] for one in sure}
    waiting = [(-value, one, other) for one, near in sure.items() for other, value in near.items() if one < other]
    heapq.heapify(waiting)
    following = max(sure, default=0) + 1
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if -value < enough:
            break
        if one not in members or other not in members:
            continue
        sure[following] = _averages(sure, one, other, (len(members[one]), len(members[other])))
        members[following] = members.pop(one) + members.pop(other)
        for third, average in sure[following].items():
            sure[third][following] = average
            heapq.heappush(waiting, (-average, third, following))
        following += 1
    return [group for group in members.values() if len(group) > 1]


def _averages(sure: Sureness, one: int, other: int, sizes: tuple[int, int]) -> dict[int, float]:
    """Take two groups out and return how sure every third is of both together."""
    first, second = sure.pop(one), sure.pop(other)
    averages = {}
    for third in (first.keys() | second.keys()) - {one, other}:
        total = first.get(third, 0.0) * sizes[0] + second.get(third, 0.0) * sizes[1]
        averages[third] = total / sum(sizes)
        sure[third].pop(one, None)
        sure[third].pop(other, None)
    return averages


def _sureness(report: Progress, nearness: Nearness, documents: Sequence[int]) -> Sureness:
    """Return how sure it is that any two documents report one event; half, where only one finds the other."""
    sure: Sureness = {document: {} for document in documents}
    found: defaultdict[tuple[int, int], float] = defaultdict(float)
    for start in range(0, len(documents), AT_ONCE):
        report(start, len(documents), "Looking for reports of one event")
        some = documents[start : start + AT_ONCE]
        nearness.learn(some)
        for document, terms in zip(some, nearness.vectors.terms(some), strict=True):
            near = nearness.neighbours(document, terms, NEIGHBOURS)
            for other, same in zip(near.documents.tolist(), near.same.tolist(), strict=True):
                if same >= FAINT:
                    found[min(document, other), max(document, other)] += same / 2
    for (one, other), value in found.items():
        sure[one][other] = sure[other][one] = value
    return sure
