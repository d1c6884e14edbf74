"""What a name of one article can be recognised by in another: its forms, and whether it says whose it is."""

from collections import Counter
from collections.abc import Iterable, Sequence

from desktop_app.core.analysis.evidence import Name
from desktop_app.core.analysis.names.alike import full_words
from desktop_app.core.analysis.names.chunks import SMALL
from desktop_app.core.analysis.names.known import alias_of, countries, listed, plain

LONGEST_ACRONYM = 6
_MALE = frozenset(("mr", "sir", "lord", "king", "prince"))
_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "queen", "dame", "princess"))
_COMMON = frozenset((  # words of bodies that many countries have, besides those that only say body
    "supreme", "national", "central", "high", "federal", "representatives", "representative", "commons", "lords",
    "deputies", "public", "joint", "armed", "royal", "constitutional", "electoral", "election", "north", "south",
    "east", "west", "main", "great", "general", "revolutionary", "democratic", "republican",
))  # fmt: skip


def forms(name: Name) -> dict[str, str]:
    """Return the different spellings of a name without titles, each under its plain form."""
    found: dict[str, str] = {plain(name.name): name.name}
    for bare in (spelling(name, mention.text) for mention in name.mentions):
        found.setdefault(plain(bare), bare)
    return found


def spelling(name: Name, text: str) -> str:
    """Return how a mention of a name spells it: without the title of a person."""
    text = " ".join(text.split())
    return without_title(text) if name.kind == "person" else text


def without_title(text: str) -> str:
    """Return a person's name without the words in front that say what they are."""
    words = text.split()
    about = listed("titles", "portfolios") | SMALL | {"staff"}
    if len(words) > 1 and plain(words[0]) in listed("titles", "portfolios"):
        while len(words) > 1 and plain(words[0]) in about:
            del words[0]
    return " ".join(words)


def acronym(form: str) -> bool:
    """Tell whether a spelling is initials."""
    return form.isupper() and " " not in form and 1 < len(form.replace(".", "")) <= LONGEST_ACRONYM


def says_who(name: Name, form: str) -> bool:
    """Tell whether a spelling is enough to know a person by, as a last name alone is not."""
    if name.kind not in ("person", "other") or alias_of(form) or acronym(form):
        return True
    return len(full_words(form)[0]) > 1


def agree(full: Name, short: Name) -> bool:
    """Tell whether the titles of two names may be one person's: President Velm is not First Lady Anna Velm."""
    titles = [{plain(word) for each in name.mentions for word in each.text.split()} for name in (full, short)]
    female = [bool(words & _FEMALE) or any("lady" in role.lower() for role in name.roles)
              for words, name in zip(titles, (full, short), strict=True)]  # fmt: skip
    male = [bool(words & _MALE) for words in titles]
    return not (female[0] and (male[1] or short.roles)) and not (female[1] and male[0])


def common(form: str) -> bool:
    """Tell whether a name is one that every country has: Supreme Court, House of Representatives, Army."""
    weak = listed("organisation_words", "portfolios", "place_words") | _COMMON | SMALL
    return alias_of(form) is None and all(word in weak for word in plain(form).split())


def country(names: Iterable[Name]) -> str | None:
    """Return the country an article speaks of most, or None where it names none."""
    counts: Counter[str] = Counter()
    for name in names:
        if name.kind == "place" and plain(name.name) in countries():
            counts[alias_of(name.name) or plain(name.name)] += len(name.mentions)
    return counts.most_common(1)[0][0] if counts else None


def label(names: Sequence[Name]) -> str:
    """Return the name that several names mostly go by, in full where any is given in full."""
    counts = Counter(name.name for name in names)
    mentions: Counter[str] = Counter()
    for name in names:
        mentions[name.name] += len(name.mentions)
    return max(counts, key=lambda name: (min(len(name.split()), 2), counts[name], mentions[name], len(name), name))
