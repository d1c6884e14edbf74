"""Names across articles: which names of several articles are one, with the reasons, and the user's word above."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.core.analysis.evidence import Name, NameKind
from desktop_app.core.analysis.names.alike import FullNames, full_words, looks_arabic
from desktop_app.core.analysis.names.known import alias_of, plain
from desktop_app.core.comparison.name_keys import acronym, agree, common, country, forms, label, says_who, spelling

FEWEST = 2  # mentions of somebody whose last name alone is theirs
FEW = 6  # articles: so few are about one event, and a last name alone says who is meant


@dataclass(frozen=True)
class NameGroup:
    """One person, body or place in several articles.

    `label` is the name it mostly goes by, in full where any article has it in full; `members` holds for each
    article that names it, by its number, its names there; `reasons` say why they are one. `by` is "user" where
    the user has joined or parted them.
    """

    label: str
    kind: NameKind
    members: Mapping[int, tuple[Name, ...]]
    reasons: tuple[str, ...] = ()
    by: Literal["rule", "user"] = "rule"


@dataclass(frozen=True)
class _Entry:
    """A name of an article, with its spellings under their plain forms."""

    article: int
    name: Name
    forms: Mapping[str, str]


def name_groups(
    names: Sequence[Sequence[Name]],
    joined: Iterable[Collection[str]] = (),
    parted: Iterable[tuple[str, str]] = (),
) -> list[NameGroup]:
    """Return the names of articles as groups that are one, in the order in which they first stand.

    `joined` are names the user has said to be one, `parted` pairs that are not; both rule over everything else.
    """
    apart = [(plain(one), plain(other)) for one, other in parted]
    joins = _Joins(list(_entries(names, apart)), apart)
    for group in joined:
        joins.by_user([plain(name) for name in group])
    _same(joins, _common_keys(names))
    _full_names(joins)
    if len(names) <= FEW:
        _last_names(joins)
    return joins.groups()


def _entries(names: Sequence[Sequence[Name]], apart: Sequence[tuple[str, str]]) -> Iterator[_Entry]:
    for article, found in enumerate(names):
        for name in found:
            for part in _split(name, apart):
                yield _Entry(article, part, forms(part))


def _split(name: Name, apart: Sequence[tuple[str, str]]) -> Iterator[Name]:
    """Part a name of one article where the user says that two of its spellings are two names."""
    spelt = forms(name)
    for one, other in apart:
        out = tuple(each for each in name.mentions if plain(spelling(name, each.text)) == other)
        if one != other and one in spelt and out and len(out) < len(name.mentions):
            rest = tuple(each for each in name.mentions if each not in out)
            reasons = tuple(reason for reason in name.reasons if not reason.startswith(f"{spelt[other]}:"))
            called = name.name if plain(name.name) != other else spelt[one]
            yield from _split(replace(name, name=called, mentions=rest, reasons=reasons), apart)
            yield Name(spelt[other], name.kind, out)
            return
    yield name


class _Joins:
    """Joins entries, never against the user's word."""

    def __init__(self, entries: Sequence[_Entry], apart: Sequence[tuple[str, str]]) -> None:
        self.entries = entries
        self.having: dict[str, list[int]] = defaultdict(list)  # the entries with each plain form
        for number, entry in enumerate(entries):
            for form in entry.forms:
                self.having[form].append(number)
        self._parent = list(range(len(entries)))
        self._against: dict[str, set[str]] = defaultdict(set)
        for one, other in apart:
            self._against[one].add(other)
            self._against[other].add(one)
        self._marked = [self._against.keys() & entry.forms.keys() for entry in entries]
        self._user = {number for number, marked in enumerate(self._marked) if marked}
        self._reasons: dict[int, dict[str, None]] = defaultdict(dict)

    def root(self, number: int) -> int:
        """Return the entry that stands for all that are one with this."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int, reason: str) -> None:
        """Take two entries for one, unless the user has parted them."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b or any(self._against[form] & self._marked[b] for form in self._marked[a]):
            return
        self._parent[b] = a
        self._marked[a] = self._marked[a] | self._marked[b]
        if reason:
            self._reasons[other][reason] = None

    def by_user(self, group: Sequence[str]) -> None:
        """Join all entries that have one of these names."""
        numbers = sorted({number for form in group for number in self.having.get(form, ())})
        for number in numbers[1:]:
            self.join(numbers[0], number, "joined by you")
        self._user.update(numbers if len(numbers) > 1 else ())

    def groups(self) -> list[NameGroup]:
        """Return what was joined."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.entries)):
            found[self.root(number)].append(number)
        return [self._group(numbers) for numbers in found.values()]

    def _group(self, numbers: Sequence[int]) -> NameGroup:
        members: dict[int, tuple[Name, ...]] = {}
        for number in numbers:
            entry = self.entries[number]
            members[entry.article] = (*members.get(entry.article, ()), entry.name)
        names = [self.entries[number].name for number in numbers]
        kinds = Counter({name.kind: 0 for name in names})
        for name in names:
            kinds[name.kind] += len(name.mentions) if name.kind != "other" else 0
        reasons = dict.fromkeys(reason for name in names for reason in name.reasons)
        reasons |= {reason: None for number in numbers for reason in self._reasons[number]}
        by: Literal["rule", "user"] = "rule" if self._user.isdisjoint(numbers) else "user"
        return NameGroup(label(names), kinds.most_common(1)[0][0], members, tuple(reasons), by)


def _common_keys(names: Sequence[Sequence[Name]]) -> list[Hashable]:
    """Return for each article whose Senate or Army it means: a country's, or that of all, if few, or its own."""
    found = [country(each) for each in names]
    if len(names) <= FEW and len(set(found) - {None}) < 2:
        return ["here"] * len(names)
    return [each or number for number, each in enumerate(found)]


