"""From a text to an article: its parts labelled, and what they say of it as facts."""

from collections.abc import Iterator, Sequence

from desktop_app.core.article import Article, Part, Role
from desktop_app.core.dates import doubt
from desktop_app.core.importing.cleaning.credits import byline, dateline, rights_holder
from desktop_app.core.importing.cleaning.dates import stated_date, tells_of_change
from desktop_app.core.importing.cleaning.labels import label
from desktop_app.core.importing.cleaning.paragraphs import Paragraph, paragraphs
from desktop_app.core.importing.decoding.encoding import Decoded

LONGEST = 2_000_000  # characters, a shelf of books; more would cost minutes and help nobody
TOO_LONG = "This text is far longer than an article, so all of it is shown and nothing was taken as furniture."


def clean(text: str, decoded: Decoded) -> Article:
    """Make an article of a text that says nothing about itself but in its lines."""
    if len(text) > LONGEST:
        parts: tuple[Part, ...] = (Part(len(text) - len(text.lstrip()), len(text.rstrip()), "body"),)
        return Article(text, parts, encoding=decoded.encoding, warnings=(*decoded.warnings, TOO_LONG))
    found = paragraphs(text)
    parts = tuple(to_parts(found, label(found)))
    found_facts, evidence, warnings = facts(Article(text, parts))
    return Article(
        text=text,
        parts=parts,
        encoding=decoded.encoding,
        evidence=evidence,
        warnings=(*decoded.warnings, *warnings),
        **found_facts,
    )


def to_parts(found: Sequence[Paragraph], roles: Sequence[Role]) -> Iterator[Part]:
    """Yield the parts of labelled paragraphs; a dateline at the head of the story is a part of its own."""
    seen_body = False
    for paragraph, role in zip(found, roles, strict=True):
        start = paragraph.start
        if role == "body" and not seen_body:
            seen_body = True
            if line := dateline(paragraph.text):
                yield Part(start, start + line.length, "dateline")
                rest = paragraph.text[line.length :]
                start += line.length + len(rest) - len(rest.lstrip())
        yield Part(start, paragraph.end, role)


def facts(article: Article) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """Return the fields the labelled parts state, the words each rests on, and what is unsure."""
    stated: dict[str, str] = {}
    evidence: dict[str, str] = {}
    warnings: list[str] = []
    if titles := article.of("title"):
        stated["title"] = " ".join(titles[0].split())
    for line in article.of("byline")[:1]:
        stated["byline"], evidence["byline"] = byline(line) or line, line
    _date(article, stated, evidence, warnings)
    for words in article.of("dateline")[:1]:
        if sent_from := dateline(words + " x"):
            stated["dateline"], evidence["dateline"] = sent_from.place, words
            if sent_from.agency:
                stated["source"], evidence["source"] = sent_from.agency, words
    for notice in article.of("rights"):
        if holder := rights_holder(notice):
            stated["source"], evidence["source"] = holder
            break
    return stated, evidence, warnings


def _date(article: Article, stated: dict[str, str], evidence: dict[str, str], warnings: list[str]) -> None:
    """Read the day of publication from the lines above the story that state one."""
    for line in article.of("date", "byline"):
        found = None if tells_of_change(line) else stated_date(line)
        if found and found.iso:
            stated["published"], evidence["published"] = found.iso, line
            return
        if found:
            warnings.append(doubt(found.words))
