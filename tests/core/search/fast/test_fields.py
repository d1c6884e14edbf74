"""What an index may hold."""

import pytest
from whoosh import columns, fields

from desktop_app.core.search.fast.fields import GAP, Text, refuse_unknown


def test_stock_whoosh_gets_the_same_words() -> None:
    """A text has its words with their places; no phrase reaches from one part into the next."""
    indexed = {word: times for word, times, _, _ in Text().index("Orla bridge\fOrla")}
    assert indexed == {b"orla": 2, b"bridge": 1}
    field = Text()
    encoded = {word: field.format.decode_positions(value) for word, _, _, value in field.index("Orla bridge\fOrla")}
    assert encoded == {b"orla": [0, 2 + GAP], b"bridge": [1]}


@pytest.mark.parametrize(
    "field",
    [
        fields.TEXT(),
        fields.ID(stored=True),
        fields.ID(sortable=True),
        fields.KEYWORD(field_boost=2.0),
        fields.TEXT(vector=True),
    ],
)
def test_what_has_no_place_is_refused(field: fields.FieldType) -> None:
    """A field the format cannot keep is an error, not a loss."""
    with pytest.raises(ValueError, match="kind"):
        refuse_unknown(fields.Schema(kind=field))


def test_what_has_a_place_is_taken() -> None:
    """Texts, keywords, numbers and columns of numbers are what there is."""
    column = fields.COLUMN(columns.NumericColumn("q"))
    refuse_unknown(
        fields.Schema(body=Text(), id=fields.ID(unique=True), year=fields.NUMERIC(sortable=True), at=column)
    )
