"""Blocks that begin or end most articles of a source: page furniture no single page gives away.

A menu line needs few witnesses. A whole sentence needs many: news agencies end their reports with the same
background, and a sentence hidden costs the truth.
"""

import re
from collections.abc import Mapping

from desktop_app.core.archive import Archive
from desktop_app.core.archive.likenesses import Traits

LINE, SENTENCE = (4, 0.3), (10, 0.5)  # fewest articles, and share of the source's articles, that must hold it
SHORTEST_SENTENCE = 6  # words
_FULL_STOP = re.compile(r"[.!?…。！？؟۔][\"'”’»」』)]*$")


def hide(archive: Archive, new: Mapping[int, Traits]) -> None:
    """Take for furniture what ends of these articles most articles of their source share.

    They were compared; what others wait for it may say counts when it is their turn, so that nothing depends on how
    many have come in until now.
    """
    ends: dict[tuple[str, str], list[int]] = {}
    for id_, traits in new.items():
        for block in traits.margins if traits.source else ():
            ends.setdefault((traits.source or "", block), []).append(id_)
    for (source, block), ids in ends.items():
        if archive.corrections.recurs(source, block):  # found while these waited
            archive.corrections.hide_recurring(source, block, ids)
        elif holders := _holders(archive, source, block):
            archive.corrections.hide_recurring(source, block, holders)


def _holders(archive: Archive, source: str, block: str) -> list[int]:
    """Return the articles of a source that begin or end with a block; none where they are too few to tell."""
    holders = archive.likenesses.with_margin(source, block)
    is_sentence = bool(_FULL_STOP.search(block)) and len(block.split()) >= SHORTEST_SENTENCE
    fewest, share = SENTENCE if is_sentence else LINE
    if len(holders) < fewest or len(holders) < share * archive.likenesses.of_source(source):
        return []
    return holders if len(_of_different_stories(archive, holders)) >= fewest else []


def _of_different_stories(archive: Archive, holders: list[int]) -> set[int]:
    """Return the articles without those that are nearly the same as one before them."""
    apart: set[int] = set()
    for holder in holders:
        if not apart & {likeness.article for likeness in archive.likenesses.of(holder)}:
            apart.add(holder)
    return apart
