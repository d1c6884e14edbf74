"""The mentions of names in an article: runs of capitals without what only looks like a name."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from desktop_app.core.analysis.names.chunks import PARTICLES, SMALL, Token, chunks
from desktop_app.core.analysis.names.headlines import names_in_headlines, names_without_capitals
from desktop_app.core.analysis.names.known import (
    alias_of,
    countries,
    first_half,
    given_names,
    listed,
    makes_a_body,
    places,
    plain,
    readers_know,
)
from desktop_app.core.analysis.names.reading import Found, Reading, reading
from desktop_app.core.article import Article

_LINKING = PARTICLES | SMALL
_LONGEST_ACRONYM = 6
_LONGEST_ZONE = 4  # letters of a time zone
_BODIES = frozenset(("congress", "senate", "parliament", "pentagon", "kremlin", "house", "treasury"))
_COMPASS = frozenset(("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"))
_OPENING_FORM = re.compile(r".{3,}(?:ing|ed|ly)")
_TICKER = re.compile(r"[A-Z]{1,5}\.[A-Z]{1,2}\b")  # of a share: (ORL.N)
_SEAT = re.compile(r"[DRI]-\S+")  # the party and state of (D-Calif.)
_Run = tuple[Sequence[Token], int]  # the words of a name, and how many at its head are a title


def found(article: Article, sentences: Sequence[tuple[int, int]]) -> list[Found]:
    """Return the mentions of names in title, body and captions, in the order of the text."""
    read = reading(article, sentences)
    runs = (run for sentence in read.sentences for chunk in chunks(sentence) for run in _parted(chunk))
    trimmed = [mention for run in runs if (mention := _mention(run, read))]
    whole = {mention.words for mention in trimmed}
    mentions = list(_seen([part for mention in trimmed for part in _place_and_name(mention, whole)], read))
    in_headlines = names_in_headlines(read.headlines, mentions, article.text)
    return sorted([*mentions, *in_headlines, *names_without_capitals(article.text)])


def _parted(chunk: Sequence[Token]) -> Iterator[_Run]:
    """Give the names within a run, each with the number of words at its head that are a title.

    “Apple CEO Tim Cook” is two names, and “President” alone is none.
    """
    place = _title(chunk)
    if place is None or any(makes_a_body(word.key) for word in chunk[place:] if word.key not in listed("titles")):
        yield chunk, 0
        return
    begin, end = _around(chunk, place)
    if end == len(chunk) and any(word.key == "of" for word in chunk[:begin]):  # Office of Special Counsel
        yield chunk, 0
        return
    if begin:
        yield chunk[:begin], 0
    if end < len(chunk):
        yield chunk[begin:], end - begin


def _title(chunk: Sequence[Token]) -> int | None:
    """Return the place of the first title in a run."""
    for place, word in enumerate(chunk):
        if word.capital and word.key in first_half("titles") and not (place and chunk[place - 1].key in _LINKING):
            return place
    return None


def _around(chunk: Sequence[Token], place: int) -> tuple[int, int]:
    """Return where a title begins and ends that stands at a place: Deputy Secretary of State."""
    begin, end = place, place + 1
    while begin and chunk[begin - 1].key in listed("titles", "portfolios"):
        begin -= 1
    if begin and chunk[begin - 1].key in SMALL:
        begin = place
    office = end < len(chunk) and chunk[end].key in ("of", "for")
    words = listed("titles", "portfolios") | _LINKING | {"staff"} if office else listed("titles")
    while end < len(chunk) and chunk[end].key in words:
        end += 1
    return begin, end


def _mention(run: _Run, read: Reading) -> Found | None:
    """Return a run as a mention, without the words about it that belong to no name."""
    words, title = run
    core = list(words[title:])
    if _SEAT.fullmatch(read.text, core[0].start, core[-1].end):
        return None
    if title and (core[0].key in first_half("not_names") or _is_clock(core)):
        return None
    if not title:
        _trim_start(core, read)
    while core and (not core[-1].capital or (_of_a_people(core[-1].key) and not _in_a_body(core))):
        core.pop()
    if not core or not _may_be_a_name(core, title) or _is_ticker(core, read.text):
        return None
    name = " ".join(read.text[core[0].start : core[-1].end].split())
    called = " ".join(read.text[words[0].start : core[0].start].split()) if title else ""
    start = words[0].start if title else core[0].start
    return Found(start, core[-1].end, name, tuple(word.key for word in core), called, core[0].initial and not title)


def _is_clock(core: Sequence[Token]) -> bool:
    """Tell whether PM is no prime minister: 12 PM EDT."""
    return len(core) == 1 and core[0].text.isupper() and len(core[0].text) <= _LONGEST_ZONE


def _is_ticker(core: Sequence[Token], text: str) -> bool:
    return len(core) == 1 and "." not in core[0].text and _TICKER.match(text, core[0].start) is not None


def _trim_start(core: list[Token], read: Reading) -> None:
    """Take from the head of a run what opens the sentence or only says of what people somebody is."""
    while core and not (core[0].text.isupper() and alias_of(core[0].text)):
        word, rest = core[0], [other.key for other in core[1:]]
        opener = (
            word.key in first_half("not_names")
            or (rest and len(word.text) == 1)
            or (word.initial and _opens(word.key, rest, read))
        )
        people = _of_a_people(word.key) and word.key not in _COMPASS and not _are_a_body(rest)
        if not (opener or people or (rest and word.key in SMALL)):
            break
        del core[0]


def _opens(key: str, rest: Sequence[str], read: Reading) -> bool:
    """Tell whether the first word of a sentence has its capital only from its place."""
    if key in read.capital or key in PARTICLES or not rest or rest[0] in SMALL:
        return False
    name_follows = rest[0] in given_names() or rest[0] in places()
    formed = name_follows or _OPENING_FORM.fullmatch(key) is not None
    return key in read.small or (key not in given_names() and formed)


def _of_a_people(key: str) -> bool:
    """Tell whether a word is a nationality, a party or a faith, or the people of it."""
    if key in listed("nationalities"):
        return True
    return key.endswith("s") and (
        key[:-1] in listed("nationalities") or (key[-2:] == "ns" and key[:-2] in places())
    )


def _are_a_body(words: Sequence[str]) -> bool:
    """Tell whether words behind a nationality are a body's name with it: Libyan Gazette, but not Libyan Senate."""
    return any(map(makes_a_body, words)) and not (len(words) == 1 and words[0] in _BODIES)


