"""From the lines of a page to blocks: lines that follow each other down one column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.importing.pdf.lines import Line

FARTHEST = 2.5  # of the type size from one line of a block down to the next
SAME_HEIGHT = 0.3  # of the type size by which a line must stand lower to stand below
BESIDE = 0.6  # of the type size by which two lines below the same one may differ in height
SAME_SIZE = 1.2  # ratio of type sizes within a block


@dataclass(slots=True)
class Block:
    """Lines below each other in one column."""

    lines: list[Line]
    start: float
    end: float

    @property
    def top(self) -> float:
        """The height of the first line."""
        return self.lines[0].base + self.lines[0].size

    @property
    def bottom(self) -> float:
        """The height of the last line."""
        return self.lines[-1].base

    @property
    def place(self) -> int:
        """The place of its first word in the order of drawing."""
        return min(line.places[0] for line in self.lines)


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a page in the order of drawing; `lines` come from top to bottom."""
    return sorted(map(block, _runs(lines)), key=lambda found: found.place)


def block(lines: list[Line]) -> Block:
    """Return the block lines make."""
    return Block(lines, min(line.start for line in lines), max(line.end for line in lines))


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield lines that follow each other down a column, with no other line beside them."""
    below = [_below(lines, place) for place in range(len(lines))]
    above = [0] * len(lines)
    for following in below:
        for other in following:
            above[other] += 1
    follower = {
        place: following[0]
        for place, following in enumerate(below)
        if len(following) == 1 and above[following[0]] == 1 and _alike(lines[place], lines[following[0]])
    }
    for place in sorted(set(range(len(lines))) - set(follower.values())):
        run = [place]
        while run[-1] in follower:
            run.append(follower[run[-1]])
        yield [lines[at] for at in run]


def _below(lines: Sequence[Line], place: int) -> list[int]:
    """Return the lines directly below a line, those near in its column with nothing between."""
    line, found = lines[place], list[int]()
    for other in range(place + 1, len(lines)):
        down = line.base - lines[other].base
        if down > FARTHEST * line.size:
            break
        if down < SAME_HEIGHT * line.size or not overlap(line, lines[other]):
            continue
        if found and down > line.base - lines[found[0]].base + BESIDE * line.size:
            break
        if not any(
            overlap(lines[between], lines[other]) and _stands_above(lines[between], lines[other])
            for between in found
        ):
            found.append(other)
    return found


def _stands_above(line: Line, other: Line) -> bool:
    return line.base - other.base >= SAME_HEIGHT * other.size


def overlap(one: Line | Block, other: Line | Block) -> bool:
    """Tell whether two things stand in the same column, at least in part."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.1 * min(one.end - one.start, other.end - other.start)


def _alike(line: Line, other: Line) -> bool:
    return max(line.size, other.size) <= SAME_SIZE * min(line.size, other.size)
