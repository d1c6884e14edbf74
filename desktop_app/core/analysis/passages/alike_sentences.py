"""Sentences that say much the same in whatever order: seeds where no few words in a row were left as they were.

Two sentences are alike by the cosine of their words, rare ones weighing more, and by the share of their words that
both have (Sanchez-Perez, Sidorov and Gelbukh 2014).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log, sqrt

from desktop_app.core.analysis.passages.boxes import Box
from desktop_app.core.analysis.sentences import sentences
from desktop_app.core.analysis.words import Word, function_words

SHORTEST, LONGEST = 4, 60  # words of a sentence; shorter ones go with the next, longer ones are cut
CUT = 40  # words after which a sentence that is too long is cut
FEWEST = 4  # telling words that both have
COSINE, DICE = 0.33, 0.33
TOO_COMMON = 8  # a word in more sentences than these leads to none of them

Range = tuple[int, int]
Bag = Counter[str]


@dataclass(frozen=True)
class Sentences:
    """The keys of a text's words, and its sentences as ranges of them."""

    keys: list[str]
    ranges: Sequence[Range]

    @cached_property
    def bags(self) -> list[Bag]:
        """The telling words of each sentence."""
        plain = function_words()
        return [Counter(key for key in self.keys[slice(*range_)] if key not in plain) for range_ in self.ranges]


def sentence_ranges(text: str, words: Sequence[Word], start: int, end: int) -> Iterator[Range]:
    """Give the sentences of text[start:end] as ranges of its words, which are all of these."""
    begin = _words_before(words, start)
    last = _words_before(words, end)
    ends = [_words_before(words, sentence_end) for _, sentence_end in sentences(text, start, end)]
    for after in ends:
        while after - begin > LONGEST:
            yield begin, begin + CUT
            begin += CUT
        if after - begin >= SHORTEST or (after == last and after > begin):
            yield begin, after
            begin = after


def _words_before(words: Sequence[Word], position: int) -> int:
    return bisect_left(words, position, key=lambda word: word.start)


def alike_sentences(a: Sentences, b: Sentences) -> list[Box]:
    """Return the sentences that are alike, from the first to the last telling word that both have."""
    counts = Counter(chain.from_iterable((*a.bags, *b.bags)))
    total = len(a.bags) + len(b.bags)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(b.bags):
        for key in bag:
            having[key].append(number)
    found = []
    for range_, bag in zip(a.ranges, a.bags, strict=True):
        leading = (having[key] for key in bag.keys() & having.keys())
        near = Counter(chain.from_iterable(places for places in leading if len(places) <= TOO_COMMON))
        for number in (number for number, times in near.items() if times > 1):
            other = b.bags[number]
            shared = bag.keys() & other.keys()
            if len(shared) < FEWEST or 2 * len(shared) < DICE * (len(bag) + len(other)):
                continue
            rarity = {key: log(total / counts[key]) + 0.1 for key in bag.keys() | other.keys()}
            lengths = _product(bag, bag, bag, rarity) * _product(other, other, other, rarity)
            if _product(bag, other, shared, rarity) >= COSINE * sqrt(lengths):
                found.append(Box(*_edges(a.keys, range_, shared), *_edges(b.keys, b.ranges[number], shared)))
    return found


def _product(a: Bag, b: Bag, keys: "Bag | set[str]", rarity: dict[str, float]) -> float:
    return sum(a[key] * b[key] * rarity[key] ** 2 for key in keys)


def _edges(keys: Sequence[str], range_: Range, shared: set[str]) -> Range:
    places = [place for place in range(*range_) if keys[place] in shared]
    return places[0], places[-1] + 1
