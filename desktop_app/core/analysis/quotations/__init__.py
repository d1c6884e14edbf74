"""What an article says that somebody said: quotations in marks and reported speech, with their speakers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from desktop_app.core.analysis.evidence import Quotation
from desktop_app.core.analysis.quotations.contents import contents
from desktop_app.core.analysis.quotations.cues import cues
from desktop_app.core.analysis.quotations.dialogue import dialogue
from desktop_app.core.analysis.quotations.language import NO_WORDS, language
from desktop_app.core.analysis.quotations.marks import CLOSERS, Marked, marked
from desktop_app.core.analysis.quotations.speakers import Scene
from desktop_app.core.analysis.quotations.story import Story
from desktop_app.core.analysis.quotations.tokens import Token, tokens
from desktop_app.core.analysis.word_tables import language_of
from desktop_app.core.article import Article

Stretch = tuple[int, int]  # of the text

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
DATELINE = re.compile(r"[A-Z][A-Z.’' -]+(?:, [\w. ]{2,30})?(?: ?\([^()\n]{2,40}\))? ?(?:—|–|--?) ")
LONGEST = 400  # tokens of a sentence
ASKS = ("?", "!")
ENDS_SOFTLY = ("?", "!", "…", ",", "—", "–", "-")


def quotations(article: Article, sentences: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Return the quotations of the body and the captions, in the order of the text.

    A title repeats, in short, what the body reports, so it is left out. A quotation in marks lies between them; a
    part in marks within reported speech is given on its own (mixed) and within the clause (indirect).
    """
    words = language(language_of(article)) or NO_WORDS
    story = Story(article.text)
    paragraphs = list(_paragraphs(article))
    opening = [article.text[start : start + 1] in CLOSERS for start, _ in paragraphs]
    for (start, end), again in zip(paragraphs, (*opening[1:], False), strict=False):
        quotes = dialogue(article.text, start, end, words) or marked(article.text, start, end, opens_again=again)
        story.begin_paragraph(start, quotes)
        spans = _sentences_of(article.text, (start, end), sentences)
        for span, inside in _units(article.text, spans, quotes):
            for found in _parted(tokens(article.text, span, inside, words)):
                heard = cues(found, words)
                story.read(Scene(article.text, found, heard, contents(found, heard, words), words))
    return tuple(sorted(story.found, key=lambda one: (one.start, -one.end)))


def _paragraphs(article: Article) -> Iterator[Stretch]:
    for part in article.parts:
        if part.role in ("body", "caption"):
            start = part.start
            for blank in BLANK_LINE.finditer(article.text, part.start, part.end):
                yield start, blank.start()
                start = blank.end()
            yield start, part.end


def _sentences_of(text: str, paragraph: Stretch, sentences: Sequence[Stretch]) -> list[Stretch]:
    """Return the sentences of a paragraph, without a dateline at its head."""
    start, end = paragraph
    first = bisect_right(sentences, start, key=itemgetter(1))
    last = bisect_left(sentences, end, key=itemgetter(0))
    if dateline := DATELINE.match(text, start, end):
        start = dateline.end()
    return [(max(start, begin), min(end, stop)) for begin, stop in sentences[first:last] if stop > start]


def _units(
    text: str, spans: Sequence[Stretch], quotes: Sequence[Marked]
) -> Iterator[tuple[Stretch, Sequence[Marked]]]:
    """Yield the sentences of the reporter with the quotations in them: a quotation is never cut in two."""
    place = taken = 0
    start: int | None = None
    for begin, end in spans:
        start = begin if start is None else start
        while place < len(quotes) and quotes[place].end <= end:
            place += 1
        inside = place < len(quotes) and quotes[place].start < end
        last = quotes[place - 1] if place else None
        soft = last is not None and last.end == end and text[last.inner_end - 1] in ENDS_SOFTLY
        if not inside and not soft:
            yield (start, end), quotes[taken:place]
            start, taken = None, place
    if start is not None:
        yield (start, max(spans[-1][1], quotes[-1].end)), quotes[taken:]


def _parted(found: list[Token]) -> Iterator[list[Token]]:
    """Yield the sentences of tokens: a quotation that ends with a full stop ends one before a capital.

    What is longer than any sentence is cut, so that time grows no faster than the text.
    """
    first = 0
    for place in range(1, len(found)):
        quote = found[place - 1].quote
        asks = place - 1 > first and quote is not None and quote.last in ASKS  # “She asked “why?” The mayor said …”
        ends = quote is not None and (quote.last == "." or asks)
        if (ends and found[place].capital) or place - first >= LONGEST:
            yield found[first:place]
            first = place
    yield found[first:]
