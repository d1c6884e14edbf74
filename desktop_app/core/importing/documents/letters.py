"""What in a mail was written for its reader, and what hangs on it: quoted mails, forwarded ones, signatures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from lxml.html import HtmlElement

from desktop_app.core.importing.cleaning.paragraphs import paragraphs
from desktop_app.core.importing.cleaning.pieces import Piece
from desktop_app.core.importing.cleaning.text import LONGEST
from desktop_app.core.importing.pages.page import Block, blocks

LONGEST_INTRODUCTION = 250  # characters of “On Monday Ida Marsh wrote:”
LONGEST_SIGNATURE = 15  # lines
LONGEST_HEAD = 14  # lines the head of a forwarded mail may take
MOST_FORWARDS = 8
LONGEST_MAILING = 40  # words of a line about the mailing itself

_LABELS = {
    "from": "from|von|de|da|van|från|fra|od|от|发件人|寄件者|差出人|보낸 사람|من|מאת",
    "date": "date|sent|datum|gesendet|gesendet am|envoyé|envoyé le|fecha|enviado|enviado el|enviada em|data|inviato"
    "|verzonden|skickat|sendt|дата|отправлено|发送时间|日期|寄件日期|送信日時|日時|날짜|보낸 날짜"
    "|تاريخ|التاريخ|תאריך",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|тема|主题|主旨|件名|제목"
    "|الموضوع|נושא",
    "other": "to|cc|bcc|reply-to|an|kopie|à|pour|para|a|ad|aan|till|til|do|кому|копия|收件人|抄送|收件者|宛先"
    "|받는 사람|إلى|אל",
}
_KIND = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_LINE = re.compile(r"[>\s*]*(?P<label>[^\W\d_][\w -]{0,20}?)\s*\*?\s*[:：]\*?\s*(?P<value>.*)")
_FORWARDED = re.compile(
    r"forwarded message|weitergeleitete nachricht|message (?:transféré|réexpédié)|mensaje reenviado"
    r"|messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|vidarebefordrat"
    r"|пересылаемое|пересланное|转发的?邮件|轉寄郵件|転送メッセージ|전달된 메시지|رسالة معاد|הודעה שהועברה",
    re.IGNORECASE,
)
_MARKS = re.compile(r"^\s*(?:>\s?)+")
_QUOTING = re.compile(r"gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote|tutanota_quote")
_SIGNING = re.compile(
    r"(?:^|\s)(?:gmail_signature|moz-signature|applemailsignature|ms-outlook-mobile-signature|signature)(?=\s|$)",
    re.IGNORECASE,
)
_MAILING = re.compile(
    r"unsubscribe|(?:view|read|open) (?:this|it|in|online).{0,30}browser|abbestellen|newsletter abmelden"
    r"|im browser (?:an|öffnen|lesen)|désabonner|désinscri|dans (?:votre|le) navigateur|darse? de baja"
    r"|en (?:su|el|tu) navegador|annulla(?:re)? l.iscrizione|disiscri|nel browser"
    r"|cancelar (?:a )?(?:inscrição|assinatura)"
    r"|uitschrijven|afmelden|отписаться|退订|配信停止|إلغاء الاشتراك",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Passage:
    """A paragraph of a mail, and whether it hangs on what was written: quoted, or a signature."""

    text: str
    hangs: Literal["", "quoted", "signature"] = ""


@dataclass(frozen=True)
class Letter:
    """The pieces of a mail; `head` holds from, date and subject of the mail that was forwarded in it."""

    pieces: list[Piece]
    head: Mapping[str, str] = field(default_factory=dict)


def written(text: str) -> list[Passage]:
    """Return the passages of a mail in plain text."""
    lines = text.rstrip().split("\n")
    signed = [place for place, line in enumerate(lines) if re.fullmatch(r"--\s?", line)]
    end = signed[-1] if signed and signed[-1] >= len(lines) - LONGEST_SIGNATURE else len(lines)
    found = []
    for quoted, run in groupby(lines[:end], lambda line: line.lstrip().startswith(">")):
        said = "\n".join(_MARKS.sub("", line) for line in run)
        found += [Passage(paragraph.text, "quoted" if quoted else "") for paragraph in paragraphs(said)]
    return found + [Passage(paragraph.text, "signature") for paragraph in paragraphs("\n".join(lines[end:]))]


def shown(tree: HtmlElement) -> list[Passage]:
    """Return the passages of a mail in HTML."""
    return [Passage(block.text, _hangs(block)) for block in blocks(tree) if not block.hidden]


def arranged(passages: Sequence[Passage], *, forward: bool) -> Letter:
    """Tell what of a mail is its story; `forward` says that its subject calls it forwarded."""
    if sum(len(passage.text) for passage in passages) > LONGEST:
        return Letter([Piece(passage.text) for passage in passages])
    above: list[Piece] = []
    head: Mapping[str, str] = {}
    place, end, said = _head(passages)
    for _ in range(MOST_FORWARDS):
        before = "\n".join(passage.text for passage in passages[max(0, place - 2) : place + 1])
        if not said or not (forward or _FORWARDED.search(before)):
            break
        above += [Piece(passage.text, "furniture") for passage in passages[:end]]
        passages, head = [_unquoted(passage) for passage in passages[end:]], said
        place, end, said = _head(passages)
        forward = forward and place == 0
    pieces = [
        Piece(passage.text, "furniture" if at >= place or _is_furniture(passages, at) else None)
        for at, passage in enumerate(passages)
    ]
    if all(piece.role for piece in pieces):  # nothing but quotations is somebody's way to pass on a story
        pieces = [Piece(piece.text) for piece in pieces]
    return Letter(above + pieces, head)


def _unquoted(passage: Passage) -> Passage:
    return Passage(passage.text) if passage.hangs == "quoted" else passage


def _hangs(block: Block) -> Literal["", "quoted", "signature"]:
    for element in (block.element, *block.element.iterancestors()):
        marks = f"{element.get('class')} {element.get('id')}"
        if _SIGNING.search(marks):
            return "signature"
        if _QUOTING.search(marks) or (element.tag == "blockquote" and element.get("type") == "cite"):
            return "quoted"
    return ""


def _is_furniture(passages: Sequence[Passage], place: int) -> bool:
    """Tell whether a passage hangs on the letter, introduces a quotation, or is about the mailing."""
    passage = passages[place]
    if passage.hangs:
        return True
    short = len(passage.text) <= LONGEST_INTRODUCTION and re.search(r"\d", passage.text)
    if short and passage.text.endswith((":", "：")) and place + 1 < len(passages):
        return passages[place + 1].hangs == "quoted"
    return len(passage.text.split()) <= LONGEST_MAILING and bool(_MAILING.search(passage.text))


def _head(passages: Sequence[Passage]) -> tuple[int, int, dict[str, str]]:
    """Return the places where the first head of another mail begins and ends, and what it says."""
    lines = [(place, line) for place, passage in enumerate(passages) for line in passage.text.split("\n")]
    for start, (place, line) in enumerate(lines):
        if _kind(line):
            head = list(_labelled([line for _, line in lines[start : start + LONGEST_HEAD]]))
            said = {kind: value for _, kind, value in reversed(head)}
            if {"from", "date", "subject"} <= said.keys():
                return place, lines[start + head[-1][0]][0] + 1, said
    return len(passages), len(passages), {}


def _labelled(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the number, the kind and the value of each line of one head; a value may stand on the next line."""
    place, seen = 0, set()
    while place < len(lines) and (kind := _kind(lines[place])) and kind not in seen:
        seen |= {kind} - {"other"}
        found = _LINE.fullmatch(lines[place])
        value = found["value"].strip() if found else ""
        if not value and place + 1 < len(lines) and not _kind(lines[place + 1]):
            place += 1
            value = lines[place].strip()
        yield place, kind, value
        place += 1


def _kind(line: str) -> str | None:
    """Return what a line of the head of a mail tells: from, date, subject or other; None for other lines."""
    found = _LINE.fullmatch(line)
    return _KIND.get(found["label"].strip().casefold()) if found else None
