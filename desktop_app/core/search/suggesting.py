"""“Did you mean”: words of the archive in the place of words it does not have."""

import re
from collections.abc import Iterator, Mapping

from desktop_app.core.search.query import And, InField, Node, Or, Phrase, Word
from desktop_app.core.search.snapshot import Snapshot
from desktop_app.core.search.stems import light_words
from desktop_app.core.search.words import fold, spaceless, words

SHORTEST = 4  # letters of a word that may be a slip; two of shorter ones differ by a letter all the time
SHORT = 6  # letters up to which a slip is one letter
MOST = 5  # unknown words looked up; a pasted text has many


def suggestion(text: str, tree: Node | None, snapshot: Snapshot) -> str | None:
    """Return the query with each unknown word replaced by the archive's likeliest, or None."""
    unknown = [word for word in _words(tree) if _may_be_a_slip(word) and not _known(snapshot, word)]
    better: dict[str, str] = {}
    for word in dict.fromkeys(unknown[:MOST]):
        likeliest = _likeliest(snapshot, word.folded)
        if likeliest:
            better[word.folded] = likeliest
    return _replaced(text, better) if better else None


def _may_be_a_slip(word: Word) -> bool:
    return len(word.folded) >= SHORTEST and not spaceless(word.folded) and not re.search(r"\d", word.folded)


def _words(node: Node | None) -> Iterator[Word]:
    """Give the words that are looked for in titles and texts."""
    if isinstance(node, Word):
        yield node
    elif isinstance(node, Phrase) and not node.quoted:
        yield from node.words
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from _words(part)
    elif isinstance(node, InField) and node.name == "title":
        yield from _words(node.part)


def _known(snapshot: Snapshot, word: Word) -> bool:
    """Tell whether any article has the word in any form."""
    looked_up = [(field, word.folded) for field in ("body", "title", "author")]
    looked_up += [(field, stem) for field in ("body_stems", "title_stems") for stem in word.stems]
    return any(snapshot.has(field, form) for field, form in looked_up)


def _likeliest(snapshot: Snapshot, word: str) -> str | None:
    """Return the nearest word; of equally near ones that with the same first letter, then the most frequent."""
    light = light_words(snapshot.languages)
    for edits in (1,) if len(word) <= SHORT else (1, 2):
        near = {other: having for other, (_, having) in snapshot.similar(word, edits).items() if other not in light}
        if near:
            return min(near, key=lambda other: (other[0] != word[0], -near[other], other))
    return None


def _replaced(text: str, better: Mapping[str, str]) -> str:
    """Return a text with words replaced and everything else, operators and all, as it was."""
    pieces: list[str] = []
    at = 0
    for word in words(text):
        if word.folded in better and fold(text[word.start : word.end]) == word.folded:
            pieces += [text[at : word.start], better[word.folded]]
            at = word.end
    return "".join([*pieces, text[at:]])
