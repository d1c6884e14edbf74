"""Numbers that are no figures: ages, clock times, scores, numbers in names and lists."""

import re

from desktop_app.core.analysis.figures.amounts import Amount, Reading
from desktop_app.core.analysis.figures.things import Thing, is_plural
from desktop_app.core.analysis.figures.vocabulary import Vocabulary

LOOK = 30  # characters looked at on either side
HEADING = 200  # characters that tell whether a sentence is one
OLDEST = 120
FEW = 3  # below this, “two of the leaders” are rather named than counted
SMALL = 10  # up to here a number in words may well be an idiom
NAMELIKE = 1000  # numbers in names are smaller than this

AGE_BEHIND = re.compile(
    r"[\s-]*(?:(?:to\s+)?\d+[\s-]*)?(?:years?|months?|weeks?|days?)?[\s-]*olds?\b|[\s-]years?[\s-]of[\s-]age\b",
    re.IGNORECASE,
)
AGE_BEFORE = re.compile(
    r"\b(?:aged?|age of|ages of|(?:dead|dies|died) at|ages|(?:aged|ages) between|as (?:young|old) as"
    r"|(?:he|she|who) (?:is|was|turned|turns))\s+"
    r"(?:\d+\s+(?:and|to)\s+)?$",
    re.IGNORECASE,
)
NAME_COMMA = re.compile(r"[^\W\d_][\w’'.)-]*,\s*$")
COMMA = re.compile(r"\s*(?:[,.;)]|$|and\b|who\b|was\b|of\b|from\b)")
CLOCK = re.compile(
    r"[:h.]\d\d(?!\d)\s*(?:[ap]\.?m\b|hours|hrs|GMT|Uhr|$|[^\d%\w])?|\s*(?:[ap]\.?\s?m\b\.?|o[’']clock|GMT|UTC|E[SD]?T\b|hours\sGMT|Uhr)",
    re.IGNORECASE,
)
PART_OF_NUMBER = re.compile(
    r"/\d|\s[-–]\s?\w|:\s?\d|-by-|-for-|[-–—]\d|-?[A-Z]\b|\.[\dA-Z]|\s+to\s+(?:one\b|1(?![.,]?\d))|-to-"
)
BEFORE_NUMBER = re.compile(
    r"(?:\d:\s|\d\s[-–—]+\s|[/:#@_]|\d[.,–—-]|[^\W\d_][-–/.]|\bNo\.?\s?|№\s?|\+\s?|[’']|\band\s+a\s+|\b(?:mother|father|mom|dad)\s+of\s+|\bidUS\S*|\b(?:Group|Gang|Big)(?:\s+of)?\s+|\b(?:\d+|one|two|three|four)\s+in\s+)$"
)
PHONE = re.compile(r"[\s().-]*\d{3}[\s().-]")
ATTACKS = re.compile(r"9[-–/]11\b")
LIST = re.compile(r"[.)]\s")
DECADE = re.compile(r"['’]?s\b")
CAPITAL = re.compile(r"(?:^|\s)([^\W\d_][\w&’'.-]*)\s+$")
STREET = re.compile(r"\b(?:Street|Avenue|Road|Lane|Boulevard|Drive|Square|Place)$")
AGE_TOLD = re.compile(r"\bage\b[^.;]{0,40}\b(?:to|at|of|from|under|over)\s+(?:\d+\s+to\s+)?$")
SCORE = re.compile(r"\d+[-–—]\d+$")
COUNTED_BEHIND = re.compile(r"\s+(?!(?:in|on|at|to|for|and|after|before|against|over|with|last|this|when|as)\b)\w")
CONTEST = re.compile(
    r"\s*(?:vote|win|victory|loss|lead|record|decision|split|margin|majority|ruling|defeat|draw|tie)\b"
)
IDIOM = re.compile(
    r"\b(?:the|these|those|both|other|last|next|past|final|previous|top|day|number|only)\s+$", re.IGNORECASE
)
PART_OF = re.compile(r"\s+of\s+(?:the|its|his|her|their|these|those|our)\b", re.IGNORECASE)
A_SHARE = re.compile(r"\s+(?:of|more|less|higher|lower|larger|smaller|fewer)\b|[,.;)]")
SHARE_OF = re.compile(r"\s+(?:of|the|its|his|her|their|all|in|were|are|said|say|majority|vote)\b|[,.]")
ONE_BEFORE = re.compile(r"(\w+)\s+(?:at\s+least\s+)?$")
ONE_BEHIND = re.compile(r"\s+(?:(?:was|were|is|has|had|been|who|reported|also)\s+)*(\w+)")
PLURAL_YEARS = re.compile(
    r"\b(?:past|last|next|first|previous|final|coming|recent|following|preceding)\s+$", re.IGNORECASE
)
MATURITY = re.compile(
    r"\s+(?:U\.S\.\s+)?(?:Treasur|notes?\b|bonds?\b|yields?\b|bills?\b|gilts?\b|Bund|paper|highs?\b|lows?\b|peak|and\b|or\b|to\b)"
)
AGO = re.compile(r"\s+(?:ago|later|earlier|from now|old|hence)\b|[’']?\s+time\b", re.IGNORECASE)


