"""Quotations of several reports as rows: one utterance in the words of each, then what only one report quotes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import islice
from re import compile as pattern

from desktop_app.core.analysis.evidence import Quotation
from desktop_app.core.analysis.words import function_words
from desktop_app.core.comparison.reports import Report, keys_of, plain, quoted
from desktop_app.core.comparison.rows import Mark, Row, Span
from desktop_app.core.comparison.table import Table, articles_of, in_text_order

FEWEST_WORDS = 4  # of a quotation that is compared: “medium-sized” is no utterance
FEWEST_TELLING, TELLING = 2, 0.5  # telling words two quotations must share: so many, and this share of the shorter
MOST = 500  # quotations of a report that are compared
FEWEST_RETOLD = 4  # the same where one of them is no direct speech
ALIKE = 0.7  # share of the shorter one's words that stand in the other, in order
GIVEN_TO_ANOTHER = 0.9  # the same where the reports give them to different people
FARTHEST = 2  # words that part a run of common words from the next, for each of its own
TOGETHER = 0.55  # share of a stretch that must be common words
SPEAKER = pattern(r"\bX\b")  # stands for the speaker in a rule
RETOLD = 0.6  # the same of the telling words, in any order, where one is no direct speech and the speaker is one


@dataclass(frozen=True)
class Utterance:
    """A quotation of a report, its words as keys; `speaker` is the group of the name behind it, "" if unknown."""

    quotation: Quotation
    span: Span
    wording: str
    keys: tuple[str, ...]
    telling: frozenset[str]
    speaker: str


def quotation_rows(table: Table) -> tuple[Row, ...]:
    """Return the rows of quotations: first those in several reports, then those in one, by speaker."""
    found = [utterance for report in table.reports for utterance in islice(_utterances(report), MOST)]
    matters = table.accepted(table.chained(found, _one_utterance))
    shared = [matter for matter in matters if len(articles_of(matter)) > 1]
    alone = [[each] for matter in matters if len(articles_of(matter)) == 1 for each in _outermost(matter)]
    speakers = {speaker: place for place, speaker in enumerate(dict.fromkeys(each.speaker for each in found))}
    alone.sort(key=lambda matter: (not matter[0].speaker, speakers[matter[0].speaker], matter[0].span))
    rows = in_text_order(_row(table, matter) for matter in shared)
    return (*rows, *(_row(table, matter) for matter in alone))


def _utterances(report: Report) -> Iterator[Utterance]:
    for quotation in report.evidence.quotations:
        words = report.words(quotation.start, quotation.end)
        if len(words) >= FEWEST_WORDS and (quotation.speaker or quotation.kind != "indirect"):
            telling = frozenset(term.key for term in report.terms(quotation.start, quotation.end))
            span = report.span(quotation.start, quotation.end)
            wording = report.text(quotation.start, quotation.end)
            keys = tuple(word.key for word in words)
            yield Utterance(quotation, span, wording, keys, telling, report.speaker(quotation))


def _one_utterance(one: Utterance, other: Utterance) -> bool:
    """Tell whether two reports give one utterance, or one of them a part of it."""
    if one.span.article == other.span.article:
        return _inside(one.span, other.span) or _inside(other.span, one.span)
    common, shorter = one.telling & other.telling, min(len(one.telling), len(other.telling))
    if len(common) < max(FEWEST_TELLING, TELLING * shorter):
        return False
    another = one.speaker and other.speaker and one.speaker != other.speaker
    if "indirect" in (one.quotation.kind, other.quotation.kind):
        enough = len(common) >= max(FEWEST_RETOLD, RETOLD * shorter)
        if one.speaker == other.speaker != "":
            return enough
        # Who speaks may not be known, as in scripts without capitals: then the words must be the same.
        return enough and not another and _in_common(one.keys, other.keys) >= GIVEN_TO_ANOTHER
    return _in_common(one.keys, other.keys) >= (GIVEN_TO_ANOTHER if another else ALIKE)


def _inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end


def _outermost(matter: Sequence[Utterance]) -> list[Utterance]:
    """Return the quotations of a matter without those marked within another one of the same report."""
    spans = {each.span for each in matter}
    return [
        each
        for each in matter
        if not any(
            span != each.span and span.article == each.span.article and _inside(each.span, span) for span in spans
        )
    ]


def _in_common(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the shorter one's words that stand together in the other; 0 where they are scattered."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    light = function_words()
    runs = [run for run in blocks if run.size > 1 or (run.size and one[run.a] not in light)]
    while len(runs) > 1 and _apart(*runs[:2]) > FARTHEST * runs[0].size:
        runs.pop(0)
    while len(runs) > 1 and _apart(*runs[-2:]) > FARTHEST * runs[-1].size:
        runs.pop()
    if not runs:
        return 0.0
    common = sum(run.size for run in runs)
    reach = max(runs[-1].a - runs[0].a, runs[-1].b - runs[0].b) + runs[-1].size
    return common / min(len(one), len(other)) if common >= TOGETHER * reach else 0.0


def _apart(run: Match, after: Match) -> int:
    return max(after.a - run.a, after.b - run.b) - run.size


def _row(table: Table, matter: Sequence[Utterance]) -> Row:
    matter = sorted(_outermost(matter), key=lambda each: each.span)
    speakers = [each.quotation.speaker for each in matter if each.quotation.speaker]
    named = [speaker.name or speaker.text for speaker in speakers if speaker.name or _names(speaker.text)]
    label = named[0] if named else matter[0].wording
    reasons = [f"given to {quoted(speaker.text for speaker in speakers)}"] if speakers else []
    reasons += dict.fromkeys(f"speaker: {_told_by(each.quotation)}" for each in matter)
    return table.row(label, _mark(matter), [each.span for each in matter], reasons)


def _told_by(quotation: Quotation) -> str:
    """Return the rule that found a speaker with the speaker's words in it."""
    speaker = quotation.speaker
    return quotation.rule if speaker is None else SPEAKER.sub(lambda _: speaker.text, quotation.rule, count=1)


def _names(words: str) -> bool:
    """Tell whether the words for a speaker say who it is: “he” and “they” do not."""
    return not function_words().issuperset(keys_of(words))


def _mark(matter: Sequence[Utterance]) -> Mark:
    if len(articles_of(matter)) == 1:
        return "only-here"
    return "same" if len(set(_wordings(matter))) == 1 else "differs"


def _wordings(matter: Iterable[Utterance]) -> Iterator[str]:
    """Yield for each article all it quotes of an utterance."""
    by_article: dict[int, list[str]] = {}
    for each in matter:
        by_article.setdefault(each.span.article, []).append(plain(each.wording))
    return (" ".join(wordings) for wordings in by_article.values())
