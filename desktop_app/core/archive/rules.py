"""What is known of a source beyond one article: the roles of its blocks, the order in which it writes dates."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from desktop_app.core.archive.database import Database
from desktop_app.core.article import Article, Part, Role
from desktop_app.core.dates import doubted, reading


class Rules(NamedTuple):
    """What is known of a source: the roles of blocks, whether its dates have the day first, None if not known."""

    roles: Mapping[str, Role]
    day_first: bool | None


def rules_of(db: Database, source: str) -> Rules:
    """Return what is known of a source."""
    blocks = db.conn.execute("SELECT block, role FROM cleaning_rules WHERE source = ?", [source])
    order = db.conn.execute("SELECT day_first FROM date_orders WHERE source = ?", [source]).fetchone()
    return Rules(dict(blocks.fetchall()), bool(order[0]) if order else None)


def ruled(article: Article, rules: Rules) -> Article:
    """Return an article with what is known of its source, itself where that changes nothing."""
    parts = relabelled(article, rules.roles)
    if rules.day_first is not None:
        article = in_order(article, day_first=rules.day_first)
    return replace(article, parts=tuple(parts)) if parts else article


def by_the_rules(db: Database, article: Article) -> Article:
    """Return an article with what the user has said of its source, or what its source's articles have shown."""
    return ruled(article, rules_of(db, article.source)) if article.source else article


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