def _in_a_body(core: Sequence[Token]) -> bool:
    return len(core) > 1 and core[-2].key in _LINKING and any(makes_a_body(word.key) for word in core[:-1])


def _may_be_a_name(core: Sequence[Token], title: int) -> bool:
    """Tell whether the words are more than words about things: Ministry, Act and North are not."""
    keys = [word.key for word in core]
    if all(key in PARTICLES and key not in given_names() for key in keys):
        return False
    if readers_know(" ".join(word.text for word in core)) or keys[0] in _BODIES:
        return True
    told = [key for key in keys if key not in SMALL]
    about = listed("organisation_words", "portfolios", "place_words", "titles", "company_words", "nationalities")
    if all(key in about or key in _COMPASS for key in told):
        return len(told) > 1 and any(key not in listed("titles") for key in told)
    if len(core) > 1:
        return True
    return len(keys[0]) > 1 and (title > 0 or keys[0] not in listed("not_names"))


def _place_and_name(mention: Found, whole: Collection[tuple[str, ...]]) -> Iterator[Found]:
    """Part a place from the name that stands right behind it, where that name also stands alone."""
    first, _, rest = mention.name.partition(" ")
    words = mention.words[1:]
    if mention.title or first.lower() != mention.words[0] or plain(first) not in places() or not rest:
        yield mention
    elif (len(words) > 1 and words in whole) or plain(rest) in countries():
        yield mention._replace(end=mention.start + len(first), name=first, words=mention.words[:1])
        yield mention._replace(start=mention.end - len(rest), name=rest, words=words, initial=False)
    else:
        yield mention


def _seen(mentions: Sequence[Found], read: Reading) -> Iterator[Found]:
    """Give the mentions that are more than a sentence's first word, or whose word is a name elsewhere too."""
    if read.german:
        yield from _in_german(mentions)
        return
    parts = {
        word for mention in mentions if not mention.initial or len(mention.words) > 1 for word in mention.words
    }
    for mention in mentions:
        opener = mention.initial and len(mention.words) == 1 and mention.words[0] not in parts
        if _certain(mention) or not opener:
            yield mention


def _in_german(mentions: Iterable[Found]) -> Iterator[Found]:
    """Give what is certain where all nouns have capitals: Kanzlerin Anna Orlan is Anna Orlan, then Orlan too."""
    lasts: set[str] = set()
    for mention in mentions:
        given = next((n for n, word in enumerate(mention.words) if word in given_names()), 0)
        behind = mention.name.split(" ", given)[-1] if "-" not in mention.name else mention.name
        words = mention.words[-len(behind.split()) :]
        person = mention._replace(start=mention.end - len(behind), name=behind, words=words) if given else mention
        if _certain(person):
            lasts.update(person.words[-1:])
            yield person
        elif len(mention.words) == 1 and mention.words[0] in lasts:
            yield mention


def _certain(mention: Found) -> bool:
    """Tell whether a mention is a name whatever the words around it."""
    acronym = mention.name.isupper() and len(mention.words) == 1 and 1 < len(mention.words[0]) <= _LONGEST_ACRONYM
    if acronym and mention.words[0] not in listed("function_words"):
        return True
    return mention.title != "" or readers_know(mention.name) or mention.words[0] in given_names()
