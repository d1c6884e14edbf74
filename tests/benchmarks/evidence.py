"""How fast evidence is found and compared.

PYTHONPATH=. .venv/bin/python tests/benchmarks/evidence.py [FILE...] prints a table: without files, for invented
reports that are made here; with files, for the articles in them.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.core.analysis import keeping
from desktop_app.core.analysis.reading import analyse
from desktop_app.core.article import Article, Part
from desktop_app.core.comparison import MOST, compare
from desktop_app.core.importing.formats import read
from tests.benchmarks.running import table

ROUNDS = 7
GOALS = {"two of 600, cold": 120, "two of 600, stored": 15, "six of 600, stored": 300, "six of 1,000, stored": 400}
PEOPLE = ("Mara Holm", "Pavel Orlan", "General Omar al-Gasri", "Lena Tessin", "Brig. Gen. Mohammed al-Ghusri")
PLACES = ("Velmark", "Holm Bridge", "the Orla", "Tessin", "Port Kestrel", "the Lower Town")
WHAT = ("flooded", "closed", "repaired", "searched", "evacuated", "inspected", "warned of", "rebuilt")
THINGS = ("mills", "soldiers", "families", "boats", "houses", "kilometres of road", "rebel fighters", "patients")
LINKS = (
    "after",
    "of the",
    "while",
    "in a",
    "although the",
    "because",
    "and the",
    "to",
    "with",
    "which the",
    "at the",
)
SYLLABLES = (
    "ba",
    "tor",
    "len",
    "mi",
    "ske",
    "pan",
    "dru",
    "al",
    "fer",
    "gus",
    "no",
    "wick",
    "ith",
    "ra",
    "lom",
    "est",
)


def rest(choice: random.Random) -> str:
    """Return some words that hardly come twice, as most of a report does."""
    words = ("".join(choice.choices(SYLLABLES, k=choice.randrange(2, 4))) for _ in range(7))
    return " ".join(f"{choice.choice(LINKS)} {word}" for word in words)


def made(choice: random.Random, words: int) -> Article:
    """Return an invented report of about so many words."""
    paragraphs: list[str] = []
    while sum(len(paragraph.split()) for paragraph in paragraphs) < words:
        who, where, what = choice.choice(PEOPLE), choice.choice(PLACES), choice.choice(WHAT)
        number, thing = choice.randrange(2, 900), choice.choice(THINGS)
        one, other = rest(choice), rest(choice)
        paragraphs.append(
            choice.choice(
                (
                    f"{who} said on Tuesday that {one} at least {number} {thing} {other} in {where}.",
                    f"“We {what} {where} {one},” said {who}. “It {other} this year.”",
                    f"About {number} {thing} {one} were {what} since April {other} near {where}.",
                    f"The {one} {what} {where}. Among them {number} {thing} {other} were killed.",
                    f"In {where} {one} it rained {other}. Nobody {rest(choice)} {what} it.",
                )
            )
        )
    text = "\n\n".join(paragraphs)
    return Article(text, (Part(0, len(text), "body"),), title="Gate fails", published="2016-06-22", language="en")


def fastest(work: Callable[[], object]) -> float:
    """Return the milliseconds of the fastest of some rounds; the others were kept waiting by something else."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(1000 * (time.process_time() - began))
    return min(times)


def stored(articles: list[Article]) -> Callable[[], object]:
    """Return the work of comparing articles whose evidence is kept, unpacking it included."""
    packed = [keeping.packed(analyse(article)) for article in articles]
    return lambda: compare(articles, [keeping.unpacked(marks) for marks in packed])


def measured() -> list[tuple[str, float]]:
    """Return milliseconds for made articles."""
    choice = random.Random(7)
    short, long = [made(choice, 600) for _ in range(MOST)], [made(choice, 1000) for _ in range(MOST)]
    analyse(short[0])  # word lists are read once
    return [
        ("one of 600, analysed", fastest(lambda: analyse(short[0]))),
        ("two of 600, cold", fastest(lambda: compare(short[:2]))),
        ("two of 600, stored", fastest(stored(short[:2]))),
        ("six of 600, stored", fastest(stored(short))),
        ("six of 1,000, stored", fastest(stored(long))),
    ]


def main(files: list[str]) -> None:
    """Print the table."""
    if files:
        articles = [read(Path(file).read_bytes(), Path(file).name)[0] for file in files][:MOST]
        analyse(articles[0])
        cold, warm = fastest(lambda: compare(articles)), fastest(stored(articles))
        rows = [(f"{len(articles)} files, cold", cold), (f"{len(articles)} files, stored", warm)]
    else:
        rows = measured()
    table([("articles", "ms", "at most"), *((name, ms, GOALS.get(name, "–")) for name, ms in rows)])


if __name__ == "__main__":
    main(sys.argv[1:])
