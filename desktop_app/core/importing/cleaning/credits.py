"""What an article says of its makers: byline, dateline, rights notice, picture credit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.importing.cleaning.dates import is_date_line, words_beside_date
from desktop_app.core.importing.cleaning.phrases import NOT_NAMES, SMALL_WORDS

_LABEL = re.compile(
    r"^\(?\s*(?:authors?|autor(?:in|innen|en|es|a)?|auteure?s?|autor[ei]|автор|byline|reporter|journalist"
    r"|correspondent|writer|by|von|verfasst von|geschrieben von|publié par|écrit par|escrito por|scritto da"
    r"|posted by|published by|text und interview|بقلم|story by|written by|reported by|words by|كتب|كتبت|الكاتب"
    r"|تحرير|מאת|作者|記者|记者|撰文|文)\s*[:：/]\s*(?P<name>[^\n]{2,120}?)\s*\)?$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"^\(?(?:(?:text|texte|texto|testo)\s*:|text von|by|written by|story by|von|par|por|di|door|av|af"
    r"|reported by|بقلم|كتب|كتبت|מאת)\s+(?P<name>[^\n]{2,120}?)\)?$",
    re.IGNORECASE,
)
_AUTHOR_NAME = re.compile(r"^(?:authors?|autor(?:in|innen|en)?|auteure?)\s+(?P<name>[^\n:]{5,80})$", re.IGNORECASE)
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
# One of these is in every notice in ASCII; most texts lack them, and a word is found far faster than a pattern.
_RIGHTS_WORDS = ("(c)", "right", "may not be", "recht", "reservad", "riservat")
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^\n,.|;©()]{1,60}?)(?=\s*(?:[,.|;()]|$|all rights|(?:19|20)\d\d|[-–—]\s))",
    re.IGNORECASE,
)
_CLOSE_BY, _BETWEEN = re.compile(r"^By(?=[A-Z])"), re.compile(r"\s+[|•·–—-]\s+")
_BY = r"(?:by|von|vom|par|por|di|door|av|af|przez|от|بقلم|מאת)"
# What a line may say before it names who wrote: nothing, a date, or that and where something was posted.
_SIGNED = re.compile(
    rf"^(?P<before>[^\n]{{0,80}}?)(?:^|\s){_BY}\s+(?P<name>[^\n]{{2,80}}?)"
    r"(?=\s*$|\s+(?:on|am|um|at|le|el|il|op|vor|in)\s|\s*[·|•@(/,]\s*\S*\d|\s+[-–—|·•»]\s|,?\s+\d)",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"^(?:\W*(?:posted|published|written|submitted|created|updated|filed|veröffentlicht|erstellt|eingestellt|geschrieben"
    r"|verfasst|publié|rédigé|écrit|publicado|escrito|pubblicato|scritto|geplaatst|geschreven|opublikowan[oey]"
    r"|dodan[oey]|опубликовано|beitrag)\b[^\n]{0,70}|(?:(?:an?|eine?|une?)\s)?(?:[^\W\d]+\s)?(?:kolumne|gastbeitrag"
    r"|gastkommentar|kommentar|beitrag|interview|essay|analyse|bericht|rezension|reportage|column|analysis|review"
    r"|guest post|tribune|chronique))$",
    re.IGNORECASE,
)
NICKNAME = re.compile(r"(?:(?:der|die|das|the|el|la|le)\s)?[^\W\d_][\w.-]{1,24}")
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
    "apa": "APA",
    "epd": "epd",
    "kna": "KNA",
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
    line = _CLOSE_BY.sub("By ", line.lstrip("-–—•·|* "))
    for piece in _BETWEEN.split(line):
        if found := _LABEL.match(piece):
            return str(found["name"])
        if (found := _BEFORE_NAME.match(piece)) and is_name(found["name"]):
            return str(found["name"])
        if (found := _AUTHOR_NAME.match(piece)) and is_name(found["name"]) and " " in found["name"]:
            return str(found["name"])
    return _signed(line)


def _signed(line: str) -> str | None:
    """Return whom a line names that also tells when or where something was posted."""
    found = _SIGNED.match(line)
    if not found:
        return None
    before, name = found["before"], found["name"].strip(" ,:")
    dated = words_beside_date(line) is not None
    if before and not is_date_line(before.rstrip(" ,-–—|·")) and not _POSTED.match(before):
        return None
    nickname = (dated or before) and NICKNAME.fullmatch(name) and name.split()[-1].casefold() not in NOT_NAMES
    return str(name) if is_name(name) or nickname else None


def is_name(text: str) -> bool:
    """Tell whether words look like the name of a person, a desk or an outlet, or several of them."""
    words = re.findall(r"[^\s,;&/]+", text)
    large = [word for word in words if word.casefold() not in SMALL_WORDS]
    if not 1 <= len(large) <= 12 or re.search(r"\d|[.!?:]$", text.removesuffix("Jr.").removesuffix("Sr.")):
        return False
    if large[0].casefold() in NOT_NAMES:
        return False
    return all(not word[0].islower() or word in AGENCIES for word in large)


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
    if not 6 <= len(line) <= 400 or (line.isascii() and not _says_any(_RIGHTS_WORDS, line)):
        return False
    return len(line.split()) <= 45 and bool(_RIGHTS.search(line))


def _says_any(words: Iterable[str], line: str) -> bool:
    return any(map(line.lower().__contains__, words))


def rights_holder(notice: str) -> tuple[str, str] | None:
    """Return whom a rights notice names, and the words that say so."""
    found = _HOLDER.search(notice)
    if not found or _RIGHTS.search(found["name"]):
        return None
    return found["name"].strip(), notice[: found.end()].strip()


def is_picture_credit(line: str) -> bool:
    """Tell whether a line belongs to a picture."""
    return len(line) <= 300 and bool(_PICTURE.match(line)) and len(line.split()) <= 35


def is_picture_file(line: str) -> bool:
    """Tell whether a line is the name of a picture file."""
    return len(line) <= 200 and bool(_PICTURE_FILE.fullmatch(line))
