"""Whose a last name alone is, or a first name: that of the only person in the article it may be."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from desktop_app.core.analysis.names.alike import (
    ALIKE_ALONE,
    ALIKE_BOTH_ALONE,
    MOST_IN_BLOCK,
    full_words,
    last_keys,
    looks_arabic,
    sounds_like_last,
)
from desktop_app.core.analysis.names.chunks import SMALL
from desktop_app.core.analysis.names.forms import Form, Joins
from desktop_app.core.analysis.names.known import given_names, listed, places, plain
from desktop_app.core.analysis.names.reading import Found

_SHORTEST = 4  # letters of a word that may be told by its sound
_FAMILY = r"(?:wife|husband|son|daughter|brother|sister|father|mother|widow|cousin|nephew|niece|uncle|aunt)"
_FAMILY_BEFORE = re.compile(rf"\b{_FAMILY},? (?:\w+ )?$", re.IGNORECASE)
_FAMILY_BEHIND = re.compile(rf",? (?:his|her|the|whose) (?:[\w’'-]+ ){{0,2}}{_FAMILY}\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|on|near|at|of|to)\s$")
_PROVINCE = re.compile(r"\s(?:province|region|city|district|state|island|airport)\b")
_LOOKED_AT = 60  # characters around a mention
_MALE = frozenset(("mr", "sir", "lord", "king", "prince"))
_FEMALE = frozenset(("mrs", "ms", "miss", "queen", "lady", "dame", "princess"))


def join_last_names(forms: Mapping[str, Form], text: str, joins: Joins) -> None:
    """Join single words to the persons whose last or first name they are, as written first, then by their sound."""
    persons = _persons(forms)
    _last_names(forms, persons, text, joins)
    _first_names(forms, persons, joins)
    _sounding(forms, persons, joins)


def _last_names(forms: Mapping[str, Form], persons: Mapping[str, list[str]], text: str, joins: Joins) -> None:
    """Join a last name alone to the only person of that name; of two in a family it is nobody's."""
    for key, form in forms.items():
        having = [each for each in persons.get(_single(form), ()) if each != key]
        if joins.one(having) and all(_follows(form, forms[each], text) for each in having):
            full = forms[having[0]]
            part = "name" if full.kind == "person" else "word"
            joins.join(having[0], key, f"{form.name}: the last {part} of {full.name} in the same article")


def _single(form: Form) -> str:
    """Return the one word of a short form that may be a last name, or ""."""
    words, _ = full_words(form.name)
    usual = len(words) == 1 and not form.name.replace(".", "").isupper() and plain(form.name) not in places()
    return words[0] if usual and len(words[0]) > 1 else ""


def _persons(forms: Mapping[str, Form]) -> Mapping[str, list[str]]:
    """Return for each last name the full names that have it."""
    full: dict[str, list[str]] = defaultdict(list)
    for key, form in forms.items():
        words, _ = full_words(form.name)
        named = form.kind in ("person", "other") and 1 < len(words) < 5 and SMALL.isdisjoint(words)
        if named and (form.kind == "person" or not form.name.isupper()):
            full[words[-1]].append(key)
    return full


def _follows(short: Form, full: Form, text: str) -> bool:
    """Tell whether a last name may be this person's, and not that of a place or of somebody of the same family."""
    mine, theirs = short.titles, full.titles
    if full.kind != "person" and any(_placed(mention, text) for mention in short.mentions):
        return False
    if (mine & _MALE and theirs & _FEMALE) or (mine & _FEMALE and theirs & _MALE) or of_a_family(full, text):
        return False
    earlier = short.first < full.first and not full.mentions[0].headline
    other_title = mine - theirs - _MALE - _FEMALE if full_words(full.name)[1] else mine - theirs
    return not other_title or not (earlier or full_words(full.name)[1])


def of_a_family(form: Form, text: str) -> bool:
    """Tell whether a person is first named as somebody's relative, so that their last name may be the other's."""
    start, end = form.mentions[0].start, form.mentions[0].end
    before = _FAMILY_BEFORE.search(text, max(0, start - _LOOKED_AT), start)
    return bool(before or _FAMILY_BEHIND.match(text, end, end + _LOOKED_AT) or "lady" in form.titles)


def _placed(mention: Found, text: str) -> bool:
    """Tell whether a mention seems to be a place's: of Banda Aceh and Aceh neither is the other."""
    before = _PLACED.search(text, max(0, mention.start - _LOOKED_AT), mention.start)
    return before is not None or _PROVINCE.match(text, mention.end) is not None


def _first_names(forms: Mapping[str, Form], persons: Mapping[str, list[str]], joins: Joins) -> None:
    """Join a first name alone to the only person who has it and was named before."""
    full: dict[str, list[str]] = defaultdict(list)
    for each in (each for having in persons.values() for each in having if forms[each].kind == "person"):
        first = full_words(forms[each].name)[0][0]
        if first in given_names():
            full[first].append(each)
    for key, form in forms.items():
        having = full.get(_single(form), [])
        if joins.free(key) and not form.titles and joins.one(having) and forms[having[0]].first < form.first:
            joins.join(
                having[0], key, f"{form.name}: the first name of {forms[having[0]].name} in the same article"
            )


def _sounding(forms: Mapping[str, Form], persons: Mapping[str, list[str]], joins: Joins) -> None:
    """Join a last name alone that sounds like that of a name that looks Arabic, then like another alone."""
    alone = [key for key, form in forms.items() if _single(form) and _may_sound(form)]
    full = [each for having in persons.values() for each in having]
    for others, said in ((full, "the last name of "), (alone, "")):
        blocks: dict[str, list[str]] = defaultdict(list)
        for other in others:
            if looks_arabic(forms[other].name):
                blocks[last_keys(forms[other].name)[0]].append(other)
        for key in alone if blocks else ():
            if joins.free(key) and (others is full or looks_arabic(forms[key].name)):
                near = [each for block in sorted(last_keys(forms[key].name)[1]) for each in blocks.get(block, ())]
                _join_alike(key, near[:MOST_IN_BLOCK], said, (forms, joins))


def _join_alike(key: str, near: Iterable[str], said: str, article: tuple[Mapping[str, Form], Joins]) -> None:
    """Join a word to the only one of the names near it by sound that it may be another spelling of."""
    forms, joins = article
    name, most = forms[key].name, ALIKE_ALONE if said else ALIKE_BOTH_ALONE
    alike = [each for each in near if each != key and sounds_like_last(name, forms[each].name, most)]
    if joins.one(alike):
        joins.join(alike[0], key, f"{name}: sounds like {said}{forms[alike[0]].name} in the same article")


def _may_sound(form: Form) -> bool:
    known = listed("given_names", "nationalities", "organisation_words")
    return len(form.words[-1]) >= _SHORTEST and form.words[-1] not in known
