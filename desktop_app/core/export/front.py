"""What a dossier says about itself and its sources before it prints them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from desktop_app import __version__
from desktop_app.core.article import ArchivedArticle, Role
from desktop_app.core.dates import spoken
from desktop_app.core.export.marks import Data, direction, printable

RUNNING = 70  # characters
# What is not printed, and what one and several of it are called.
LEFT_OUT: Mapping[Role, tuple[str, str]] = {
    "furniture": ("block of page furniture", "blocks of page furniture"),
    "rights": ("rights notice", "rights notices"),
    "caption": ("picture caption", "picture captions"),
}


def front(articles: Sequence[ArchivedArticle], archive_name: str, now: datetime) -> Data:
    """Return what every dossier begins and ends with."""
    today = now.date().isoformat()
    return {
        "archive": printable(archive_name),
        "date": spoken(today),
        "today": [now.year, now.month, now.day],
        "prepared": f"Prepared on {spoken(today)} with Second Source {__version__}.",
        "sources": [source(number, article) for number, article in enumerate(articles, 1)],
    }


def titled(title: str) -> Data:
    """Return the title of a dossier, and what of it fits into the head of a page."""
    title = printable(title).strip() or "Untitled"
    return {"title": title, "running": title if len(title) <= RUNNING else f"{title[:RUNNING].rstrip()}…"}


def source(number: int, archived: ArchivedArticle) -> Data:
    """Return one line of the table of sources."""
    article = archived.article
    heading = printable(archived.heading)
    return {
        "number": number,
        "heading": heading,
        "direction": direction(heading, article.language),
        "outlet": printable(article.source or "") or "source unknown",
        "byline": printable(article.byline or ""),
        "published": printable(spoken(article.published)) if article.published else "date unknown",
        "evidence": _evidence(archived),
        "dateline": printable(article.dateline or ""),
        "url": printable(article.url or ""),
        "original": printable(archived.original_name),
        "sha256": archived.sha256,
        "left_out": _left_out(archived),
    }


def _evidence(archived: ArchivedArticle) -> str:
    """Return where the date comes from."""
    if "published" in archived.by_hand:
        return "set by hand"
    return printable(archived.article.evidence.get("published", "")) if archived.article.published else ""


def _left_out(archived: ArchivedArticle) -> str:
    """Return a sentence on what of the original is not printed; empty where nothing is."""
    roles = [part.role for part in archived.article.parts]
    counts = {role: roles.count(role) for role in LEFT_OUT if role in roles}
    if not counts:
        return ""
    named = [f"{count} {LEFT_OUT[role][count > 1]}" for role, count in counts.items()]
    listed = " and ".join([*([", ".join(named[:-1])] if named[1:] else []), named[-1]])
    alone = sum(counts.values()) == 1
    return f"{listed} {'is' if alone else 'are'} left out; {'it is' if alone else 'they are'} in the original."
