"""Reading plain text as an article."""

from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning.text import clean
from desktop_app.core.importing.decoding.encoding import decode, text_of


def read(original: bytes, name: str, encoding: str | None = None) -> list[Article]:
    """Read a plain text as one article; raises UnreadableFile where it is empty or no text.

    `encoding` is one the user has chosen, for a text that was read in the wrong one.
    """
    decoded = decode(original, chosen=encoding)
    return [clean(text_of(decoded, name), decoded)]
