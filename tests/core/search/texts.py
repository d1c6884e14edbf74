"""What is known of articles by reading them, without any index."""

from collections.abc import Iterable, Sequence

from whoosh.util.numeric import byte_to_length, length_to_byte

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.search.fast.fields import GAP
from desktop_app.core.search.stems import stems
from desktop_app.core.search.words import words

LAST_DAYS = {4: "1231", 6: "31"}


class Texts:
    """The words and stems of articles, numbered from 0, each where it stands."""

    def __init__(self, articles: Iterable[ArchivedArticle]) -> None:
        self._read = [read(kept) for kept in articles]
        self.count = len(self._read)
        self._ids = [kept.id for kept in articles]
        self._days = [days(kept.article.published or "") for kept in articles]

    def words(self, field: str) -> set[str]:
        """Return the words of a field."""
        return {word for fields in self._read for word in fields[field]}

    def times(self, field: str, word: str) -> dict[int, float]:
        """Return how often each document has a word in a field."""
        return {document: float(len(at)) for document, at in self.places(field, word).items()}

    def places(self, field: str, word: str) -> dict[int, list[int]]:
        """Return where each document has a word in a field."""
        return {number: fields[field][word] for number, fields in enumerate(self._read) if word in fields[field]}

    def length(self, document: int, field: str) -> float:
        """Return how many words a document has in a field, as Whoosh remembers it."""
        return float(byte_to_length(length_to_byte(sum(map(len, self._read[document][field].values())))))

    def column(self, name: str) -> Sequence[int]:
        """Return a number for each document."""
        if name == "number":
            return self._ids
        return [day[name == "last_day"] for day in self._days]


def read(kept: ArchivedArticle) -> dict[str, dict[str, list[int]]]:
    """Return the words of each field of an article, each with its places."""
    article = kept.article
    title = [article.title] if article.title else []
    body = [
        article.text[part.start : part.end]
        for part in article.parts
        if part.role in ("dateline", "body", "caption")
    ]
    first = article.body.lstrip().split("\n")[0]
    opening = [first] if not title and len(first) <= 300 else []
    plain = {
        "title": title, "body": body, "author": [article.byline or ""], "source": [article.source or ""],
        "place": [article.dateline or ""],
    }  # fmt: skip
    stemmed = {"title_stems": title, "body_stems": body, "opening": opening}
    return {
        **{
            field: placed([[word.folded for word in words(text)] for text in texts])
            for field, texts in plain.items()
        },
        **{
            field: placed([list(stems(list(words(text)), text, article.language)) for text in texts])
            for field, texts in stemmed.items()
        },
    }


def placed(parts: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return where each word stands, with a gap between two parts."""
    found: dict[str, list[int]] = {}
    place = 0
    for part in parts:
        for word in part:
            found.setdefault(word, []).append(place)
            place += 1
        place += GAP
    return found


def days(published: str) -> tuple[int, int]:
    """Return the first and the last day a date may mean, as numbers like 20160612; without a date, no day."""
    digits = published.replace("-", "")
    if not digits:
        return 99_999_999, 0
    return int(digits.ljust(8, "0")) or 0, int(digits + LAST_DAYS.get(len(digits), ""))
