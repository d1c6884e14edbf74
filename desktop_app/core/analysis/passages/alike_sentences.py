"""Sentences that say much the same in whatever order: seeds where no few words in a row were left as they were.

Two sentences are alike by the cosine of their words, rare ones weighing more, and by the share of their words that
both have (Sanchez-Perez, Sidorov and Gelbukh 2014).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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


def alike_sentences(a: Sequence[str], b: Sequence[str], in_a: Sequence[Range], in_b: Sequence[Range]) -> list[Box]:
    """Return the sentences that are alike, from the first to the last telling word that both have."""
    bags_a, bags_b = [_bag(a, range_) for range_ in in_a], [_bag(b, range_) for range_ in in_b]
    counts = Counter(key for bag in (*bags_a, *bags_b) for key in bag)
    rarity = {key: log((len(bags_a) + len(bags_b)) / count) + 0.1 for key, count in counts.items()}
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags_b):
        for key in bag:
            having[key].append(number)
    lengths = [_product(bag, bag, bag, rarity) for bag in bags_b]
    found = []
    for range_, bag in zip(in_a, bags_a, strict=True):
        length = _product(bag, bag, bag, rarity)
        near = Counter(number for key in bag if len(having[key]) <= TOO_COMMON for number in having[key])
        for number in (number for number, times in near.items() if times > 1):
            other = bags_b[number]
            shared = bag.keys() & other.keys()
            if len(shared) < FEWEST or 2 * len(shared) < DICE * (len(bag) + len(other)):
                continue
            if _product(bag, other, shared, rarity) >= COSINE * sqrt(length * lengths[number]):
                found.append(Box(*_edges(a, range_, shared), *_edges(b, in_b[number], shared)))
    return found


def _bag(keys: Sequence[str], range_: Range) -> Bag:
    """Return the telling words of a sentence."""
    return Counter(key for key in keys[slice(*range_)] if key not in function_words())


def _product(a: Bag, b: Bag, keys: "Bag | set[str]", rarity: dict[str, float]) -> float:
    return sum(a[key] * b[key] * rarity[key] ** 2 for key in keys)


def _edges(keys: Sequence[str], range_: Range, shared: set[str]) -> Range:
    places = [place for place in range(*range_) if keys[place] in shared]
    return places[0], places[-1] + 1
