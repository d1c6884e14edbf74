"""The names of one article: persons, bodies and places, each with all its mentions and why they are one."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from desktop_app.core.analysis.evidence import Mention, Name, NameKind
from desktop_app.core.analysis.names.alike import full_words
from desktop_app.core.analysis.names.forms import Form, Joins, forms_of
from desktop_app.core.analysis.names.found import found
from desktop_app.core.analysis.names.joining import joined
from desktop_app.core.analysis.names.kinds import acts, kind_of, roles
from desktop_app.core.analysis.names.reading import Found
from desktop_app.core.article import Article

MOST_ROLES = 5
_TELLING: tuple[NameKind, ...] = ("person", "organisation", "place", "other")


def names(article: Article, sentences: Sequence[tuple[int, int]]) -> tuple[Name, ...]:
    """Return the names in the title, body and captions of an article, in the order in which they first stand there.

    `sentences` are stretches of its text. A form that may be two persons' stays by itself.
    """
    mentions = found(article, sentences)
    titles = [(part.start, part.end) for part in article.parts if part.role == "title"]
    mentions = [_marked(mention, titles) for mention in mentions]
    forms = forms_of(mentions)
    surnames = {
        form.words[-1]
        for form in forms.values()
        if len(full_words(form.name)[0]) == 1 and acts(form.mentions, article.text)
    }
    for form in forms.values():
        form.kind = kind_of(form.mentions, article.text, surnames)
    joins = joined(forms, article.text)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in forms:
        groups[joins.root(key)].append(key)
    return tuple(_name([forms[key] for key in group], joins, group, article.text) for group in groups.values())


def _marked(mention: Found, titles: Sequence[tuple[int, int]]) -> Found:
    """Mark a mention in a title, which is written after the text and stands before it."""
    in_title = any(start <= mention.start < end for start, end in titles)
    return mention._replace(headline=True) if in_title else mention


def _name(forms: Sequence[Form], joins: Joins, keys: Sequence[str], text: str) -> Name:
    mentions = sorted(mention for form in forms for mention in form.mentions)
    fullest = max(forms, key=lambda form: (len(form.words), len(form.mentions), len(form.name)))
    kind = _kind(forms)
    told = dict.fromkeys(roles(mentions, text)) if kind == "person" else {}
    return Name(
        name=_as_most_written(fullest),
        kind=kind,
        mentions=tuple(Mention(each.start, each.end, text[each.start : each.end]) for each in mentions),
        roles=tuple(told)[:MOST_ROLES],
        reasons=tuple(joins.reasons[key] for key in keys if key in joins.reasons),
    )


def _kind(forms: Sequence[Form]) -> NameKind:
    """Return the kind of the longest form that has one, since a last name alone says less."""
    longest = sorted(forms, key=lambda form: -len(form.words))
    return next((form.kind for form in longest if form.kind != "other"), "other")


def _as_most_written(form: Form) -> str:
    """Return a name as it is mostly written; capitals throughout only where no mention is without."""
    spellings = Counter(mention.name for mention in form.mentions)
    return max(spellings, key=lambda name: (not name.isupper() or len(name) < 6, spellings[name]))
