"""What a figure counts, in the words of the text: the phrase behind it, or what stands before it."""

import re
from typing import NamedTuple

from desktop_app.core.analysis.figures.amounts import Amount, Reading
from desktop_app.core.analysis.figures.leads import WORD
from desktop_app.core.analysis.figures.subjects import is_participle, subject_before
from desktop_app.core.analysis.figures.vocabulary import LENGTHS, TIMES, Vocabulary

BEHIND = 90  # characters behind a figure in which its thing may stand
MOST_WORDS = 8
GAP = re.compile(r"[ \t\n\r\u00a0\u202f]+[“\"‘']?|-")
OWN = r"(?:all\s+)?(?:(?:the|his|her|its|their|our|a|an|those|these)\s+)?"
OF = re.compile(rf"['’]?\s+(?:worth\s+)?of\s+{OWN}")
PART = re.compile(rf"\s+of\s+{OWN}")
CHANGED = re.compile(rf"\s+(?:in|of)\s+{OWN}(?=[^\W\d_])")
JOINT = re.compile(r"\s+(?:for|in|of|at|by|on|among)\b")
DIMENSION = re.compile(r"[\s-](?:tall|long|wide|deep|high|thick)(?=[\s-])")
BRACKETED = re.compile(r"\s\([^()]{0,24}\)(?=\s)")
DETERMINER = re.compile(r"\s+(?:the|a|an|its|his|her|their|our)(?=\s)")
PERIODS = frozenset(
    (*TIMES, "quarter", "half", "period", "session", "trade", "trading", "time", "days", "weeks", "months", "years")
)
CONFINED = frozenset(("prison", "jail", "custody", "detention", "captivity", "hospital"))


class Thing(NamedTuple):
    """The words for what is counted; `end` is where they end if they stand behind the figure."""

    words: str
    end: int | None = None


def thing_of(reading: Reading, amount: Amount, linked: Thing | None) -> Thing | None:
    """Find what an amount counts: behind a count, before or behind what has a unit.

    `linked` is the thing of the figure before, where this one goes on from it: “rose to 43 from 12”;
    without words where that has none.
    """
    if not reading.words.english:
        return _people(reading, amount)
    found = _thing(reading, amount, linked)
    return None if found and _says_nothing(found.words, reading.words) else found


def _says_nothing(thing: str, words: Vocabulary) -> bool:
    """Tell whether words name no thing: “2.8 per cent stronger”, “7 per cent of Orla’s market value”."""
    owner = thing.endswith(("'s", "’s")) and not thing.rpartition(" ")[2][:-2].isupper()  # “Eight IED’s” are eight
    return words.has("nothing", thing) or owner


def _thing(reading: Reading, amount: Amount, linked: Thing | None) -> Thing | None:
    direct = _behind(reading, amount)
    if direct and direct.end and reading.words.has("change", direct.words):
        again = amount.unit and linked and linked.words and not JOINT.match(reading.text, direct.end)
        direct = _changed(reading, direct.end) or (linked if again else direct)
    if amount.time:
        linked = None
    if direct or amount.unit is None:
        return direct or linked or _before(reading, amount)
    if amount.unit in LENGTHS:
        return _of_what(reading, amount) or _for_what(reading, amount) or linked or _before(reading, amount)
    return _of_what(reading, amount) or linked or _before(reading, amount) or _for_what(reading, amount)


def _changed(reading: Reading, at: int) -> Thing | None:
    """Return what a change is of: “an 11 percent fall in net profit”; no place and no time."""
    joint = CHANGED.match(reading.text, at, reading.high)
    found = _phrase(reading, joint.end() - 1) if joint else None
    last = found.words.rpartition(" ")[2] if found else ""
    return None if not last or last[0].isupper() or last.lower() in PERIODS else found


def _before(reading: Reading, amount: Amount) -> Thing | None:
    words = subject_before(reading, amount)
    return Thing(words) if words else None


