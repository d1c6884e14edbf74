"""What the databases share: an article of an export gathered line by line, and the labels before its lines."""

import re
from collections.abc import Sequence

from desktop_app.core.article import Article, Role
from desktop_app.core.importing.cleaning.credits import byline, is_rights_notice
from desktop_app.core.importing.cleaning.dates import stated_date, words_beside_date
from desktop_app.core.importing.cleaning.pieces import Piece, Stated, assembled
from desktop_app.core.importing.decoding.encoding import Decoded

LONGEST_LABEL = 24  # characters
MOST_BESIDE_DATE = 12  # words: the day of the week, the edition, the hour
# Labels of the lines that are more than furniture, in the languages of the databases' interfaces.
_ROLES: tuple[tuple[Role, str], ...] = (
    ("byline", "byline|author|autor|auteur|autore|verfasser"),
    ("title", "headline|titel|titre|título|titolo|kop"),
    ("dateline", "dateline"),
    ("body", "highlight|encart|body|lead"),
    ("caption", "graphic|grafik|graphique|grafiek|gráfico|grafico|illustration"),
)
LABELS = {name: role for role, names in _ROLES for name in names.split("|")}
_LABEL = re.compile(r"([^\W\d_]+(?:[ '’-][^\W\d_]+){0,3})\s?:(?=[\s\xa0]|$)")
_EDITION = re.compile(
    r",\s*(?:no|n°|nº|nr|№)\.?\s*\d.*$"
    r"|\s+(?:--?|[–—])\s+(?:[\w ]*\b(?:edition|ausgabe|édition|edición|edizione|edição|editie)\b[\w ./-]*"
    r"|english|german|french|spanish|italian|portuguese|dutch|arabic|russian)$",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"(?:[^\W\d_]+,?\s+){0,2}")  # “Montag,”, “FINAL EDITION”
WITHHELD = "The export holds no text of this article, only what the database says about it."


def label(line: str) -> str | None:
    """Return the label a line begins with, without its colon; None where it has none."""
    found = _LABEL.match(line)
    return found[1] if found and len(found[1]) <= LONGEST_LABEL else None


def outlet(text: str) -> str:
    """Return the name of a newspaper without its edition, its language or the number of its issue."""
    return _EDITION.sub("", squeezed(text)).strip(" ,")


def tells_day(line: str) -> bool:
    """Tell whether a line gives the day an issue came out, with little beside it and next to nothing before."""
    found, beside = stated_date(line), words_beside_date(line)
    if found is None or beside is None or beside > MOST_BESIDE_DATE:
        return False
    return bool(_BEFORE_DATE.fullmatch(line[: line.index(found.words)]))


def letters(text: str) -> str:
    """Return only the letters and digits of a text, to compare what is set in different ways."""
    return re.sub(r"[\W_]", "", text.casefold())


def squeezed(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())


class Entry:
    """One article of an export while its lines are read; every line given to it stays in its text."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._stated: dict[str, Stated] = {}
        self._lead = -1

    def add(self, text: str, role: Role) -> None:
        """Add a line or a paragraph; what names the owner of the rights is no furniture."""
        if role == "furniture" and is_rights_notice(text):
            role = "rights"
        self._pieces.append(Piece(text, role))

    def title(self, text: str) -> None:
        """Add the headline; a second one stays in the story, as the first is the title."""
        self.add(text, "body" if "title" in self._stated else "title")
        self.state("title", text, text)

    def source(self, text: str) -> None:
        """Add the line that names the newspaper."""
        self.add(text, "furniture")
        self.state("source", outlet(text), text)

    def day(self, text: str) -> None:
        """Add the line that gives the day it was published."""
        self.add(text, "date")
        found = stated_date(text)
        self.state("published", (found.iso if found else None) or "", text)

    def byline(self, text: str, names: str | None = None) -> None:
        """Add the line of the author; `names` is what it says without its label."""
        names = squeezed(names or text)
        self.add(text, "byline")
        self.state("byline", byline(names) or names, text)

    def labelled(self, name: str, text: str) -> None:
        """Add a line that begins with a label."""
        role = LABELS.get(name.casefold(), "furniture")
        head, _, value = text.partition(":")
        value = value.strip()
        if role == "byline" and value:
            self.byline(text, value)
        elif role == "title" and value:
            self.add(f"{head}:", "furniture")
            self.title(value)
        elif role == "body":
            self.add(f"{head}:", "furniture")
            self._lead = len(self._pieces)
            self.add(value, "body")
        else:
            self.add(text, role)
        if role == "dateline":
            day = stated_date(value)
            place = value.partition(day.words)[0] if day else value
            self.state("dateline", place.strip(" ,(;"), text)

    def state(self, field: str, value: str, evidence: str) -> None:
        """State a fact and the words it rests on; the first word counts, and nothing is no fact."""
        if value.strip():
            self._stated.setdefault(field, Stated(squeezed(value), squeezed(evidence)))

    def knows(self, *fields: str) -> bool:
        """Tell whether all these fields are stated."""
        return all(field in self._stated for field in fields)

    def article(self, decoded: Decoded | None = None) -> Article:
        """Return the finished article."""
        encoding, warnings = (decoded.encoding, decoded.warnings) if decoded else (None, ())
        story = [squeezed(piece.text) for piece in self._pieces[self._lead + 1 :] if piece.role == "body"]
        if self._lead >= 0 and squeezed(self._pieces[self._lead].text) in story:
            self._pieces[self._lead] = Piece(self._pieces[self._lead].text, "furniture")  # what the story repeats
        if not any(piece.role == "body" and piece.text.strip() for piece in self._pieces):
            warnings = (*warnings, WITHHELD)
        return assembled(self._pieces, self._stated, encoding, warnings)


def articles(entries: Sequence[Entry], decoded: Decoded | None = None) -> list[Article]:
    """Return the finished articles of a file; none where not one of them names its newspaper and its day."""
    genuine = any(one.knows("source", "published") for one in entries)
    return [one.article(decoded) for one in entries] if genuine else []
