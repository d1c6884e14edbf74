"""Where a text tells a time, and which time that is."""

import re
from collections.abc import Sequence

from desktop_app.core.analysis.evidence import DateExpression
from desktop_app.core.analysis.reporting import reporting
from desktop_app.core.analysis.times.resolving import Published, Resolved, publication, resolve
from desktop_app.core.analysis.times.telling import Side, Told, told_times
from desktop_app.core.analysis.times.vocabulary import WINDOW, Vocabulary, vocabulary
from desktop_app.core.analysis.word_tables import language_of
from desktop_app.core.article import Article

VERB_WINDOW = 80  # characters looked through for a verb that tells past from future
ANCHOR_WINDOW = 600  # characters within which a time may be counted from one told before it
SAYING_WINDOW = 24  # characters between “said” and the time at which it was said

Anchor = tuple[Resolved, str]


def date_expressions(article: Article, sentences: Sequence[tuple[int, int]]) -> tuple[DateExpression, ...]:
    """Return what tells a time in the sentences that report, in the order of the text.

    What is reckoned from the publication stays unresolved where the article has no date.
    """
    words = vocabulary(language_of(article))
    published = publication(article.published)
    text = article.text
    found: list[DateExpression] = []
    last: tuple[int, Anchor] | None = None
    for start, end in reporting(article, sentences):
        times = list(told_times(text, start, end, words))
        for told, following in zip(times, [*times[1:], None], strict=False):
            reach = told.start - start if told.amount < 0 else ANCHOR_WINDOW
            anchor = last[1] if last and told.start - last[0] <= reach else None
            if told.kind == "chain" and _counts_from_behind(text, told, words):
                anchor = _anchor_behind(text, told, following, published)
            resolved = resolve(told, published, _side(text, told, (start, end), words), anchor)
            found.append(DateExpression(told.start, told.end, text[told.start : told.end], *resolved))
            if resolved.iso and told.amount >= 0 and not is_when_said(text, told, start, words):
                last = told.start, (resolved, _one_line(text, told))
    return tuple(found)


def is_when_said(text: str, told: Told, sentence: int, words: Vocabulary) -> bool:
    """Tell whether a time is that of the saying, as in “said on Tuesday”; `sentence` is where that begins."""
    before = text[max(sentence, told.start - SAYING_WINDOW) : told.start]
    verbs = list(words.verbs.finditer(before))
    return bool(verbs) and verbs[-1].lastgroup == "saying" and "," not in before[verbs[-1].end() :]


def _side(text: str, told: Told, sentence: tuple[int, int], words: Vocabulary) -> Side:
    """Tell on which side of the publication a sentence puts a time, by the nearest verb before it, else behind."""
    start, end = sentence
    behind = list(words.verbs.finditer(text, told.end, min(end, told.end + VERB_WINDOW)))
    if behind and behind[0].start() == told.end + 1 and behind[0].lastgroup in ("past", "ended", "saying"):
        return "before"
    verbs = list(words.verbs.finditer(text, max(start, told.start - VERB_WINDOW), told.start))
    verb = verbs[-1] if verbs else next((verb for verb in behind if verb.lastgroup != "would"), None)
    if verb is None:
        return "unknown" if told.border else "perhaps before"
    if verb.lastgroup == "would":
        return "unknown"
    near = 0 <= told.start - verb.end() <= SAYING_WINDOW
    if verb.lastgroup in ("future", "be"):
        return "after" if near else "perhaps after"
    return "before" if near else "perhaps before"


def _counts_from_behind(text: str, told: Told, words: Vocabulary) -> bool:
    """Tell whether “a day after …” counts from what follows rather than from a time told before.

    “A day after the attack” speaks of what was told; “it came a day after the attack” and “a day after a clash”
    do not.
    """
    if not re.search(r"(?:after|before|prior|après|avant)$", text[told.start : told.end], re.IGNORECASE):
        return False
    rest = text[told.end : told.end + WINDOW]
    if not rest[:1].isspace() or not rest.strip():
        return False
    return not words.event.match(rest) or bool(words.comes.search(text[max(0, told.start - WINDOW) : told.start]))


def _anchor_behind(text: str, told: Told, following: Told | None, published: Published) -> Anchor | None:
    """Return the time that follows closely, as in “a day after Tuesday's vote”."""
    if following is None or following.kind == "chain" or following.start - told.end > SAYING_WINDOW:
        return None
    return resolve(following, published, "before", None), _one_line(text, following)


def _one_line(text: str, told: Told) -> str:
    return " ".join(text[told.start : told.end].split())
