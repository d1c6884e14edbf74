"""A part of the index in the making: documents are gathered in memory and written as one file."""

from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.fields import Schema, UnknownFieldError

from desktop_app.core.search.fast.arrays import ArrayWriter
from desktop_app.core.search.fast.fields import Text
from desktop_app.core.search.fast.inversion import Inverted, Keywords, Texts, Vocabulary

DOCUMENTS = 10_000  # in one part
TOKENS = 1_500_000  # words of one field in one part; sorting takes about 60 bytes for each


class Part:
    """The documents of one part; the vocabularies go on from one part to the next."""

    def __init__(self, schema: Schema, vocabularies: dict[str, Vocabulary]) -> None:
        self.count = 0
        self._schema = schema
        self._texts: dict[str, Texts] = {}
        self._keywords: dict[str, Keywords] = {}
        self._columns: dict[str, array[Any]] = {}
        for name, field in schema.items():
            if isinstance(field, Text):
                if field.of is None:
                    self._texts[name] = Texts(self._vocabulary(name, vocabularies))
            elif field.indexed:
                self._keywords[name] = Keywords(field)
            if field.column_type:
                self._columns[name] = array(field.column_type._typecode)  # noqa: SLF001 - Whoosh tells nobody
        self._fields = dict(schema.items())  # a schema takes its time to give a field
        self._names = frozenset(self._fields)
        self._gathered: list[tuple[str, Texts | Keywords]] = [*self._texts.items(), *self._keywords.items()]

    def _readings(self, name: str) -> dict[str, Text]:
        """Return a text field and the second readings of it."""
        seconds = {other: field for other, field in self._schema.items() if getattr(field, "of", None) == name}
        return {name: self._schema[name], **seconds}

    def _vocabulary(self, name: str, vocabularies: dict[str, Vocabulary]) -> Vocabulary:
        if name not in vocabularies or vocabularies[name].is_large():
            vocabularies[name] = Vocabulary(*self._readings(name).values())
        return vocabularies[name]

    def add(self, values: Mapping[str, Any]) -> None:
        """Take in one document."""
        if not self._names.issuperset(values):
            raise UnknownFieldError(*values.keys() - self._names)
        for name, gathered in self._gathered:
            if (value := values.get(name)) is not None:
                gathered.add(self.count, value)
        for name, column in self._columns.items():
            field = self._fields[name]
            value = values.get(name)
            column.append(field.column_type.default_value() if value is None else field.to_column_value(value))
        self.count += 1

    def full(self) -> bool:
        """Tell whether it should be written now."""
        return self.count >= DOCUMENTS or max(map(len, self._texts.values()), default=0) >= TOKENS

    def write(self, path: Path) -> int:
        """Write everything as one file and return the number of documents."""
        file = ArrayWriter(path)
        fields = []
        try:
            for name, inverted in self._inverted():
                if inverted.words:
                    inverted.write(file, name)
                    fields.append(name)
            for name, column in self._columns.items():
                file.add(f"{name}/column", column.typecode, [np.frombuffer(column, column.typecode)])
            second = {name: self._schema[name].of for name in fields if getattr(self._schema[name], "of", None)}
            file.finish({"count": self.count, "fields": fields, "second": second})
        except BaseException:
            file.abandon()
            raise
        return self.count

    def _inverted(self) -> Iterator[tuple[str, Inverted]]:
        for name, texts in self._texts.items():
            yield from zip(self._readings(name), texts.inverted(self.count), strict=True)
        for name, keywords in self._keywords.items():
            yield name, keywords.inverted(self.count)