def is_no_figure(reading: Reading, amount: Amount, thing: Thing | None, action: str | None) -> bool:
    """Tell whether an amount is no figure at all."""
    if amount.unit is None and _counts_nothing(reading, amount, thing, action):
        return True
    return (
        _is_part(reading, amount)
        or _is_age(reading, amount)
        or _is_ordinal(reading, amount)
        or _is_name(reading, amount, thing)
        or _is_idiom(reading, amount, thing, action)
        or _is_maturity(reading, amount)
        or (amount.time and _tells_when(reading, amount))
    )


def _counts_nothing(reading: Reading, amount: Amount, thing: Thing | None, action: str | None) -> bool:
    """Tell whether a bare number goes without anything to count; a great one may, as may one of people."""
    if thing is None:
        great = (
            not amount.spelt
            and amount.high >= NAMELIKE
            and not reading.text[amount.number : amount.end].isdecimal()
            and not reading.text[amount.number_end : amount.end].isalpha()  # the company 3M
        )
        alone = action is None or (action in reading.words.deals and not amount.vague)
        return not great and (alone or _is_proportion(reading, amount))
    return action is None and _is_lone(reading, amount, thing)


def _is_proportion(reading: Reading, amount: Amount) -> bool:
    """Tell whether a number is the second of “2 to 1”."""
    return re.search(r"\d\s+to\s+$", reading.text[max(reading.low, amount.start - LOOK) : amount.start]) is not None


def _is_lone(reading: Reading, amount: Amount, thing: Thing) -> bool:
    """Tell whether a small number in words stands before what is no plural: “two in”, “three Republican”."""
    if not amount.spelt or amount.vague or amount.high > SMALL or not reading.words.english:
        return False
    return amount.high > 1 and thing.end is not None and not is_plural(_head(thing), reading.words)


def _head(thing: Thing) -> str:
    """Return the noun that says what is counted: of “members of the council” the members."""
    return thing.words.partition(" of ")[0].split()[-1]


def _is_part(reading: Reading, amount: Amount) -> bool:
    """Tell whether digits are part of something longer: a clock time, a score, a telephone number, a list."""
    text, low, high, _, words = reading
    before = text[max(low, amount.number - LOOK) : amount.number]
    behind = text[amount.end : min(high, amount.end + LOOK)]
    if (
        ATTACKS.match(text, amount.number)
        or BEFORE_NUMBER.search(before)
        or words.never.match(behind)
        or PHONE.match(behind)
    ):
        return True
    if re.search(r"\b\d{1,3},\s$", before) and re.match(r"\d{3}(?!\d)", text[amount.number :]):  # “1, 300”
        return True
    if amount.unit is None and behind[:1] == "-" and amount.high < SMALL:
        return True
    if amount.money and behind[:1].isalpha():
        return True
    if amount.unit is None and (PART_OF_NUMBER.match(behind) or CLOCK.match(behind) or DECADE.match(behind)):
        return True
    if not before.strip("( \n") and LIST.match(behind):
        return True
    if amount.low == amount.high or amount.vague:
        return False
    bare = amount.unit is None and SCORE.match(text[amount.number : amount.end])
    return bool(CONTEST.match(behind) or (bare and not COUNTED_BEHIND.match(behind)))


def _is_ordinal(reading: Reading, amount: Amount) -> bool:
    """Tell whether “a third” or “a fourth” is no share but one in a row."""
    written = reading.text[amount.number : amount.number + 2].lower()
    return amount.high < 1 and written == "a " and not A_SHARE.match(reading.text, amount.number_end, reading.high)


