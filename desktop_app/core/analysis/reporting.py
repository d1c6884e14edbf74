"""The sentences of an article that report: those of title, body and captions."""

from collections.abc import Iterator, Sequence

from desktop_app.core.article import Article

REPORTING = ("title", "body", "caption")


def reporting(article: Article, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the parts that report, in order, cut where such a part begins or ends.

    A part in which no sentence lies, as a title may be, is yielded whole.
    """
    ordered = sorted(sentences)
    at = 0
    for part in sorted(article.parts, key=lambda part: part.start):
        while at < len(ordered) and ordered[at][1] <= part.start:
            at += 1
        if part.role not in REPORTING:
            continue
        inside = at
        while inside < len(ordered) and ordered[inside][0] < part.end:
            yield max(ordered[inside][0], part.start), min(ordered[inside][1], part.end)
            inside += 1
        if inside == at and part.start < part.end:
            yield part.start, part.end
