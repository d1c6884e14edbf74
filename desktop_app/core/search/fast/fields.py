"""The kinds of fields an index may have: texts with words in their order, keywords, and columns of numbers."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import columns, fields
from whoosh.system import pack_uint

PART_END = "\f"  # parts the parts of a text
GAP = 100  # positions left free between two parts, so that no phrase reaches across
WORD = re.compile(r"\w+")


class Text(fields.TEXT):  # type: ignore[misc]
    """A text whose words are kept, with their `places` or only with the number of times.

    `of` names another text field of which this one is a second reading, like its stems: a document must give both
    the same value, of which the other field names the parts. What both say alike is kept once.
    Whoosh pickles it into every index: what is derived from it must stay where it is.
    """

    def __init__(self, *, places: bool = True, of: str | None = None) -> None:
        assert not (places and of)  # the other field keeps the places
        super().__init__(phrase=places)
        self.places, self.of = places, of

    def parts(self, value: Any) -> Iterable[list[bytes]]:
        """Return the parts of a text, each as what stands between blanks; a phrase never reaches across parts."""
        return (chunks(part) for part in value.split(PART_END))

    def language(self, value: Any) -> str | None:  # noqa: ARG002 - for fields that cut by it
        """Return the language of a text, where a field cuts by it."""
        return None

    def simpler(self, chunk: bytes) -> list[bytes]:
        """Return chunks that have one after the other the words of this one, in each reading of the text.

        Of each of them `simpler` gives that alone.
        """
        return [chunk]

    def cut(self, chunk: str, language: str | None) -> list[str]:  # noqa: ARG002 - for fields that cut by it
        """Return the words of what stands between two blanks; the same chunk always has the same words."""
        return WORD.findall(chunk.lower())

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give each word with the number of times, its weight, and its positions, as stock Whoosh writes them."""
        found: dict[str, list[int]] = {}
        position = 0
        for part in self.parts(value):
            for chunk in part:
                for word in self.cut(chunk.decode(), self.language(value)):
                    found.setdefault(word, []).append(position)
                    position += 1
            position += GAP
        for word, positions in found.items():
            times = len(positions)
            yield (
                word.encode(),
                times,
                float(times),
                self.format.encode(positions) if self.places else pack_uint(times),
            )


def chunks(text: str) -> list[bytes]:
    """Return what stands between the blanks of a text."""
    return text.encode(errors="replace").split()


def refuse_unknown(schema: fields.Schema) -> None:
    """Raise ValueError when a field holds what this format has no place for."""
    for name, field in schema.items():
        column = field.column_type
        if field.stored or field.vector or field.separate_spelling():
            raise ValueError(f"{name}: stored values, vectors and spelling words are kept elsewhere")
        if column is not None and not isinstance(column, columns.NumericColumn):
            raise ValueError(f"{name}: a column can only hold numbers")
        if field.indexed and field.format.field_boost != 1.0:
            raise ValueError(f"{name}: a field is weighed when it is searched")
        if field.indexed and field.format.supports("positions") and not isinstance(field, Text):
            raise ValueError(f"{name}: texts with the places of their words are of the class Text")