def _is_age(reading: Reading, amount: Amount) -> bool:
    """Tell whether a number is somebody's age."""
    text, low, high, _, _ = reading
    before = text[max(low, amount.start - LOOK) : amount.start]
    behind = text[amount.end : min(high, amount.end + LOOK)]
    if AGE_BEHIND.match(behind) and (amount.time or "old" in behind[:5]):
        return True
    if amount.high > OLDEST:
        return False
    told = AGE_TOLD.search(text, max(low, amount.start - 2 * LOOK), amount.start) if amount.unit is None else None
    if told or AGE_BEFORE.search(before) or (amount.time and re.match(r"\s+of\s+age\b", behind)):
        return True
    if amount.unit or amount.spelt or amount.qualifier or amount.low != amount.high:
        return False
    named = NAME_COMMA.search(before)
    return bool(named and COMMA.match(behind)) or (before.endswith("(") and behind.startswith(")"))


def _is_name(reading: Reading, amount: Amount, thing: Thing | None) -> bool:
    """Tell whether a number belongs to a name: Flight 370, Fortune 500, Formula One, an area known as 700."""
    text, low, high, _, words = reading
    before = text[max(low, amount.number - LOOK) : amount.number]
    written = text[amount.number : amount.end]
    heading = _is_heading(text[low : min(high, low + HEADING)])
    if amount.unit is None and not amount.qualifier and words.name.search(before):
        return True
    if amount.time and not amount.joined and not heading and re.search(r"\s[A-Z]\w+$", written):
        return True
    starts = amount.number == low or not before.strip(" \n“\"‘'(")
    if amount.spelt and not starts and written[0].isupper() and not heading:
        return True
    if thing and thing.end and amount.unit is None and STREET.search(thing.words):
        return True
    if thing and thing.end and amount.unit is None and amount.high > 1 and _is_singular_name(thing, words):
        return True
    named = CAPITAL.search(before)
    if not named or amount.unit or amount.qualifier or amount.spelt or amount.high >= NAMELIKE:
        return False
    word = named[1]
    inside = named.start(1) > 0 or amount.number - len(before) > low
    counts = thing and thing.end and is_plural(_head(thing), words)
    return word[0].isupper() and inside and not counts and not heading


def _is_singular_name(thing: Thing, words: Vocabulary) -> bool:
    """Tell whether what follows a number is a name and no plural: “737 Max”."""
    head = _head(thing)
    return head.istitle() and not is_plural(head, words)


def _is_heading(sentence: str) -> bool:
    """Tell whether a sentence has capitals throughout, as headings have."""
    found = [word for word in sentence.split() if word[0].isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in found) > 0.7 * len(found)


def _is_idiom(reading: Reading, amount: Amount, thing: Thing | None, action: str | None) -> bool:
    """Tell whether a small number in words counts nothing: “one of the”, “the two leaders”."""
    if not amount.spelt or amount.vague or amount.high > SMALL:
        return False
    if amount.unit == "point" and amount.high == 1:
        return reading.text[max(reading.low, amount.start - 3) : amount.start].lower() == "at "
    if amount.unit:
        if amount.joined and amount.high < 1:
            return True
        return amount.high == 1 and amount.time and not amount.qualifier and not amount.joined
    before = reading.text[max(reading.low, amount.start - LOOK) : amount.start]
    if amount.high < 1:
        if re.search(r"\b(?:first|second|third|last|other|in|by)\s+$", before):
            return True
        share = " " in reading.text[amount.number : amount.end].strip()
        return not share and not SHARE_OF.match(reading.text, amount.end, reading.high)
    text, _, high, _, words = reading
    behind = text[amount.end : min(high, amount.end + LOOK)]
    if amount.high == 1:
        acted = ONE_BEHIND.match(text, thing.end if thing and thing.end else amount.end, high)
        acting = ONE_BEFORE.search(before)
        return not any(match and words.has("one", match[1]) for match in (acted, acting))
    return (
        bool(IDIOM.search(before))
        or behind.startswith("-")
        or (action is None and amount.high < FEW and bool(PART_OF.match(behind)))
    )


def _is_maturity(reading: Reading, amount: Amount) -> bool:
    """Tell whether a duration names a kind of paper or mark: the 10-year Treasury note, a five-year low."""
    return amount.joined and amount.time and MATURITY.match(reading.text, amount.end, reading.high) is not None


def _tells_when(reading: Reading, amount: Amount) -> bool:
    """Tell whether a duration says when something was, as in “two weeks ago” or “in the past three years”."""
    text, low, high, _, _ = reading
    before = text[max(low, amount.start - LOOK) : amount.start]
    behind = text[amount.end : min(high, amount.end + LOOK)]
    return bool(AGO.match(behind) or PLURAL_YEARS.search(before))
