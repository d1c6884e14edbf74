"""What an article says of its makers: byline, dateline, rights notice, picture credit."""

import re
from dataclasses import dataclass

from desktop_app.core.importing.dates import is_date_line
from desktop_app.core.importing.phrases import NOT_NAMES, SMALL_WORDS

_LABEL = re.compile(
    r"^\(?\s*(?:authors?|autor(?:in|es|a)?|auteure?s?|autor[ei]|автор|byline|reporter|journalist"
    r"|correspondent|writer"
    r"|بقلم|story by|written by|reported by|words by|كتب|كتبت|الكاتب|تحرير|מאת|作者|記者|记者"
    r"|撰文|文)\s*[:：/]\s*(?P<name>[^\n]{2,120}?)\s*\)?$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"^\(?(?:(?:text|texte|texto|testo)\s*:|text von|by|written by|story by|von|par|por|di|door|av|af"
    r"|reported by|بقلم|كتب|كتبت|מאת)\s+(?P<name>[^\n]{2,120}?)\)?$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"©|\(c\) ?(?:19|20)\d\d|^\W*copyright\b|copyright (?:\(c\)|(?:19|20)\d\d)|all rights reserved"
    r"|material may not be"
    r"|may not be published, broadcast|may not be reproduced .{0,40}without|tous droits réservés"
    r"|alle rechte vorbehalten|(?:todos los derechos|derechos) reservados|tutti i diritti riservati"
    r"|riproduzione riservata"
    r"|todos os direitos reservados|все права защищены|wszelkie prawa zastrzeżone|tüm hakları saklıdır"
    r"|alle rechten "
    r"voorbehouden|جميع الحقوق محفوظة|כל הזכויות שמורות|版权所有|版權所有|無断転載|著作権",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^\n,.|;©()]{1,60}?)(?=\s*(?:[,.|;()]|$|all rights|(?:19|20)\d\d|[-–—]\s))",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(
    r"^(?P<date>[^\n]{6,80}?)\s+(?:by|von|par|por|di|door)\s+(?P<name>[^\n]{2,80})$", re.IGNORECASE
)
_PICTURE = re.compile(
    r"^\W{0,2}(?:(?:file )?(?:photo|picture|image|photograph|illustration|photos|foto|bild|fotos)(?:graph)?"
    r"(?:\s+(?:by|credit|courtesy|credits)\b|\s*[:/])|credit\s*:|(?:photo|picture|image) credit"
    r"|crédit photo|bildquelle"
    r"|foto di |imagen\s*:|الصورة\s*:|صورة\s*:|צילום\s*:|写真\s*[:=：]|图片来源)",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(
    r"[\w%().,~-]+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)|\d{4,}(?:_\d+)+(?:_[a-z])?"
    r"|(?:img|dsc[fn]?|p|pxl|screenshot|image)[_-]?\d{3,}[\w-]*",
    re.IGNORECASE,
)
AGENCIES = {
    "ap": "The Associated Press",
    "associated press": "The Associated Press",
    "the associated press": "The Associated Press",
    "reuters": "Reuters",
    "afp": "Agence France-Presse",
    "dpa": "dpa",
    "upi": "United Press International",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "ansa": "ANSA",
    "efe": "EFE",
    "bloomberg": "Bloomberg",
    "kyodo": "Kyodo",
    "interfax": "Interfax",
}
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ /-]{1,39}[A-ZÀ-ÖØ-Þ.](?:, [A-ZÀ-Þ][\w. ]{1,30}){0,2})"
    r"\s*(?:\((?P<agency>[^()\n]{2,40})\))?\s*(?:[–—]|--|-(?=\s))\s*"
)
_AGENCY_DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][\w.'’ /-]{{1,39}}[\w.](?:, [\w. ]{{2,30}}){{0,2}})\s*"
    rf"\((?P<agency>{'|'.join(AGENCIES)})\)\s*(?:[–—]|--|-(?=\s))\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dateline:
    """The place a report was sent from; `length` counts the characters it takes, dash included."""

    place: str
    length: int
    agency: str | None = None


def byline(line: str) -> str | None:
    """Return the author a line names, None where it is no byline."""
    if len(line) > 160:
        return None
    if (found := _AFTER_DATE.match(line)) and is_date_line(found["date"]) and is_name(found["name"]):
        return str(found["name"])
    for piece in re.split(r"\s+[|•·–—]\s+", line):
        if found := _LABEL.match(piece):
            return str(found["name"])
        if (found := _BEFORE_NAME.match(piece)) and is_name(found["name"]):
            return str(found["name"])
    return None


def is_name(text: str) -> bool:
    """Tell whether words look like the name of a person, a desk or an outlet, or several of them."""
    words = re.findall(r"[^\s,;&/]+", text)
    large = [word for word in words if word.casefold() not in SMALL_WORDS]
    if not 1 <= len(large) <= 12 or re.search(r"\d|[.!?:]$", text.removesuffix("Jr.").removesuffix("Sr.")):
        return False
    if large[0].casefold() in NOT_NAMES:
        return False
    return all(not word[0].islower() for word in large)


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline a paragraph begins with, None where it has none."""
    found = _DATELINE.match(paragraph) or _AGENCY_DATELINE.match(paragraph)
    if not found or found.end() == len(paragraph):
        return None
    return Dateline(
        found["place"].strip(), len(found.group().rstrip()), AGENCIES.get((found["agency"] or "").lower())
    )


def is_rights_notice(line: str) -> bool:
    """Tell whether a line says whose the text is and what may not be done with it."""
    return len(line) <= 400 and len(line.split()) <= 45 and bool(_RIGHTS.search(line))


def rights_holder(notice: str) -> tuple[str, str] | None:
    """Return whom a rights notice names, and the words that say so."""
    found = _HOLDER.search(notice)
    if not found or _RIGHTS.search(found["name"]):
        return None
    return found["name"].strip(), notice[: found.end()].strip()


def is_picture_credit(line: str) -> bool:
    """Tell whether a line belongs to a picture."""
    return len(line) <= 300 and len(line.split()) <= 35 and bool(_PICTURE.match(line))


def is_picture_file(line: str) -> bool:
    """Tell whether a line is the name of a picture file."""
    return len(line) <= 200 and bool(_PICTURE_FILE.fullmatch(line))
