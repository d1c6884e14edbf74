"""Reading an original again with the encoding the user has chosen."""

from pathlib import PurePath

from desktop_app.core.archive import Archive
from desktop_app.core.article import ArchivedArticle, Article
from desktop_app.core.change import Change
from desktop_app.core.errors import UserError
from desktop_app.core.importing.formats import SUFFIXES, format_of

SHOWN_LINES = 12
FIRST_LINES = 3  # shown whatever stands in them


def rereadable(article: ArchivedArticle) -> bool:
    """Tell by the name of its original whether an article can be read with another encoding."""
    suffix = PurePath(article.original_name).suffix.lower()
    return suffix in ("", *SUFFIXES["text"], *SUFFIXES["html"])


def read_as(original: bytes, name: str, encoding: str) -> Article:
    """Read an original with an encoding; raises UserError where it is no text or has none in that encoding."""
    from desktop_app.core.importing.formats import html, text  # heavy, and needed only here

    readers = {"text": text.read, "html": html.read}  # the formats that are characters and nothing else
    read = readers.get(format_of(original, name))
    if read is None:
        message = f"“{name}” says itself how its characters are written. Keep it as it was read."
        raise UserError("no_encoding", message)
    return read(original, name, encoding)[0]


def telling_lines(article: Article) -> list[str]:
    """Return the first lines of an article, and of the others the first that show how it was decoded."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    others = [line for line in lines[FIRST_LINES:] if not line.isascii()]
    return [*lines[:FIRST_LINES], *others][:SHOWN_LINES]


def reread(archive: Archive, article_id: int, encoding: str) -> Change:
    """Return the change that reads an article with another encoding; it keeps its id and all that was set by hand.

    Raises UserError where it cannot be read so.
    """
    kept = archive.articles.get(article_id)
    article = read_as(archive.originals.read(kept.sha256), kept.original_name, encoding)
    return archive.corrections.text(article_id, article)
