"""Boxes: stretches of two texts beside each other, and how near ones become one."""

from collections.abc import Iterable
from typing import NamedTuple

NEAR = 12  # words between two seeds of one stretch
GROWTH, REACH = 0.3, 30  # long stretches reach farther: by this share of their length, to this many words


class Box(NamedTuple):
    """Words i0 to i1 of the first text beside words j0 to j1 of the second."""

    i0: int
    i1: int
    j0: int
    j1: int

    @property
    def size(self) -> int:
        """The shorter side."""
        return min(self.i1 - self.i0, self.j1 - self.j0)

    def within(self, other: "Box") -> bool:
        """Tell whether the other box is around this one."""
        return other.i0 <= self.i0 and self.i1 <= other.i1 and other.j0 <= self.j0 and self.j1 <= other.j1

    def beside(self, other: "Box") -> bool:
        """Tell whether the two have no word of either text in common."""
        return (self.i1 <= other.i0 or other.i1 <= self.i0) and (self.j1 <= other.j0 or other.j1 <= self.j0)

    def with_(self, other: "Box") -> "Box":
        """Return the box around both."""
        return Box(
            min(self.i0, other.i0), max(self.i1, other.i1), min(self.j0, other.j0), max(self.j1, other.j1)
        )  # fmt: skip


def runs(seeds: Iterable[Box]) -> list[Box]:
    """Join seeds that overlap in step in both texts: of near copies, that leaves a few long runs."""
    joined: list[Box] = []
    for seed in sorted(seeds, key=lambda seed: (seed.j0 - seed.i0, seed.i0)):
        last = joined[-1] if joined else seed
        if joined and last.j0 - last.i0 == seed.j0 - seed.i0 and seed.i0 <= last.i1:
            if seed.i1 > last.i1 or seed.j1 > last.j1:
                joined[-1] = Box(last.i0, max(last.i1, seed.i1), last.j0, max(last.j1, seed.j1))
        else:
            joined.append(seed)
    return joined


def clusters(boxes: list[Box]) -> list[Box]:
    """Join what is near in both texts until nothing is near any more."""
    while True:
        open_: list[Box] = []
        done: list[Box] = []
        for box in sorted(boxes):
            still_open = []
            i0, _, j0, j1 = grown = box
            for other in open_:
                _, other_i1, other_j0, other_j1 = other
                if other_i1 + REACH < i0:
                    done.append(other)
                elif other_j1 + REACH < j0 or j1 + REACH < other_j0 or not _near(other, grown):
                    still_open.append(other)
                else:
                    _, _, j0, j1 = grown = other.with_(grown)
            open_ = [*still_open, grown]
        joined = done + open_
        if len(joined) == len(boxes):
            return joined
        boxes = joined


def _near(a: Box, b: Box) -> bool:
    """Tell whether two boxes are one stretch; the longer they are, the farther they may be apart."""
    gap = min(REACH, NEAR + GROWTH * (a.size + b.size))
    return b.i0 - a.i1 <= gap and a.i0 - b.i1 <= gap and b.j0 - a.j1 <= gap and a.j0 - b.j1 <= gap
