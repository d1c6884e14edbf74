"""Figures of several reports as rows: compared only where the same thing is counted, and never called wrong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from desktop_app.core.comparison.counted import Counted, alike, comparable, same_scope, same_sum, same_value
from desktop_app.core.comparison.reports import quoted
from desktop_app.core.comparison.rows import Mark, Row, Span
from desktop_app.core.comparison.said import meets
from desktop_app.core.comparison.table import Table, articles_of, in_text_order

Matter = list[Counted]


def figure_rows(table: Table, figures: Iterable[Counted], excluded: Sequence[Span] = ()) -> tuple[Row, ...]:
    """Return the rows of figures but some: first those in several articles, then those that only one has."""
    figures = [each for each in figures if not any(meets(each.span, span) for span in excluded)]
    by_class: defaultdict[tuple[str, str], Matter] = defaultdict(list)
    for figure in figures:
        by_class[figure.dimension, figure.action].append(figure)
    matters = [
        part
        for group in by_class.values()
        for matter in table.gathered(_most_telling_first(group), alike)
        for part in _parted(table, matter)
    ]
    rows = [_row(table, matter) for matter in table.accepted(_sums_united(table, matters))]
    shared = [row for row in rows if len(row.spans) > 1]
    return (*in_text_order(shared), *in_text_order(row for row in rows if len(row.spans) == 1))


def _most_telling_first(figures: Iterable[Counted]) -> Matter:
    """Put what says most of the thing first: “fighters” goes with “ISIS fighters” and not with both sides'."""
    return sorted(figures, key=lambda figure: (-len(figure.qualities), figure.span))


def _parted(table: Table, matter: Matter) -> list[Matter]:
    """Part the figures for one thing into rows: the same value, then the same scope, then what is left over."""
    rows: list[Matter] = []
    left: Matter = []
    for values in table.gathered(matter, same_value):
        if len(articles_of(values)) > 1:
            rows.append(values)
        else:
            left += values
    left = [figure for figure in left if not _joins(table, figure, rows)]
    beside = table.gathered(left, _side_by_side)
    rows += [figures for figures in beside if len(articles_of(figures)) > 1]
    alone = [figure for figures in beside if len(articles_of(figures)) == 1 for figure in figures]
    if len(articles_of(alone)) > 1:
        return [*rows, *table.gathered(alone, comparable)]
    return rows + table.gathered(alone, same_value)


def _sums_united(table: Table, matters: Iterable[Matter]) -> list[Matter]:
    """Unite a sum of money that reports tell to the digit, though only one of them says what was done with it."""
    sums: list[Matter] = []
    others: list[Matter] = []
    for matter in matters:
        alone = len(articles_of(matter)) == 1 and all(figure.is_sum for figure in matter)
        (sums if alone else others).append(matter)
    united: list[Matter] = []
    for matter in sums:
        fitting = (beside for beside in united if all(table.fits(each, beside, same_sum) for each in matter))
        wider = next(fitting, None)
        if wider is None:
            united.append(list(matter))
        else:
            wider += matter
    return [*others, *united]


def _side_by_side(one: Counted, other: Counted) -> bool:
    return comparable(one, other) and same_scope(one, other)


def _joins(table: Table, figure: Counted, rows: Sequence[Matter]) -> bool:
    """Put a figure beside others of its scope, where its article has none yet; tell whether it was put."""
    for row in rows if figure.exact else ():
        if figure.span.article not in articles_of(row) and table.fits(figure, row, _side_by_side):
            row.append(figure)
            return True
    return False


def _row(table: Table, matter: Matter) -> Row:
    matter = sorted(matter, key=lambda figure: figure.span)
    label = next((figure.label for figure in matter if figure.labelled), matter[0].label)
    return table.row(label, _mark(matter), [figure.span for figure in matter], _reasons(matter))


def _mark(matter: Matter) -> Mark:
    """Tell how the figures of a row stand to each other: by those of different articles."""
    if len(articles_of(matter)) == 1:
        return "only-here"
    pairs = [(one, other) for one, other in combinations(matter, 2) if one.span.article != other.span.article]
    unequal = [(one, other) for one, other in pairs if not same_value(one, other)]
    if not unequal:
        return "same"
    if _of_several_occasions(matter) or not any(same_scope(one, other) for one, other in unequal):
        return "other-scope"
    return "differs"


def _of_several_occasions(matter: Matter) -> bool:
    """Tell whether one report counts the same several times over, as on several days."""
    pairs = [(one, other) for one, other in combinations(matter, 2) if one.span.article == other.span.article]
    return matter[0].dimension == "count" and any(not same_value(one, other) for one, other in pairs)


def _reasons(matter: Matter) -> list[str]:
    """Say what a row rests on, in the words of the reports."""
    if len(articles_of(matter)) == 1:
        return []
    told = (
        ("counted", [figure.figure.thing for figure in matter]),
        ("what happened", [figure.action_words for figure in matter]),
        ("period", [figure.figure.period for figure in matter]),
        ("said with", [figure.figure.qualifier for figure in matter]),
    )
    return [f"{name}: {quoted(filter(None, values))}" for name, values in told if any(values)]
