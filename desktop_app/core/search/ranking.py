"""How well an article matches: BM25F (Robertson & Zaragoza 2009) over all forms of a word, the exact word on top.

All that is weighed is a sum over the words of the query, each for itself:

    LIGHT · rarity(forms) · saturated(forms)  +  EXACT · rarity(word) · saturated(word)

`saturated` takes the times a word stands in each field, weighted by the field and its length. The numbers were
chosen together over six collections of questions and headlines, and lie where moving them changes little.
"""

from math import log

from desktop_app.core.search.fast.arrays import Array

WEIGHTS = {"title": 3.5, "body": 1.0, "author": 1.0, "source": 1.0, "place": 1.0, "opening": 3.0}
LONG = {
    "title": 0.4,
    "body": 0.7,
    "author": 0.4,
    "source": 0.4,
    "place": 0.4,
    "opening": 0.4,
}  # how much length takes away: b
K1 = 1.2  # how soon more times count no more
REPEATED = 0.7  # the power of the times a word is in the query
EXACT = 0.3  # what the word just as it was written adds to its other forms
FIRST = 4.0  # the same where it is to come first: in short queries, for names and fuzzy words
LIGHT = 0.3  # what is left of a word that says little
CLOSE = 0.2  # of the weight of the words of the closest article, that an article near it has at least
MANY = 3  # words from which on articles that lack some are shown below those that have all,
FEW = 10  # when fewer than this have all


def share(field: str, length: Array, average: float) -> Array:
    """Return what each time that a word stands in a field of so many words adds to its frequency."""
    long = LONG[field]
    worth: Array = WEIGHTS[field] / (1 - long + long * length / average)
    return worth


def rarity(count: int, having: int) -> float:
    """Return the weight of what so many of all articles have; never 0."""
    return log(1 + (count - having + 0.5) / (having + 0.5))


def saturated(frequency: Array) -> Array:
    """Return how much a frequency says: the tenth time less than the first."""
    return (K1 + 1) * frequency / (frequency + K1)
