"""Which paragraphs of a plain text are the article, and which are what a web page wrote around it.

The rules go by position, length, closing punctuation and known phrases. In doubt a paragraph is body: a menu
shown costs a glance, a sentence hidden costs the truth.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.core.article import Role
from desktop_app.core.importing.cleaning.credits import byline, is_picture_credit, is_picture_file, is_rights_notice
from desktop_app.core.importing.cleaning.dates import is_date_line
from desktop_app.core.importing.cleaning.paragraphs import Paragraph
from desktop_app.core.importing.cleaning.phrases import AFTER_THE_STORY, BETWEEN_THE_LINES, SECTIONS

LONGEST_TITLE = 30  # words
LONGEST_ABBREVIATION = 6  # characters, full stop included
ENOUGH = 40  # words of a paragraph that are counted: no rule asks for more
LONGEST_PHRASE = 80  # characters
LONGEST_MENU = 12  # words of a line that a phrase beginning it may condemn
LONGEST_PROMOTION = 300  # characters
LONGER = 1.5  # times a title that the paragraph below one with a full stop is long at least
PROSE = 12  # words from which a closed paragraph reads as prose
FEWEST_CLOSED = 0.9  # share of the story's paragraphs that must be closed before an open one is suspicious

_SIGNS, _FULL_STOPS = tuple(".!?…。．！？؟۔।:;：؛,"), tuple(".。．۔।")
_AFTER_A_SIGN = "\"'”’»›“」』)]）】"
_CLOSING = tuple('"”’»」』)]）')  # close a sentence also without a sign before them
_STOPS = ".。．۔। "
_ABBREVIATION = re.compile(
    r"(?:\b\w\.\w|\b(?:inc|co|corp|ltd|jr|sr|st|no|dr|mr|mrs|vs|etc|jan|feb|mar|apr|jun|jul|aug|sept?"
    r"|oct|nov|dec|dept|gov|sen|rep|gen|\w))\.$",
    re.IGNORECASE,
)
_OPENS_MENU = re.compile(
    r"(?:read more|read also|also read|see also|more on this|follow us on|follow @|share (?:this|on)"
    r"|click here|subscribe to"
    r"|sign up (?:for|to)|like us on|watch|related|recommended|this (?:web)?site uses cookies"
    r"|we use cookies|lesen sie auch"
    r"|mehr zum thema|lire aussi|à lire aussi|lea también|leer más|leggi anche|leia também|leia mais|lees ook"
    r"|читайте также|czytaj także|اقرأ أيضا|اقرأ أيضاً|קראו גם|相关阅读|関連記事)\s*[:：>»|]"
    r"|(?:follow us on|share on|subscribe to our|sign up for our|like us on|click here to)\s",
    re.IGNORECASE,
)
# Sentences that begin by asking the reader to follow or to subscribe.
_PROMOTES = re.compile(
    r"(?:^|[.!?:]\s+)\W{0,2}(?:please |you can |bitte |jetzt )?"
    r"(?:(?:sign up|subscribe|get (?:the|our|all)|register|abonnier\w*|abonnez|inscrivez|suscríb\w+"
    r"|iscriviti|assine|zapisz)"
    r"\b[^\n]{0,80}\b(?:newsletter|inbox|posteingang|daily edition|whatsapp|telegram|boletín|bulletin|infolettre)"
    r"|(?:follow|like us|join us|find us|folgen? (?:sie |uns)|suivez|síguenos|seguici|siga|obserwuj)"
    r"\b[^\n]{0,60}\b(?:facebook|twitter|instagram|youtube|linkedin|whatsapp|telegram)\b)",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[^»›\n]{1,40}(?:\s+[»›]\s+[^»›\n]{1,80})+[^.!?»›\n]")  # Home » News » Town
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def label(paragraphs: Sequence[Paragraph]) -> list[Role]:
    """Return the role of each paragraph of a text."""
    texts = [paragraph.text for paragraph in paragraphs]
    own = [_own_role(text) for text in texts]
    if _is_closed_title(paragraphs):
        texts[0] = texts[0].rstrip(_STOPS)
    begin = _begin(texts, own)
    title = _title(texts, own, begin)
    end = _end(paragraphs, own, begin)
    roles: list[Role] = []
    for place, role in enumerate(own):
        if place == title:
            roles.append("title")
        elif place >= end or (title is not None and place < title):
            roles.append(
                role if role in ("rights", "byline", "date", "caption") and place < begin else _outside(role)
            )
        else:
            roles.append(_inside(texts[place], role, in_head=place < begin))
    return roles


def beside_the_story(paragraphs: Sequence[Paragraph]) -> list[Role | None]:
    """Return roles for what stands among and below the paragraphs of a story, None for each that is story."""
    own = [_own_role(paragraph.text) for paragraph in paragraphs]
    end = _end(paragraphs, own, 0)
    roles: list[Role | None] = []
    for place, (paragraph, role) in enumerate(zip(paragraphs, own, strict=True)):
        if place >= end:
            roles.append(_outside(role))
        elif len(paragraph.text) <= LONGEST_PROMOTION and _PROMOTES.search(paragraph.text):
            roles.append("furniture")
        else:
            roles.append(role if role in ("rights", "furniture", "caption") else None)
    return roles if None in roles else [None] * len(roles)


def _own_role(text: str) -> Role | None:
    """Return the role a paragraph claims by what it says, wherever it stands."""
    if is_rights_notice(text):
        return "rights"
    if _is_menu(text) or is_picture_file(text) or _is_trail(text):
        return "furniture"
    if is_picture_credit(text):
        return "caption"
    if byline(text):
        return "byline"
    return "date" if is_date_line(text) else None


def _outside(role: Role | None) -> Role:
    """Return the role of a paragraph above the title or after the story."""
    return "rights" if role == "rights" else "furniture"


def _inside(text: str, role: Role | None, *, in_head: bool) -> Role:
    """Return the role of a paragraph of the article; only above the story do bylines and dates stand alone."""
    if role in ("byline", "date") and not in_head:
        return "body"
    if in_head and role is None and _phrase(text) in SECTIONS:
        return "furniture"
    return role or "body"


def _begin(texts: Sequence[str], own: Sequence[Role | None]) -> int:
    """Return the place of the first paragraph that reads as prose; with none, that after the first line."""
    seen_title = False
    for place, text in enumerate(texts):
        if own[place] is not None or _phrase(text) in SECTIONS:
            continue
        words = _words(text)
        if words > LONGEST_TITLE or (words >= 5 and _stops(text)):
            return place
        if words >= PROSE and _closed(text) and seen_title:
            return place
        seen_title = seen_title or words >= 3
    return next((place + 1 for place, role in enumerate(own) if role is None), len(texts))


def _title(texts: Sequence[str], own: Sequence[Role | None], begin: int) -> int | None:
    """Return the place of the title: the first line above the story that is no name of a department."""
    heads = [place for place in range(begin) if own[place] is None and not _stops(texts[place])]
    named = [place for place in heads if _phrase(texts[place]) not in SECTIONS] or heads[-1:]
    if not named or len(texts) == 1:
        return None
    if len(named) > 1 and begin < len(texts) and _is_department(texts[named[0]], texts[named[1]]):
        return named[1]
    return named[0]


def _is_closed_title(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a text begins with a title that has a full stop, as agencies and catalogues write them.

    It has capitals only and stands apart from a longer paragraph; any other sentence is the story's.
    """
    if len(paragraphs) < 2 or not paragraphs[1].apart:
        return False
    first, second = paragraphs[0].text, paragraphs[1].text
    closed = _stops(first) and _words(first) <= LONGEST_TITLE and len(second) > LONGER * len(first)
    return closed and first.isupper()


