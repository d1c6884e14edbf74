"""What is known of a source beyond one article: the roles of its blocks, the order in which it writes dates."""

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.core.archive.database import Database
from desktop_app.core.article import Article, Part, Role
from desktop_app.core.dates import doubted, reading


def by_the_rules(db: Database, article: Article) -> Article:
    """Return an article with what the user has said of its source, or what its source's articles have shown."""
    if not article.source:
        return article
    blocks = db.conn.execute("SELECT block, role FROM cleaning_rules WHERE source = ?", [article.source])
    parts = relabelled(article, dict(blocks.fetchall()))
    order = db.conn.execute("SELECT day_first FROM date_orders WHERE source = ?", [article.source]).fetchone()
    if order:
        article = in_order(article, day_first=bool(order[0]))
    return replace(article, parts=tuple(parts)) if parts else article


def relabelled(article: Article, roles: Mapping[str, Role]) -> list[Part] | None:
    """Return the parts of an article with these blocks in these roles, None where that changes nothing."""
    if not roles:
        return None
    parts = [
        replace(part, role=roles.get(article.text[part.start : part.end], part.role)) for part in article.parts
    ]
    return parts if tuple(parts) != article.parts else None


def in_order(article: Article, *, day_first: bool) -> Article:
    """Return an article with its unclear date read in the order its source is known to use."""
    words = doubted(article.warnings)
    published = reading(words, day_first=day_first) if words and not article.published else None
    if not published:
        return article
    said = f"“{words}”, the {'day' if day_first else 'month'} first as in another article of {article.source}"
    return replace(article, published=published, evidence={**article.evidence, "published": said})
