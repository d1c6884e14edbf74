"""Articles by the thousand, the same on every run: invented words, as unevenly frequent as those of a language."""

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

CONSONANTS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "st", "tr", "kl")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
VOCABULARY = 60_000
SENTENCE = (8, 24)  # words
PARAGRAPH = (2, 5)  # sentences


def words() -> list[str]:
    """Return the vocabulary, the most frequent words first; short words come first, as they do in speech."""
    syllables = ["".join(pair) for pair in itertools.product(CONSONANTS, VOWELS)]
    pairs = ("".join(pair) for pair in itertools.product(syllables, repeat=2))
    triples = ("".join(triple) for triple in itertools.product(syllables, repeat=3))
    return list(itertools.islice(itertools.chain(syllables, pairs, triples), VOCABULARY))


def articles(number: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Return (title, text) of so many articles of about 400 words."""
    rng, draw = random.Random(seed), np.random.default_rng(seed)
    vocabulary = words()
    rarer = vocabulary[500:]
    chances = np.cumsum(1 / (np.arange(len(vocabulary)) + 3))
    chances /= chances[-1]
    for _ in range(number):
        paragraphs = sizes(rng, int(rng.lognormvariate(5.9, 0.45)))
        found = np.searchsorted(chances, draw.random(sum(map(sum, paragraphs)))).tolist()
        chosen = iter([vocabulary[at] for at in found])
        text = "\n\n".join(
            " ".join(" ".join(itertools.islice(chosen, sentence)).capitalize() + "." for sentence in paragraph)
            for paragraph in paragraphs
        )
        title = " ".join(rng.choices(rarer, k=7)).capitalize()
        yield title, text


def sizes(rng: random.Random, left: int) -> list[list[int]]:
    """Return how many words each sentence of each paragraph has, in a text of about so many words."""
    paragraphs = []
    while left > 0:
        paragraphs.append([rng.randint(*SENTENCE) for _ in range(rng.randint(*PARAGRAPH))])
        left -= sum(paragraphs[-1])
    return paragraphs


def from_jsonl(path: Path, number: int) -> Iterator[tuple[str, str]]:
    """Return (title, text) of the first articles of a file with a JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in itertools.islice(lines, number):
            record = json.loads(line)
            yield record["title"] or "Untitled", record["text" if "text" in record else "body"]


def write(folder: Path, contents: Iterator[tuple[str, str]]) -> list[Path]:
    """Write each article as a text file, as a scraper leaves it, and return the files."""
    folder.mkdir(parents=True)
    files = []
    for position, (title, text) in enumerate(contents):
        file = folder / f"{position:06}.txt"
        file.write_text(f"{title}\n\nPosted on {1 + position % 28} March 2024\n\n{text}\n", encoding="utf-8")
        files.append(file)
    return files
