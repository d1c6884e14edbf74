"""How many saved web pages are read in a second.

Run as python tests/benchmarks/pages.py [FOLDER] [--number N]. Reads the HTML files of a folder, or pages written
for it, with our reader in two processes; beside it, in turns on the same pages in the same run, bare trafilatura in
one process, without and with its metadata. Trafilatura gives a text; we also keep all that is around it with its
roles, and say for each fact what it rests on.
"""

import argparse
import itertools
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path

from generating import articles
from running import table

TURNS = 10
MENU, TEASERS, COMMENTS = 60, 25, 8  # links of the menu, headlines in the margin, comments
SCRIPT = 6000  # characters of programs
READERS = {"Second Source": 2, "trafilatura": 1, "trafilatura with metadata": 1}  # processes of each


def main() -> int:
    """Read all pages by turns and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--number", type=int, default=10_000)
    choices = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = choices.folder or write(Path(name), choices.number)
        files = sorted(file for file in folder.rglob("*.htm*") if file.is_file())[: choices.number]
        if not files:
            parser.error(f"no HTML files in {folder}")
        show(files, *measure(files))
    return 0


def measure(files: Sequence[Path]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the seconds each reader took by the clock, and those of the processor."""
    clock, processor = dict.fromkeys(READERS, 0.0), dict.fromkeys(READERS, 0.0)
    with ExitStack() as stack:
        pools = {
            name: stack.enter_context(ProcessPoolExecutor(processes, get_context("spawn")))
            for name, processes in READERS.items()
        }
        for name, processes in READERS.items():  # load the libraries
            list(pools[name].map(read_all, [name] * processes, [files[:5]] * processes))
        for turn in range(TURNS):
            part = files[turn::TURNS]
            for name, processes in READERS.items():
                size = max(1, min(20, len(part) // processes))
                batches = [part[start : start + size] for start in range(0, len(part), size)]
                started = time.monotonic()
                processor[name] += sum(pools[name].map(read_all, itertools.repeat(name), batches))
                clock[name] += time.monotonic() - started
    return clock, processor


def read_all(name: str, files: Sequence[Path]) -> float:
    """Read pages with one of the readers; return the seconds of the processor."""
    if name == "Second Source":
        from desktop_app.core.errors import UnreadableFile
        from desktop_app.core.importing.formats import read
    else:
        from trafilatura import extract
    started = time.process_time()
    for file in files:
        content = file.read_bytes()
        if name != "Second Source":
            extract(content, with_metadata=name.endswith("metadata"))
            continue
        try:
            read(content, file.name)
        except UnreadableFile:  # a page without text
            continue
    return time.process_time() - started


def show(files: Sequence[Path], clock: dict[str, float], processor: dict[str, float]) -> None:
    """Print what each reader took, and how many times as fast as the others ours is."""
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    print(f"{len(files):,} pages, {megabytes:,.0f} MB")
    rows: list[list[object]] = [
        ["", "processes", "seconds", "pages/s", "CPU ms a page", "ours is so many times as fast"]
    ]
    for name, processes in READERS.items():
        each = processor[name] * 1000 / len(files)
        rows.append(
            [name, processes, clock[name], len(files) / clock[name], each, clock[name] / clock["Second Source"]]
        )
    table(rows)


def write(folder: Path, number: int) -> Path:
    """Write pages as news sites serve them: menu, article, margin, comments, data and programs."""
    rng = random.Random(3)
    headlines: list[str] = []
    for position, (title, text) in enumerate(articles(number)):
        headlines.append(title)
        others = rng.choices(headlines, k=TEASERS)
        page = "".join(_page(title, text.split("\n\n"), others, position))
        (folder / f"{position:06}.html").write_text(page, encoding="utf-8")
    return folder


def _page(title: str, paragraphs: Sequence[str], others: Sequence[str], position: int) -> Iterator[str]:
    day = f"2024-{1 + position % 12:02}-{1 + position % 28:02}"
    data = {"@type": "NewsArticle", "headline": title, "datePublished": day, "author": {"name": "Ida Marsh"}}
    yield f'<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{title} - Orla Post</title>'
    yield f'<meta property="og:site_name" content="Orla Post"><meta property="og:title" content="{title}">'
    yield f'<script type="application/ld+json">{json.dumps(data)}</script>'
    yield f"<script>{'var a = {b: 1, c: [2, 3]}; '.ljust(40) * (SCRIPT // 40)}</script></head>"
    yield "<body><header><nav><ul>"
    yield from (f'<li class="menu-item"><a href="/topic/{link}">Topic {link}</a></li>' for link in range(MENU))
    yield f'</ul></nav></header><main><article class="post"><h1>{title}</h1><p class="byline">By Ida Marsh</p>'
    yield f'<p class="date"><time datetime="{day}">{day}</time></p><div class="entry-content">'
    yield from (f"<p>{text}</p>" for text in paragraphs)
    yield '</div></article><aside class="sidebar"><h3>More news</h3>'
    yield from (
        f'<div class="teaser"><a href="/a"><span>{day}</span> <h4>{other}</h4></a></div>' for other in others
    )
    yield '</aside><section id="comments"><h3>Comments</h3>'
    yield from (f'<div class="comment"><b>Reader</b><p>{other}, I think.</p></div>' for other in others[:COMMENTS])
    yield "</section></main><footer><p>© 2024 Orla Post. All rights reserved.</p></footer></body></html>"


if __name__ == "__main__":
    sys.exit(main())
