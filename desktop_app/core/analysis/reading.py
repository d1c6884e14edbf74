"""All that is marked in an article, in one go."""

from desktop_app.core.analysis.evidence import Evidence, Range
from desktop_app.core.analysis.figures import figures
from desktop_app.core.analysis.names.in_article import names
from desktop_app.core.analysis.quotations import quotations
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.analysis.times import date_expressions
from desktop_app.core.analysis.voices import with_names
from desktop_app.core.article import Article


def analyse(article: Article) -> Evidence:
    """Mark an article; only what its body says is evidence, not its title or page furniture."""
    found = body_sentences(article)
    named = names(article, found)
    spoken = with_names(article.text, quotations(article, found), named)
    return Evidence(found, spoken, figures(article, found), named, date_expressions(article, found))


def body_sentences(article: Article) -> tuple[Range, ...]:
    """Return where the sentences of the body are."""
    body = [part for part in article.parts if part.role == "body"]
    return tuple(sentence for part in body for sentence in sentences(article.text, part.start, part.end))
