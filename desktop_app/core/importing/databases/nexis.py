"""Exports of Nexis (LexisNexis, Nexis UK): HTML, plain text and RTF, each article under “1 of 262 DOCUMENTS”.

Below that line stand the newspaper, the day, the headline and labelled lines in capitals (“LENGTH: 355 words”),
then the story, then more labelled lines and the rights notice.
"""

import re
from collections.abc import Sequence

from desktop_app.core.article import Article
from desktop_app.core.importing.cleaning.credits import is_rights_notice
from desktop_app.core.importing.databases import entry
from desktop_app.core.importing.databases.entry import Entry
from desktop_app.core.importing.databases.markup import decoded_page, shown, stretches
from desktop_app.core.importing.decoding.encoding import Decoded
from desktop_app.core.importing.pages.page import parse

_COUNTER = re.compile(
    r"\d+ (?:of|von|de|di|van) \d+ DO[CK]UMENT\w*|DO[CK]UMENT\w* \d+ (?:of|von|de|di|van) \d+", re.IGNORECASE
)
_PAGE = re.compile(r"<!-- Hide XML section from browser\s*<DOC NUMBER")
_LENGTH = re.compile(r"[^:]{3,20}:\s*\d[\d.,\s]*[^\W\d_]+")
# What may stand above the story; the headline is no label, though “UPDATE: MAYOR RESIGNS” looks like one.
_ABOVE = re.compile(
    "byline|section|length|dateline|highlight|headline|body|series|distribution|column|edition|page|guests|anchors"
    "|rubrik|länge|autor|verfasser|ausgabe|seite|ressort|rubrique|longueur|auteur|encart|sección|longitud"
    "|sezione|lunghezza|autore|sectie|lengte|seção|comprimento",
    re.IGNORECASE,
)
_BELOW = re.compile(
    "load-date|update|language|graphic|publication-type|pub-type|type|journal-code|subject|terms|organization"
    "|company|ticker|industry|person|city|state|country|geographic|url|issn|correction|correction-date|notes?"
    "|document-type|acc-no|copyright|caption|series|sprache|grafik|publikationstyp|quelle|langue|sujet"
    "|localisation-geo|societe|symbole-boursier|secteur-activite|type-publication|date-chargement|graphique"
    "|idioma|lingua|taal",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"correction appended|(?:[\w.-]+ ){0,3}edition|(?:[\w.-]+-?)?ausgabe", re.IGNORECASE)
MOST_HEAD = 6  # lines above the story where none gives its length
LONGEST_UNKNOWN = 60  # characters of a line below the story whose label nobody told us of


def read_page(original: bytes) -> list[Article]:
    """Return the articles of an export in HTML, none where it is none."""
    if b"<DOC NUMBER" not in original:
        return []
    decoded = decoded_page(original)
    pages = [[block.text for block in shown(parse(page))] for page in stretches(decoded.text, _PAGE)]
    return _articles([lines for lines in pages if lines], decoded)


def read_lines(lines: Sequence[str], decoded: Decoded | None = None) -> list[Article]:
    """Return the articles of an export from its paragraphs, none where it is none."""
    found: list[list[str]] = []
    for line in lines:
        if _COUNTER.fullmatch(line.strip()):
            found.append([line])
        elif found:
            found[-1].append(line)
    return _articles(found, decoded)


def _articles(found: Sequence[Sequence[str]], decoded: Decoded | None) -> list[Article]:
    if not any(_LENGTH.fullmatch(line) for stretch in found for line in stretch):
        return []
    return entry.articles([_entry(stretch) for stretch in found], decoded)


def _entry(lines: Sequence[str]) -> Entry:
    """Return one article from its lines, the first of which counts it."""
    found = Entry()
    found.add(lines[0], "furniture")
    begin = _head(lines, found)
    end = _end(lines, begin)
    for line in lines[begin:end]:
        found.add(line, "body")
    role = "furniture"
    for line in lines[end:]:
        name = _label(line)
        if name:
            found.labelled(name, line)
            role = entry.LABELS.get(name.casefold(), "furniture")
        else:  # a label holds for what follows it, up to the next
            found.add(line, "caption" if role == "caption" and not is_rights_notice(line) else "furniture")
    return found


def _head(lines: Sequence[str], found: Entry) -> int:
    """Read what stands above the story, and return the place where the story begins."""
    length = next((place for place, line in enumerate(lines) if _label(line) and _LENGTH.fullmatch(line)), 0)
    unlabelled = range(1, length or min(len(lines), MOST_HEAD))
    day = next((place for place in unlabelled if entry.tells_day(lines[place])), 0)
    for place, line in enumerate(lines[1:], 1):
        name = _label(line)
        if name and (_ABOVE.fullmatch(name) or (place < length and found.knows("title"))):
            found.labelled(name, line)
        elif is_rights_notice(line):
            found.add(line, "rights")
        elif place == day:
            found.day(line)
        elif place > length and (length or found.knows("title")):
            return place
        else:
            _unlabelled(line, found, above=place < day)
    return len(lines)


def _unlabelled(line: str, found: Entry, *, above: bool) -> None:
    """Add a line of the head: the newspaper stands above the day, the headline below it."""
    if not found.knows("source") and (above or not found.knows("published")):
        found.source(line)
    elif above or _NO_TITLE.fullmatch(line):
        found.add(line, "furniture")
    else:
        found.title(line)


def _end(lines: Sequence[str], begin: int) -> int:
    """Return the place where the story ends: before its pictures, or the last run of labels and rights notices."""
    end = len(lines)
    while end > begin and _closes(lines[end - 1], alone=end - 1 == begin):
        end -= 1
    labels = [(_label(line) or "").casefold() for line in lines[begin:end]]
    pictures = (place for place, name in enumerate(labels, begin) if entry.LABELS.get(name) == "caption")
    return next(pictures, end)


def _closes(line: str, *, alone: bool) -> bool:
    """Tell whether a line belongs below a story; `alone` where otherwise nothing would be left of the story."""
    name = _label(line)
    if name:
        return bool(_BELOW.fullmatch(name)) or (len(line) <= LONGEST_UNKNOWN and not alone)
    return is_rights_notice(line)


def _label(line: str) -> str | None:
    """Return the label of a line in capitals."""
    name = entry.label(line)
    return name if name and len(name) > 2 and name.isupper() else None