def _is_department(first: str, second: str) -> bool:
    """Tell whether a short line above a longer one is the name of a department nobody told us of."""
    looks_like_title = 4 <= _words(second) <= 20 and second[0].isupper() and not _closed(second)
    return _words(first) <= 2 and first[0].isupper() and looks_like_title


def _end(paragraphs: Sequence[Paragraph], own: Sequence[Role | None], begin: int) -> int:
    """Return the place after the last paragraph of the story."""
    end = len(paragraphs)
    for place in range(begin + 1, len(paragraphs)):
        if own[place] == "rights" or _phrase(paragraphs[place].text) in AFTER_THE_STORY:
            before, after = _prose(paragraphs[begin:place]), _prose(paragraphs[place + 1 :])
            if before >= after:  # the story is the larger side; otherwise this is a box within it
                end = place
                break
    return _without_headlines(paragraphs, own, begin, end)


def _without_headlines(paragraphs: Sequence[Paragraph], own: Sequence[Role | None], begin: int, end: int) -> int:
    """Return the end of the story with the headlines of other stories below it cut off."""
    place = end
    while place > begin + 1 and (own[place - 1] == "furniture" or _is_headline(paragraphs[place - 1])):
        place -= 1
    headlines = [at for at in range(place, end) if own[at] is None]
    story = [paragraph.text for at, paragraph in enumerate(paragraphs[begin:place], begin) if own[at] is None]
    if not headlines or len(story) < 3 or story[-1].endswith((":", "：")):
        return end
    closed = sum(_closed(text) for text in story)
    if closed < FEWEST_CLOSED * len(story) or not _closed(story[-1]):
        return end
    in_capitals = all(_is_capitalised(paragraphs[at].text) for at in headlines)
    each_apart = all(paragraphs[at].apart for at in headlines)
    return place if each_apart and (in_capitals or len(headlines) > 1) else end


