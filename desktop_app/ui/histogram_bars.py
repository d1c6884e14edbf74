"""From counted months to the bars of a histogram: months where they fit, else years, decades, centuries."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.dates import MONTHS, spoken

MONTH, YEAR = 7, 4  # letters of 2024-06 and of 2024; a shorter period is a decade (202) or longer
SCALES = (MONTH, YEAR, 3, 2, 1)
MOST = {MONTH: 60}  # bars that can still be told apart
MOST_YEARS = 130


@dataclass(frozen=True)
class Bar:
    """A period with the number of its articles; `vague` more are dated to a longer period it lies in."""

    period: str
    count: int
    vague: int = 0


@dataclass(frozen=True)
class Bars:
    """The bars in order without a gap, and how many articles are undated."""

    bars: Sequence[Bar]
    undated: int

    def said(self, place: int) -> str:
        """Return in words what stands at a place; the place after the last bar is that of the undated."""
        if place >= len(self.bars):
            return f"Date unknown: {articles(self.undated)}"
        bar = self.bars[place]
        more = f"; {bar.vague:,} more in {bar.period[:YEAR]}, month unknown" if bar.vague else ""
        return f"{period_name(bar.period, whole=True)}: {articles(bar.count)}{more}"


def bars_of(months: Sequence[tuple[str, int]]) -> Bars:
    """Return the bars for months and years with their counts, "" being the undated."""
    counts = dict(months)
    undated = counts.pop("", 0)
    known = {period: count for period, count in counts.items() if period[:YEAR].isdigit() and len(period) >= YEAR}
    if not known:
        return Bars((), undated)
    scale = next(scale for scale in SCALES if len(_periods(known, scale)) <= MOST.get(scale, MOST_YEARS))
    sums: dict[str, int] = {}
    for period, count in known.items():
        sums[period[:scale]] = sums.get(period[:scale], 0) + count
    vague = {period: count for period, count in known.items() if len(period) < scale}
    bars = [Bar(period, sums.get(period, 0), vague.get(period[:YEAR], 0)) for period in _periods(known, scale)]
    return Bars(bars, undated)


def period_name(period: str, *, whole: bool = False) -> str:
    """Return a period as people write it, months in short or whole: Jun 2016, 2016, 2010s, 1900–1999."""
    if len(period) >= YEAR:
        name = spoken(period)
        return name if whole or len(period) == YEAR else f"{name[:3]} {name.split()[-1]}"
    if len(period) == YEAR - 1:
        return f"{period}0s"
    return f"{period.ljust(YEAR, '0')}–{period.ljust(YEAR, '9')}"


def articles(count: int) -> str:
    """Return a number of articles in words."""
    return "1 article" if count == 1 else f"{count:,} articles"


def _periods(known: dict[str, int], scale: int) -> list[str]:
    """Return every period from the first to the last; a year alone asks for no months beyond those there are."""
    if scale == MONTH:
        dated = sorted(period for period in known if len(period) >= MONTH)
        years = sorted(period[:YEAR] for period in known if len(period) < MONTH)
        edges = [*dated[:1], *dated[-1:], *(f"{year}-01" for year in years[:1]), *(f"{y}-12" for y in years[-1:])]
        first, last = min(edges), max(edges)
        numbers = range(_number(first), _number(last) + 1) if dated else range(MOST[MONTH] + 1)
        return [f"{number // len(MONTHS):04}-{number % len(MONTHS) + 1:02}" for number in numbers]
    cut = sorted(period[:scale] for period in known)
    return [str(number).zfill(scale) for number in range(int(cut[0]), int(cut[-1]) + 1)]


def _number(month: str) -> int:
    """Return the number of a month since year 0."""
    return int(month[:YEAR]) * len(MONTHS) + int(month[5:MONTH] or 1) - 1
