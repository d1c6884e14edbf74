"""Statements: sentences of different reports that may be about one matter, the few strongest, with reasons.

Sentences are alike by the names and words they share, the rarer the more (tf-idf over names and synonyms as one
term each); the same speaker and figures for the same thing speak for them beside that.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log, sqrt

from desktop_app.core.analysis.evidence import Range
from desktop_app.core.comparison.counted import Counted, alike, same_scope, same_value
from desktop_app.core.comparison.reports import Report, common_words, quoted
from desktop_app.core.comparison.rows import Row, Span
from desktop_app.core.comparison.table import Table, in_text_order

STRONG = 0.2  # the likeness from which on two sentences are shown
MOST = 24  # rows
OFTEN = 3  # rows a sentence may be in
FEWEST_TERMS = 4  # telling words and names of a sentence that is compared
FEWEST_SHARED, FEWEST_RARE = 3, 2  # of them two sentences must have in common, and of those the rare ones
RARE = 8  # a term is rare that one sentence in so many has, or one of each report
SHORT = 1.7  # of a sentence that weighs less than so many rare words, what it shares counts for less
SAME_FIGURE, SAME_COUNTED, SAME_SPEAKER = 0.2, 0.1, 0.05  # what typed evidence adds
OFTEN_USED = 60  # sentences that have a term before it is rare no more in any text
COMMON = 0.4  # what a word weighs that stands in reports of every kind
SHOWN = 6  # words a reason names
FIGURES = 8  # of a sentence that are compared
LONG = 20  # characters of a number on either side of some of its digits
NUMBER = re.compile(r"\d+(?:[.,٬٫]\d+)*")


@dataclass(frozen=True)
class Statement:
    """A sentence of a report with the weight of each of its terms, and where each stands first."""

    span: Span
    places: Mapping[str, Range]
    weights: Mapping[str, float]
    figures: tuple[Counted, ...]
    speakers: frozenset[str]


@dataclass(frozen=True)
class Candidate:
    """Two statements, how strong the candidate is, the terms that tell most, and what else speaks for it."""

    score: float
    pair: tuple[Statement, Statement]
    telling: tuple[str, ...]
    reasons: tuple[str, ...]


def statement_rows(table: Table, figures: Sequence[Counted], shown: Sequence[tuple[Span, Span]]) -> tuple[Row, ...]:
    """Return the rows of statements: those the user has linked or accepted, then the strongest candidates.

    `shown` are pairs of places that other rows hold side by side already.
    """
    found = [
        each
        for each in candidates(table.reports, figures)
        if not table.said.knows(each.pair[0].span, each.pair[1].span) and not _told(each.pair, shown)
    ]
    by_hand = [_by_hand(table, pair) for pair in table.said.together]
    return (*by_hand, *in_text_order(_row(table, matter) for matter in _strongest(found)))


def candidates(reports: Sequence[Report], figures: Sequence[Counted]) -> list[Candidate]:
    """Return the pairs of sentences that are strong enough, the strongest first."""
    statements = _weighed([each for report in reports for each in _statements(report, figures)])
    having: defaultdict[str, list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        for term in statement.weights:
            having[term].append(place)
    rare: Counter[tuple[int, int]] = Counter()
    most = min(OFTEN_USED, max(len(reports), len(statements) // RARE))
    for term, places in having.items():
        if len(places) <= most and term not in common_words():
            rare.update(combinations(places, 2))
    pairs = ((statements[i], statements[j], count) for (i, j), count in rare.items())
    found = (_candidate(one, other, count) for one, other, count in pairs if one.span.article != other.span.article)
    strong = [each for each in found if each and each.score >= STRONG]
    return sorted(strong, key=lambda each: (-each.score, each.pair[0].span, each.pair[1].span))


def _statements(report: Report, figures: Sequence[Counted]) -> Iterator[Statement]:
    """Yield the sentences of a report that say enough to be compared, their terms not weighed yet."""
    mine = [figure for figure in figures if figure.span.article == report.place]
    spoken = [(each.start, each.end, report.speaker(each)) for each in report.evidence.quotations]
    speakers = [each.speaker for each in report.evidence.quotations if each.speaker]
    speaking = {term.start for speaker in speakers for term in report.terms(speaker.start, speaker.end)}
    for start, end in report.evidence.sentences:
        # Who says it is no part of what is said.
        terms = [term for term in report.terms(start, end) if term.start not in speaking]
        counts = Counter(term.key for term in terms)
        if len(counts) >= FEWEST_TERMS:
            yield Statement(
                report.span(start, end),
                {term.key: (term.start, term.end) for term in reversed(terms)},
                {key: 1 + log(count) for key, count in counts.items()},
                tuple(figure for figure in mine if start <= figure.span.start < end)[:FIGURES],
                frozenset(name for at, to, name in spoken if name and at < end and start < to),
            )


def _weighed(statements: Sequence[Statement]) -> list[Statement]:
    """Weigh the terms by how few sentences have them, and each sentence by what it says in all."""
    having = Counter(term for statement in statements for term in statement.weights)
    least = SHORT * log(max(2, len(statements) / 2))
    weighed = []
    for statement in statements:
        weights = {
            term: weight * log(len(statements) / having[term]) * (COMMON if term in common_words() else 1.0)
            for term, weight in statement.weights.items()
        }
        size = max(least, sqrt(sum(weight * weight for weight in weights.values())))
        weighed.append(replace(statement, weights={term: weight / size for term, weight in weights.items()}))
    return weighed


def _candidate(one: Statement, other: Statement, rare: int) -> Candidate | None:
    """Return two statements as a candidate; None where they share less than two rare words, or one and a figure."""
    if rare < FEWEST_RARE and not (one.figures and other.figures):
        return None
    common = one.weights.keys() & other.weights.keys()
    added, reasons = _typed(one, other)
    shared = len(common) + bool(one.speakers & other.speakers)
    if shared < FEWEST_SHARED or rare + (added >= SAME_FIGURE) < FEWEST_RARE:
        return None
    worth = {term: one.weights[term] * other.weights[term] for term in common}
    telling = sorted(common, key=lambda term: (-worth[term], term))[:SHOWN]
    return Candidate(sum(worth.values()) + added, (one, other), tuple(telling), tuple(reasons))


def _typed(one: Statement, other: Statement) -> tuple[float, list[str]]:
    """Return what the same speaker and figures for the same thing add, and the reasons."""
    score, reasons = 0.0, []
    if one.speakers & other.speakers:
        score += SAME_SPEAKER
        reasons.append("the same speaker")
    for figure in one.figures:
        for compared in other.figures:
            same = (figure.dimension, figure.action) == (compared.dimension, compared.action)
            if same and alike(figure, compared) and (same_value(figure, compared) or same_scope(figure, compared)):
                score += SAME_FIGURE if same_value(figure, compared) else SAME_COUNTED
                reasons.append(f"figures: {quoted([figure.figure.text, compared.figure.text])}")
    return score, reasons


def _strongest(found: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the candidates as matters, a sentence in few of them.

    A third report joins a pair only where it is a candidate with both.
    """
    by_pair = {_spans(candidate): candidate for candidate in found}
    matters: list[frozenset[Span]] = []
    for candidate in found:
        pair = _spans(candidate)
        wider = next((matter for matter in matters if matter & pair and _fits(pair, matter, by_pair)), None)
        if wider is not None:
            matters[matters.index(wider)] = wider | pair
        elif all(sum(span in matter for matter in matters) < OFTEN for span in pair):
            matters.append(pair)
    told = [[frozenset(two) for two in combinations(matter, 2)] for matter in matters[:MOST]]
    return [sorted((by_pair[two] for two in pairs), key=lambda each: -each.score) for pairs in told]


