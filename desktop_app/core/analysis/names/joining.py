"""Which names within one article are one: given in brackets, initials, a last name alone, another spelling."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from desktop_app.core.analysis.names.alike import FullNames, full_words
from desktop_app.core.analysis.names.chunks import PARTICLES, SMALL
from desktop_app.core.analysis.names.forms import Form, Joins
from desktop_app.core.analysis.names.known import alias_of, first_half, listed, places, plain
from desktop_app.core.analysis.names.last_names import join_last_names, of_a_family

SHORTEST, LONGEST = 3, 6  # letters of initials
_LONGEST_GAP = 20  # characters between a name and what is given in brackets behind it
_OPENS = re.compile(r"(?:['’]s?)?,?\s*\(\s*(?:the\s+|or\s+|known as\s+)?[“\"‘']?")
_CLOSES = re.compile(r"['’”\"]?\s*\)")


def joined(forms: Mapping[str, Form], text: str) -> Joins:
    """Return which forms of names are one; the keys are their plain names."""
    joins = Joins()
    _by_aliases(forms, joins)
    _by_brackets(forms, text, joins)
    _by_initials(forms, joins)
    _full_names(forms, text, joins)
    _bodies(forms, joins)
    join_last_names(forms, text, joins)
    return joins


def _by_aliases(forms: Mapping[str, Form], joins: Joins) -> None:
    groups: dict[str, str] = {}
    for key, form in forms.items():
        group = alias_of(form.name)
        if group and groups.setdefault(group, key) != key:
            other = forms[groups[group]].name
            joins.join(groups[group], key, f"{form.name}: another name of {other} in the list of known names")


def _by_brackets(forms: Mapping[str, Form], text: str, joins: Joins) -> None:
    """Join what an article gives in brackets behind a name to that name: Government of National Accord (GNA)."""
    mentions = sorted((mention.start, key, mention) for key, form in forms.items() for mention in form.mentions)
    for (_, key, name), (_, short, other) in pairwise(mentions):
        gap = text[name.end : other.start] if other.start - name.end < _LONGEST_GAP else ""
        closed = _CLOSES.match(text, other.end) if _OPENS.fullmatch(gap) else None
        if closed and _given(forms[key], forms[short]):
            joins.join(key, short, f"{other.name}: given in brackets behind {name.name}")


def _given(name: Form, other: Form) -> bool:
    """Tell whether what stands in brackets may be another name, not the party, agency or country of the first."""
    kinds = {name.kind, other.kind}
    short = other.name.replace(".", "")
    if "place" in kinds or len(name.words) == 1:
        return False
    if _matches(short, name.words):
        return True
    if short.isupper() and len(short) <= LONGEST:
        return name.kind == "organisation" and len(short) > 1
    return len(other.words) > 1 and "organisation" in kinds and "person" not in kinds


def initials(words: Sequence[str]) -> str:
    """Return the initials of a name of several words, without those of small words."""
    told = [word for word in words if word not in PARTICLES | SMALL]
    return "".join(word[0] for word in told) if len(told) > 1 else ""


def _matches(short: str, words: Sequence[str]) -> bool:
    capitals = "".join(sign for sign in short if sign.isupper()).lower()
    return len(capitals) > 1 and capitals in (initials(words), "".join(word[0] for word in words))


def _by_initials(forms: Mapping[str, Form], joins: Joins) -> None:
    """Join initials to the only name in the article that has them: PFG, the Petroleum Forces Guard."""
    having: dict[str, list[str]] = defaultdict(list)
    for key, form in forms.items():
        if len(form.words) >= SHORTEST and form.kind != "person":
            having[initials(form.words)].append(key)
    for key, form in forms.items():
        short = form.name.replace(".", "")
        full = having.get(short.lower(), []) if short.isupper() and len(short) >= SHORTEST else []
        if joins.one(full):
            joins.join(full[0], key, f"{form.name}: the initials of {forms[full[0]].name}")


def _full_names(forms: Mapping[str, Form], text: str, joins: Joins) -> None:
    """Join names of several words that differ in what comes and goes, or sound alike where they look Arabic."""
    full = {
        key: form
        for key, form in forms.items()
        if len(full_words(form.name)[0]) > 1 and form.kind in ("person", "other") and not of_a_family(form, text)
    }
    laid = FullNames(form.name for form in full.values())
    for key, form in full.items():
        for other, differs in laid.before(form.name):
            joins.join(plain(other), key, f"{form.name}: {other}, {differs}")


def _bodies(forms: Mapping[str, Form], joins: Joins) -> None:
    """Join what is left of a body's name when it is cut short: Google Inc, Operation Strong, Justice Department."""
    shorter: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, form in forms.items():
        for part in _cut(form):
            shorter[part].append(key)
    for key, form in forms.items():
        full = [each for each in shorter.get(form.words, ()) if each != key]
        if joins.one(full) and plain(form.name) not in places():
            joins.join(full[0], key, f"{form.name}: short for {forms[full[0]].name} in the same article")


def _of_whom(words: Sequence[str]) -> bool:
    """Tell whether words only say whose a body is: U.S., Libyan, Senate."""
    known = listed("nationalities") | {"house", "senate", "un", "uno", "eu"}
    return all(word.replace(".", "") in known or plain(word) in places() for word in words)


def _cut(form: Form) -> Iterator[tuple[str, ...]]:
    """Give the shorter names that the name of a body may go by."""
    words = form.words
    named = list(words)
    while len(named) > 1 and named[-1] in listed("company_words"):
        named.pop()
        yield tuple(named)
    if len(named) < len(words) and len(named) == 2:
        yield tuple(named[:1])
    if len(words) > 2 and words[0] == "operation":
        yield words[:-1]
    if len(words) > 2 and words[-1] in first_half("organisation_words") and _of_whom(words[:-2]):
        yield words[-2:]
