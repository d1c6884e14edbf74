"""Exports of Lexis Advance and Nexis Uni: DOCX and RTF, each article closed by “End of Document”.

An article opens with the headline, the newspaper and the day; labelled lines follow (“Length: 355 words”), then
“Body” alone on its line, the story, “Classification” and more labelled lines. A cover may list the articles.
"""

import re
from collections.abc import Sequence

from desktop_app.core.article import Article, Role
from desktop_app.core.importing.cleaning.credits import is_rights_notice
from desktop_app.core.importing.databases import entry
from desktop_app.core.importing.databases.entry import Entry, letters
from desktop_app.core.importing.databases.signs import LEXIS_ENDS
from desktop_app.core.importing.decoding.encoding import Decoded

_STORY = frozenset(("body", "text", "volltext"))
# Headings alone on their line within an article, and what stands below them.
_HEADINGS: dict[str, Role] = {
    **dict.fromkeys(_STORY, "body"),
    "full text": "body",
    "graphic": "caption",
    "classification": "furniture",
}
_LOADED = ("load-date:", "ladedatum:")
_LISTED = re.compile(r"1\.[\s\xa0]+(?P<title>\S.*)")


def read_lines(lines: Sequence[str], decoded: Decoded | None = None) -> list[Article]:
    """Return the articles of an export from its paragraphs, none where it is none."""
    found: list[list[str]] = [[]]
    for line in filter(None, (line.strip() for line in lines)):
        found[-1].append(line)
        if line.casefold() in LEXIS_ENDS:
            found.append([])
    closed = [stretch for stretch in found[:-1] if _story(stretch) or any(map(_is_length, stretch))]
    if not closed:
        return []
    closed[0] = _without_cover(closed[0])
    return entry.articles([_entry(stretch) for stretch in closed], decoded)


def _story(lines: Sequence[str]) -> int:
    """Return the place of the line that heads the story, 0 where there is none."""
    return next((place for place, line in enumerate(lines) if place and line.casefold() in _STORY), 0)


def _is_length(line: str) -> bool:
    name = entry.label(line)
    return bool(name) and bool(re.fullmatch(r"\d[\d.,]*[\s\xa0]+[^\W\d_]+", line[len(str(name)) + 1 :].strip()))


def _without_cover(lines: list[str]) -> list[str]:
    """Return the lines of the first article without those of the cover, which may list all articles."""
    listed = next((found["title"] for line in lines if (found := _LISTED.fullmatch(line))), None)
    begins = [place for place, line in enumerate(lines) if listed and letters(line) == letters(listed)]
    if begins:
        return lines[begins[0] :]
    days = [place for place, line in enumerate(lines[: _story(lines)]) if entry.tells_day(line)]
    covered = days and any(entry.label(line) for line in lines[: days[-1]])
    return lines[max(0, days[-1] - 2) :] if covered else lines


def _entry(lines: Sequence[str]) -> Entry:
    """Return one article from its lines: the head above “Body”, the story and what closes it."""
    found = Entry()
    story = _story(lines)
    begin = _head(lines[: story or len(lines)], found)
    role: Role = "body"
    headings = dict(_HEADINGS)
    if "full text" in (line.casefold() for line in lines[begin + 1 :]):  # otherwise the abstract is all there is
        headings["abstract"] = "furniture"
    for line in lines[begin:]:
        heading = line.casefold()
        if heading.startswith(_LOADED) or heading in LEXIS_ENDS:
            role = "furniture"
        if heading in headings:
            role = headings[heading]
        found.add(line, "furniture" if heading in headings else role)
    return found


def _head(lines: Sequence[str], found: Entry) -> int:
    """Read what stands above the story, and return the place where that ends."""
    labels = [place for place, line in enumerate(lines) if entry.label(line) or is_rights_notice(line)]
    opening = next((place for place in labels if place >= 2), len(lines))
    role: Role = "furniture"
    for place, line in enumerate(lines):
        name = entry.label(line)
        if place == 0:
            found.title(line)
        elif place < opening and not found.knows("published") and entry.tells_day(line):
            found.day(line)
        elif place == 1:
            found.source(line)
        elif name:
            found.labelled(name, line)
            role = "body" if entry.LABELS.get(name.casefold()) == "body" else "furniture"
        else:  # a standfirst may have several paragraphs below its label
            found.add(line, "furniture" if is_rights_notice(line) else role)
    return len(lines)
