"""Reading a saved web page as an article."""

import re

from desktop_app.core.article import Article
from desktop_app.core.importing.encoding import decode
from desktop_app.core.importing.page_article import page_article

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,80}encoding=["']([\w-]+)|<meta[^>]{0,200}charset=["']?\s*([\w-]+)""", re.IGNORECASE
)


def read(original: bytes, name: str) -> list[Article]:
    """Read a web page as one article; raises UnreadableFile where it has no text."""
    found = _DECLARED.search(original[:4096])
    decoded = decode(original, (found[1] or found[2]).decode("ascii") if found else None)
    return [page_article(decoded, name)]
