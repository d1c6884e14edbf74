"""Blocks that begin or end most articles of a source: page furniture no single page gives away.

A menu line needs few witnesses. A whole sentence needs many: news agencies end their reports with the same
background, and a sentence hidden costs the truth.
"""

import re
from collections.abc import Iterable

from desktop_app.core.archive import Archive
from desktop_app.core.archive.articles import Selection
from desktop_app.core.archive.likenesses import Traits

LINE, SENTENCE = (4, 0.3), (10, 0.5)  # fewest articles, and share of the source's articles, that must hold it
SHORTEST_SENTENCE = 6  # words
_FULL_STOP = re.compile(r"[.!?…。！？؟۔][\"'”’»」』)]*$")


def hide(archive: Archive, new: Iterable[Traits]) -> None:
    """Take for furniture what ends of these articles most articles of their source share."""
    ends = dict.fromkeys((each.source, block) for each in new if each.source for block in each.margins)
    for source, block in ends:
        holders = archive.likenesses.with_margin(source, block)
        is_sentence = bool(_FULL_STOP.search(block)) and len(block.split()) >= SHORTEST_SENTENCE
        fewest, share = SENTENCE if is_sentence else LINE
        if len(holders) < fewest or len(holders) < share * archive.articles.count(Selection(source=source)):
            continue
        if len(_of_different_stories(archive, holders)) >= fewest:
            archive.corrections.hide_recurring(source, block, holders)


def _of_different_stories(archive: Archive, holders: list[int]) -> set[int]:
    """Return the articles without those that are nearly the same as one before them."""
    apart: set[int] = set()
    for holder in holders:
        if not apart & {likeness.article for likeness in archive.likenesses.of(holder)}:
            apart.add(holder)
    return apart
