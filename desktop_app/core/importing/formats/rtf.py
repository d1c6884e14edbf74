"""Reading a rich text document (.rtf) as an article."""

from desktop_app.core.article import Article
from desktop_app.core.importing.documents.document import article
from desktop_app.core.importing.documents.rich_text import RichText


def read(original: bytes, name: str) -> list[Article]:
    """Read a document as one article; raises UnreadableFile where it has no text."""
    document = RichText(original, name)
    return [article(document.paragraphs(), document.properties(), name)]


def paragraphs(original: bytes, name: str) -> list[str]:
    """Return the paragraphs of a document without headers, footers and comments; cells have tabs between."""
    return [found.text for found in RichText(original, name).paragraphs() if found.role != "furniture"]
