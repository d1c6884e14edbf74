"""The order in which the blocks of a page are read: as drawn where that agrees with the eye, else by columns."""

from collections.abc import Sequence
from itertools import combinations

from desktop_app.core.importing.pdf.columns import Block, overlap

MARGIN = 0.08  # of the height of the page, above and below, where running heads and page numbers stand
BELIEVED = 0.05  # share of the pairs of blocks in which the order of drawing may contradict the eye
MOST_BLOCKS = 300  # on one page; more are a drawing or a table, and read as drawn
PROSE = 20  # letters a line of a text column has on the average
FEWEST_LINES = 3  # of a text column

Gap = tuple[float, float]


def in_reading_order(found: Sequence[Block], height: float) -> list[Block]:
    """Return the blocks of a page, which come in the order of drawing, in the order in which they are read.

    What stands above comes first. Beside each other, the order of drawing decides if it never contradicts the
    eye; otherwise text columns are read one after the other, and everything else band by band.
    """
    if len(found) > MOST_BLOCKS:
        return list(found)
    return _from_above(found) if _is_drawn_as_read(found, height) else _by_columns(found)


def _is_drawn_as_read(found: Sequence[Block], height: float) -> bool:
    """Tell whether blocks are drawn from above to below, and columns from the first to the last."""
    agree = contradict = 0
    inner = [block for block in found if MARGIN * height < block.bottom < (1 - MARGIN) * height]
    for first, second in combinations(inner, 2):
        if overlap(first, second):
            right = first.top >= second.top
        elif min(len(first.lines), len(second.lines)) >= FEWEST_LINES and _beside(first, second):
            right = first.start <= second.start
        else:
            continue
        agree, contradict = agree + right, contradict + (not right)
    return contradict <= BELIEVED * (agree + contradict)


def _beside(one: Block, other: Block) -> bool:
    return min(one.top, other.top) > max(one.bottom, other.bottom)


def _from_above(found: Sequence[Block]) -> list[Block]:
    """Return the blocks so that what stands above in a column comes first, else as they are given."""
    above = [
        {at for at, other in enumerate(found) if overlap(other, block) and other.top > block.top} for block in found
    ]
    waiting = list(range(len(found)))
    ordered = []
    while waiting:
        at = next(at for at in waiting if above[at].isdisjoint(waiting))
        waiting.remove(at)
        ordered.append(found[at])
    return ordered


def _by_columns(found: Sequence[Block]) -> list[Block]:
    """Return the blocks with text columns read one after the other, between what crosses them."""
    if len(found) < 2:
        return list(found)
    bands = _bands(found)
    if len(bands) == 1:
        gaps = _gaps(found)
        return _parted(found, gaps[0]) if gaps else _interlocked(found)
    ordered: list[Block] = []
    at = 0
    while at < len(bands):
        count, gap = _columns_from(bands[at:])
        run = [block for band in bands[at : at + count] for block in band]
        ordered += _by_columns(run) if gap is None else _parted(run, gap)
        at += count
    return ordered


def _parted(found: Sequence[Block], gap: Gap) -> list[Block]:
    left = [block for block in found if block.end <= gap[1]]
    return _by_columns(left) + _by_columns([block for block in found if block not in left])


def _interlocked(found: Sequence[Block]) -> list[Block]:
    """Return blocks that no straight line parts, from the first column on."""
    return _from_above(sorted(found, key=lambda block: (block.start, -block.top)))


def _bands(found: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks parted wherever a line can be drawn across the page, from above to below."""
    bands: list[list[Block]] = []
    lowest = 0.0
    for block in sorted(found, key=lambda block: -block.top):
        if bands and block.top > lowest:
            bands[-1].append(block)
            lowest = min(lowest, block.bottom)
        else:
            bands.append([block])
            lowest = block.bottom
    return bands


def _columns_from(bands: Sequence[Sequence[Block]]) -> tuple[int, Gap | None]:
    """Return how many of the bands, from the first on, make text columns, and the gap after the first column."""
    gaps, count = _gaps(bands[0]), 1
    both = 1 if gaps else 0  # bands up to the last one that has text on both sides
    best = gaps
    for number, band in enumerate(bands[1:], 2):
        left = [part for gap in gaps for part in _left_by(band, gap)]
        if not left:
            break
        gaps, count = left, number
        if any(_sides(band, gap) for gap in gaps):
            both, best = number, gaps
    if not both:
        return 1, None
    two_sided = [block for band in bands[:both] for block in band]
    prose = next((gap for gap in best if _is_prose(two_sided, gap)), None)
    if prose is None:
        return 1, None
    rest = next((gap for gap in gaps if prose[0] <= gap[0] and gap[1] <= prose[1]), None)
    return (count, rest) if rest else (both, prose)


def _sides(band: Sequence[Block], gap: Gap) -> bool:
    return any(block.end <= gap[0] for block in band) and any(block.start >= gap[1] for block in band)


def _is_prose(found: Sequence[Block], gap: Gap) -> bool:
    """Tell whether what stands on both sides of a gap are columns of text, not the cells of a table."""
    for side in ([b for b in found if b.end <= gap[0]], [b for b in found if b.start >= gap[1]]):
        texts = [line.text for block in side for line in block.lines]
        if len(texts) < FEWEST_LINES or sum(map(len, texts)) < PROSE * len(texts):
            return False
    return True


def _gaps(found: Sequence[Block]) -> list[Gap]:
    """Return the gaps between blocks through which a line can be drawn down, from the first to the last."""
    gaps: list[Gap] = []
    end: float | None = None
    for block in sorted(found, key=lambda block: block.start):
        if end is not None and block.start > end:
            gaps.append((end, block.start))
        end = block.end if end is None else max(end, block.end)
    return gaps


def _left_by(band: Sequence[Block], gap: Gap) -> list[Gap]:
    """Return what a band leaves of a gap."""
    parts = [gap]
    for block in band:
        cut = [part for low, high in parts for part in ((low, min(high, block.start)), (max(low, block.end), high))]
        parts = sorted({(low, high) for low, high in cut if high - low > 0})
    return parts
