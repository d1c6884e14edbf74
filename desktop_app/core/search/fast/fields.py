"""The kinds of fields an index may have: texts with words in their order, keywords, and columns of numbers."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import columns, fields

PART_END = "\f"  # parts the parts of a text
GAP = 100  # positions left free between two parts, so that no phrase reaches across
WORD = re.compile(r"\w+")


class Text(fields.TEXT):  # type: ignore[misc]
    """A text whose words and their places are kept.

    Whoosh pickles it into every index: what is derived from it must stay where it is.
    """

    def __init__(self) -> None:
        super().__init__(phrase=True)

    def parts(self, value: Any) -> Iterable[list[bytes]]:
        """Return the parts of a text, each as what stands between blanks; a phrase never reaches across parts."""
        return (part.encode(errors="replace").split() for part in value.split(PART_END))

    def cut(self, chunk: str) -> list[str]:
        """Return the words of what stands between two blanks; the same chunk always has the same words."""
        return WORD.findall(chunk.lower())

    def index(self, value: Any, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give each word with the number of times, its weight, and its positions, as stock Whoosh writes them."""
        places: dict[str, list[int]] = {}
        position = 0
        for part in self.parts(value):
            for chunk in part:
                for word in self.cut(chunk.decode()):
                    places.setdefault(word, []).append(position)
                    position += 1
            position += GAP
        for word, positions in places.items():
            yield word.encode(), len(positions), float(len(positions)), self.format.encode(positions)


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
