"""Spanish dialogue, where a dash begins what is said and others part who says it: “—Vamos —dijo Holm—. Ya.”."""

import re
from collections.abc import Iterator

from desktop_app.core.analysis.quotations.language import Language
from desktop_app.core.analysis.quotations.marks import Marked

DASH = re.compile("[—―]")
OPENS = re.compile(r"\s*[—―](?=[¿¡\w])")
VERB = re.compile(r"\w+")
BETWEEN = ".,;: "  # marks behind who says it, before what is said goes on


def dialogue(text: str, start: int, end: int, words: Language) -> list[Marked]:
    """Return what is said in a paragraph of dialogue; where no verb of speech follows a dash, it is none."""
    if not words.has("traits", "dashes") or not OPENS.match(text, start, end):
        return []
    cuts = [dash.start() for dash in DASH.finditer(text, start, end)]
    verb = VERB.match(text, cuts[1] + 1, end) if len(cuts) > 1 else None
    if verb is None or "say" not in words.verbs.get(verb.group().lower(), ()):
        return []
    return list(_spoken(text, [*cuts, end]))


def _spoken(text: str, cuts: list[int]) -> Iterator[Marked]:
    """Yield every second stretch between dashes."""
    for place in range(0, len(cuts) - 1, 2):
        first, last = cuts[place] + 1, cuts[place + 1]
        while first < last and text[first] in BETWEEN:
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield Marked(first if place else first - 1, last, first, last, last=text[last - 1])
