"""The different spellings of names in one article, and which of them have been taken for one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop_app.core.analysis.evidence import NameKind
from desktop_app.core.analysis.names.known import plain
from desktop_app.core.analysis.names.reading import Found


@dataclass
class Form:
    """One spelling of a name in an article, with its mentions, of which there is at least one."""

    name: str
    mentions: list[Found] = field(default_factory=list)
    kind: NameKind = "other"

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return self.mentions[0].words

    @property
    def titles(self) -> set[str]:
        """The folded words of all titles it is given."""
        return {plain(word) for mention in self.mentions for word in mention.title.split()}

    @property
    def first(self) -> int:
        """Where it stands first, headlines apart."""
        return min((m.start for m in self.mentions if not m.headline), default=self.mentions[0].start)


def forms_of(mentions: Iterable[Found]) -> dict[str, Form]:
    """Return the different names among mentions, under their plain names, in the order they come."""
    forms: dict[str, Form] = {}
    for mention in mentions:
        forms.setdefault(plain(mention.name), Form(mention.name)).mentions.append(mention)
    return forms


class Joins:
    """Joins plain names that are one, each time with a reason."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}
        self.reasons: dict[str, str] = {}  # of each name that was joined to another

    def root(self, name: str) -> str:
        """Return the name that stands for all that are one with this."""
        while (parent := self._parent.get(name, name)) != name:
            self._parent[name] = self._parent.get(parent, parent)
            name = parent
        return name

    def one(self, names: Iterable[str]) -> bool:
        """Tell whether there are names and all are one."""
        return len({self.root(name) for name in names}) == 1

    def free(self, name: str) -> bool:
        """Tell whether a name has been joined to no other yet."""
        return self.root(name) == name and name not in self.reasons

    def join(self, name: str, short: str, reason: str) -> None:
        """Take `short` for another name of `name`."""
        one, other = self.root(name), self.root(short)
        if one != other:
            self._parent[other] = one
            self.reasons.setdefault(short, reason)
