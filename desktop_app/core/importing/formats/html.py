"""Reading a saved web page as an article."""

from desktop_app.core.article import Article
from desktop_app.core.importing.decoding.encoding import decode
from desktop_app.core.importing.pages.article import page_article


def read(original: bytes, name: str, encoding: str | None = None) -> list[Article]:
    """Read a web page as one article; raises UnreadableFile where it has no text.

    `encoding` is one the user has chosen, for a page that was read in the wrong one.
    """
    return [page_article(decode(original, chosen=encoding), name)]
