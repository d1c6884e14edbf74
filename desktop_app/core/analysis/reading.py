"""All that is marked in an article, in one go."""

from desktop_app.core.analysis.evidence import Evidence, Range
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.article import Article


def analyse(article: Article) -> Evidence:
    """Mark an article; only what its body says is evidence, not its title, its captions or page furniture."""
    return Evidence(body_sentences(article))


def body_sentences(article: Article) -> tuple[Range, ...]:
    """Return where the sentences of the body are."""
    body = [part for part in article.parts if part.role == "body"]
    return tuple(sentence for part in body for sentence in sentences(article.text, part.start, part.end))
