"""The names in a text, as they are written there: runs of words with capitals, and the words of other scripts."""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.core.analysis.sentences import OPENERS

LAST_WITH_CASE = 0x2C00  # no alphabet of news reports has capitals behind this
LONGEST_ENTRY, LONGEST_UNICASE = 12, 4  # words of a line that is nothing but a name, as in a list
_INSIDE = (
    r"(?:al|el|ad|as|ash|an|ar|at|az|bin|ben|ibn|bint|abu|abd|de|da|do|dos|das|del|di|du|la|le|van|von|der|den)"
)
_UNICASE = r"[\u0590-\u06ff\u0750-\u077f\u10a0-\u10ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_SENTENCE_ENDS = ("!", "?", "…", "؟", "。")
_PARTICLE = re.compile(_INSIDE)
_WORD = re.compile(r"(?<![\w'’ʼ`ʿʾ])['’ʼ`ʿʾ]?([^\W\d_][\w'’ʼ`ʿʾ]*)")


def names_in(text: str) -> Iterator[str]:
    """Give every mention of what may be a name, in order.

    A line that is nothing but a few words with capitals is taken whole, and so is a text that is one short line: a
    list of names has them so, the surname in front.
    """
    lines = [line for line in map(str.strip, text.splitlines()) if line]
    for line in lines:
        entry = _is_entry(line, alone=len(lines) == 1)
        yield from [line] if entry else _within(line)


def _within(line: str) -> Iterator[str]:
    for match in _name().finditer(line):
        found = match.group().removesuffix("'s").removesuffix("’s")
        first, _, rest = found.partition(" ")
        found = rest if first.lower() in OPENERS else found
        if len(found.strip(".")) > 1:
            yield found


def _is_entry(line: str, *, alone: bool) -> bool:
    """Tell whether a line is nothing but a name; `alone` when it is all of its text."""
    words = [word for word in _WORD.findall(line) if not _PARTICLE.fullmatch(word)]
    unicase = not any(word[0].isupper() or word[0].islower() for word in words)
    if not words or len(words) > (LONGEST_UNICASE if unicase else LONGEST_ENTRY):
        return False
    small = any(word[0].islower() for word in words)
    if alone or " " not in line:
        return not line.endswith((*_SENTENCE_ENDS, "." if small else "!"))
    return not small and line.count(",") < 2


@cache
def _name() -> re.Pattern[str]:
    """Return the pattern of a name; Python has no class of capitals, so they are listed."""
    capitals = "".join(chr(code) for code in range(LAST_WITH_CASE) if chr(code).isupper())
    word = rf"[{capitals}](?:\w|['’ʼ`ʿʾ-](?=\w))*(?:(?<=\b\w)\.)?"
    particle = rf"\b{_INSIDE}[- ](?=[{capitals}'’ʿ`]|{_INSIDE}\b)"
    return re.compile(rf"(?:{particle})*\b{word}(?:[ -](?:{particle})*['’ʿ`]?{word})*|{_UNICASE}+")