def _is_headline(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph could be a headline: short, open at its end, no item of a list or a table."""
    text = paragraph.text
    if not 4 <= _words(text) <= 22 or _closed(text) or text[0].islower():
        return False
    return not re.search(r"\d$|^(?:[-–—•*·]|\d+[.)]|\(?[a-z]\))\s|\t|\s[|=]\s|https?://|@", text, re.IGNORECASE)


def _is_capitalised(text: str) -> bool:
    """Tell whether a line is set as English headlines are, Most of Its Longer Words With Capitals."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= 4]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.7 * len(longer)


def _is_menu(text: str) -> bool:
    """Tell whether a line is a known phrase of web pages."""
    if len(text) > 120 or _words(text) > LONGEST_MENU or _stops(text) or text[0] in "\"'“„«‘「『":
        return False
    phrase = _phrase(text)
    return phrase in BETWEEN_THE_LINES or phrase in AFTER_THE_STORY or bool(_OPENS_MENU.match(text))


def _is_trail(text: str) -> bool:
    """Tell whether a line is the way to a page through its site."""
    return ("»" in text or "›" in text) and bool(_TRAIL.fullmatch(text))


def _phrase(text: str) -> str:
    """Return a line as the tables of phrases write it; "" for one too long to be in them."""
    return "" if len(text) > LONGEST_PHRASE else _bare(text)


@lru_cache(maxsize=1000)
def _bare(text: str) -> str:
    return _AROUND.sub("", " ".join(text.casefold().split()))


def _stops(text: str) -> bool:
    """Tell whether a paragraph ends with a full stop, as sentences do and titles do not."""
    bare = text.rstrip(_AFTER_A_SIGN)
    stops = bare.endswith(_FULL_STOPS) and bare[-2:-1] != "."
    return stops and not _ABBREVIATION.search(text, max(0, len(text) - LONGEST_ABBREVIATION))


def _closed(text: str) -> bool:
    """Tell whether a paragraph ends with a sign, as sentences do, or with a closing quote or bracket."""
    return text.endswith(_CLOSING) or text.rstrip(_AFTER_A_SIGN).endswith(_SIGNS)


def _words(text: str) -> int:
    """Return the number of words, up to ENOUGH; two characters count as one where words are not spaced."""
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    return wide // 2 + len(_WIDE.sub(" ", text).split()) if wide else len(text.split(maxsplit=ENOUGH))


def _prose(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many characters stand in paragraphs that read as prose."""
    return sum(len(p.text) for p in paragraphs if _words(p.text) >= PROSE)