def _fits(pair: frozenset[Span], matter: frozenset[Span], found: Mapping[frozenset[Span], Candidate]) -> bool:
    """Tell whether a pair is in a matter, or can be without a second sentence of an article."""
    wider = matter | pair
    articles = {span.article for span in wider}
    return len(articles) == len(wider) and all(frozenset(two) in found for two in combinations(wider, 2))


def _spans(candidate: Candidate) -> frozenset[Span]:
    return frozenset(statement.span for statement in candidate.pair)


def _row(table: Table, matter: Sequence[Candidate]) -> Row:
    """Return a row, called by what its strongest pair shares, in the words of the first report."""
    strongest = matter[0]
    first = strongest.pair[0]
    report = table.reports[first.span.article]
    places = sorted(first.places[term] for term in strongest.telling)
    words = list(dict.fromkeys(_in_full(report, place) for place in places))
    reasons = (*strongest.reasons, f"words in common: {quoted(words)}")
    return table.row(" · ".join(words), "differs", {span for each in matter for span in _spans(each)}, reasons)


def _in_full(report: Report, place: Range) -> str:
    """Return a word of a report, of a group of digits the whole number: “200,000”."""
    start, end = place
    numbers = NUMBER.finditer(report.article.text, max(0, start - LONG), end + LONG)
    return next((each[0] for each in numbers if each.start() <= start < each.end()), report.text(start, end))


def _by_hand(table: Table, pair: tuple[Span, Span]) -> Row:
    first = min(pair)
    return table.row(table.reports[first.article].text(first.start, first.end), "differs", pair, ["linked by hand"])


def _told(pair: Sequence[Statement], shown: Sequence[tuple[Span, Span]]) -> bool:
    """Tell whether another row holds most of two sentences side by side already."""
    one, other = (statement.span for statement in pair)
    return any(
        (_covers(first, one) and _covers(second, other)) or (_covers(first, other) and _covers(second, one))
        for first, second in shown
    )


def _covers(place: Span, sentence: Span) -> bool:
    """Tell whether a place takes up most of a sentence."""
    overlap = min(place.end, sentence.end) - max(place.start, sentence.start)
    return place.article == sentence.article and 2 * overlap > sentence.end - sentence.start