def thing_of_part(reading: Reading, amount: Amount, whole: Amount) -> Thing | None:
    """Return the thing of the amount that this one is a part of: “a third of the 20 boats”."""
    part = amount.end < whole.start and PART.fullmatch(reading.text, amount.end, whole.start)
    found = _behind(reading, whole) if part and reading.words.english else None
    return Thing(found.words) if found else None


def is_plural(word: str, words: Vocabulary) -> bool:
    """Tell whether a word looks like the plural of a noun."""
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        return word[:-2].isupper() and len(word) > 3
    if words.has("people", low.rpartition("-")[2]) or low.endswith(("men", "people")):
        return True
    return low.endswith("s") and len(low) > 2 and not low.endswith(("ss", "us", "is")) and not word.isupper()


def _behind(reading: Reading, amount: Amount) -> Thing | None:
    """Return the phrase that follows at once, behind “of the”, “more” and the like for a count."""
    if " per " in (amount.unit or "") and not amount.joined:
        return None
    at = _past_light(reading, amount)
    found = _phrase(reading, at)
    if found is None or (amount.unit and found.words in TIMES) or reading.words.has("nothing", found.words):
        return None
    first, _, more = found.words.partition(" ")
    if amount.unit and is_participle(first.lower()) and (not more or (amount.time and not amount.joined)):
        return None
    if amount.unit is None and not more and not _is_counted(found.words, reading, amount):
        return None
    return found


def _past_light(reading: Reading, amount: Amount) -> int:
    """Return where the thing behind an amount begins: past “of the”, or “tall” in “a 40-foot tall cross”."""
    text, at, high = reading.text, amount.end, reading.high
    if amount.unit:
        measured = DIMENSION.match(text, at, high) if amount.joined else None
        return measured.end() if measured else at
    for _ in range(2):
        skipped = reading.words.skip.match(text, at, min(high, at + BEHIND))
        at = skipped.end() if skipped else at
    if amount.high >= 1:
        return at
    bracket = BRACKETED.match(text, at, high)
    return _past_determiner(text, bracket.end() if bracket else at)


def _is_counted(word: str, reading: Reading, amount: Amount) -> bool:
    """Tell whether a single word behind a count may be what is counted, and no verb: “23 belong to …”."""
    if is_participle(word):
        return word.lower() in reading.words.acts
    single = amount.high <= 1 or reading.text[amount.end : amount.end + 1] == "-"
    return single or not word.islower() or is_plural(word, reading.words) or word.lower() in reading.words.acts


def _people(reading: Reading, amount: Amount) -> Thing | None:
    """Return the word behind a count if it is listed as one for people and the like."""
    tokens = _tokens(reading.text, amount.end, min(reading.high, amount.end + BEHIND))
    if amount.unit or not tokens or not reading.words.has("people", tokens[0].group()):
        return None
    return Thing(tokens[0].group(), tokens[0].end())


def _phrase(reading: Reading, at: int) -> Thing | None:
    """Return the noun phrase that begins here."""
    text, _, high, _, words = reading
    tokens = _tokens(text, at, min(high, at + BEHIND))
    kept = 0
    while kept < min(len(tokens), MOST_WORDS) and _goes_on(tokens, kept, words):
        kept += 1
    while kept > 1 and words.has("tail", tokens[kept - 1].group()):
        kept -= 1
    if not kept:
        return None
    end = tokens[kept - 1].end()
    of = OF.match(text, end, high) if words.has("whole", tokens[kept - 1].group()) else None
    more = _phrase(reading._replace(high=min(high, of.end() + BEHIND)), of.end() - 1) if of else None
    end = more.end if more and more.end else end
    return Thing(" ".join(text[tokens[0].start() : end].split()), end)


def _tokens(text: str, at: int, end: int) -> list[re.Match[str]]:
    """Return the words from here on with nothing but space between them."""
    found: list[re.Match[str]] = []
    while len(found) <= MOST_WORDS + 1:
        gap = GAP.match(text, at, end)
        word = WORD.match(text, gap.end(), end) if gap else None
        if word is None or word.group()[0] in "$€£" or word.group()[0].isdecimal():
            break
        found.append(word)
        at = word.end()
    return found