def _same(joins: _Joins, whose: Sequence[Hashable]) -> None:
    """Join names that are written alike, or that the list of known names holds for one."""
    long = _long_forms(joins)
    first: dict[Hashable, int] = {}
    for number, entry in enumerate(joins.entries):
        for key, form in entry.forms.items():
            if not says_who(entry.name, form) or (acronym(form) and len(long[key]) > 1):
                continue
            known: Hashable = alias_of(form) or key
            known = (known, whose[entry.article]) if common(form) else known
            other = joins.entries[first.setdefault(known, number)]
            written = key in other.forms
            alike = (
                f"{form}: written alike"
                if written
                else f"{form}: another name of {other.name.name} in the list of known names"
            )
            joins.join(first[known], number, alike)


def _long_forms(joins: _Joins) -> Mapping[str, set[str]]:
    """Return for initials what they are short for, which may be two things in two articles."""
    long: dict[str, set[str]] = defaultdict(set)
    for entry in joins.entries:
        for key, form in entry.forms.items():
            if acronym(form) and not alias_of(form):
                long[key].update(
                    other for other, full in entry.forms.items() if " " in full and entry.name.name == full
                )
    return long


def _full_names(joins: _Joins) -> None:
    """Join names of several words that are one person's or body's in different spellings."""
    number_of: dict[str, int] = {}
    for key, having in joins.having.items():
        entry = joins.entries[having[0]]
        form = entry.forms[key]
        body = entry.name.kind in ("organisation", "place") and not looks_arabic(form)
        if not body and len(full_words(form)[0]) > 1 and not common(form):
            number_of[form] = having[0]
    laid = FullNames(number_of)
    for form, number in number_of.items():
        for other, differs in laid.before(form):
            joins.join(number_of[other], number, f"{form}: {other}, {differs}")


def _last_names(joins: _Joins) -> None:
    """Join a last name alone to the only person of that name in the few articles; of two it is nobody's."""
    full, alone = _by_last_names(joins.entries)
    for word, numbers in alone.items():
        persons = {joins.root(number) for number in full.get(word, ())}
        mentions = sum(len(joins.entries[number].name.mentions) for number in set(full.get(word, ())))
        if len(persons) > 1 or (persons and mentions < FEWEST):
            continue
        one = min(persons, default=numbers[0])
        name = joins.entries[one].name
        reason = f"the last name of {name.name} in another report of the event" if persons else "written alike"
        for number in numbers:
            short = joins.entries[number].name
            if not persons or agree(name, short):
                joins.join(one, number, f"{short.name}: {reason}")


def _by_last_names(entries: Sequence[_Entry]) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """Return for each last name the persons who have it in full, and the names that are nothing else."""
    full: dict[str, list[int]] = defaultdict(list)
    alone: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for words in (full_words(form)[0] for form in entry.forms.values() if entry.name.kind == "person"):
            if len(words) > 1:
                full[words[-1]].append(number)
        words = full_words(entry.name.name)[0]
        if len(words) == 1 and not says_who(entry.name, entry.name.name):
            alone[words[0]].append(number)
    return full, alone