def _goes_on(tokens: list[re.Match[str]], at: int, words: Vocabulary) -> bool:
    """Tell whether a word still belongs to the phrase."""
    word = tokens[at].group()
    behind = tokens[at + 1].group() if at + 1 < len(tokens) else None
    last = tokens[at - 1].group() if at else None
    if word in ("and", "or") and last:  # “State Department and Pentagon officials”
        following = [token.group() for token in tokens[at + 1 : at + 4]]
        alike = bool(following) and following[0][0].isupper() == last[0].isupper()
        if not alike or is_plural(last, words):
            return False
        return _is_plural_soon(following, words) or (word == "and" and _are_qualities(last, following, words))
    if word.endswith(("n't", "n’t")):
        return False
    if words.has("stop", word) or word[-1] == "%" or last is None:
        return last is None and not words.has("stop", word)
    ends_here = behind is None or words.has("stop", behind)
    if is_participle(word) and (is_plural(last, words) or (ends_here and not word.endswith("ing"))):
        return False
    if not is_plural(last, words):
        return not (
            is_participle(last) and at == 1 and ends_here and not is_plural(word, words) and word.endswith("ly")
        )
    if word[0].isupper() and last[0].islower():
        return False
    return not word.endswith("ly") and (
        is_plural(word, words) or bool(behind and not words.has("stop", behind) and is_plural(behind, words))
    )


def _are_qualities(last: str, following: list[str], words: Vocabulary) -> bool:
    """Tell whether a noun follows two words for what it is like: “legal and political debate”."""
    pair = following[:2]
    like = all(word.endswith(("al", "ic", "ive", "ous", "ary", "ful")) for word in (last, pair[0]))
    return like and len(pair) > 1 and not words.has("stop", pair[1])


def _is_plural_soon(following: list[str], words: Vocabulary) -> bool:
    """Tell whether a plural follows before the phrase ends."""
    for word in following:
        if words.has("stop", word):
            return False
        if is_plural(word, words):
            return True
    return False


def _of_what(reading: Reading, amount: Amount) -> Thing | None:
    """Return what stands behind “of”: 5 tonnes of cocaine, 85 per cent of the fighters."""
    of = OF.match(reading.text, amount.end, reading.high)
    found = _phrase(reading, of.end() - 1) if of else None
    first, _, more = found.words.partition(" ") if found else ("", "", "")
    return None if first.endswith("ing") and more[:1].isupper() else found  # “within a week of leaving Velmark”


def _for_what(reading: Reading, amount: Amount) -> Thing | None:
    """Return what money is for, and where a distance leads."""
    text, _, high, _, words = reading
    tokens = _tokens(text, amount.end, min(high, amount.end + BEHIND))
    if not tokens:
        return None
    first = tokens[0].group()
    if amount.money or amount.unit == "%":
        rest = _phrase(reading, _past_determiner(text, tokens[0].end())) if words.has("direct", first) else None
        if rest is None or rest.words.rpartition(" ")[2].lower() in PERIODS:
            return None
        named = rest.words.rpartition(" ")[2][0].isupper()
        return None if named and first != "for" else rest
    if amount.time:
        rest = _phrase(reading, tokens[0].end()) if first == "in" else None
        return rest if rest and rest.words in CONFINED else None
    if not words.has("where", first):
        return None
    at = tokens[0].end()
    if len(tokens) > 1 and tokens[1].group() in ("of", "from"):
        at = tokens[1].end()
    rest = _phrase(reading, _past_determiner(text, at))
    if rest is None or rest.end is None:
        return None
    return Thing(" ".join(text[tokens[0].start() : rest.end].split()), rest.end)


def _past_determiner(text: str, at: int) -> int:
    match = DETERMINER.match(text, at)
    return match.end() if match else at
