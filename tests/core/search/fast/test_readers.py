"""Stock Whoosh reads words, statistics, lengths and columns as from its own files."""

import pytest
from whoosh.index import FileIndex
from whoosh.reading import TermNotFound

from desktop_app.core.search.fast.writer import BulkWriter
from tests.core.search.fast.conftest import add, made_up, stock_index


def test_the_same_words_with_the_same_statistics(index: FileIndex) -> None:
    """Whatever Whoosh asks about a word has the same answer."""
    documents = made_up(50)
    add(index, documents)
    with index.reader() as ours, stock_index(documents).reader() as stock:
        assert list(ours.all_terms()) == list(stock.all_terms())
        for (field, word), known in stock:
            info = ours.term_info(field, word)
            for of in ("weight", "doc_frequency", "max_weight", "min_id", "max_id"):
                assert getattr(info, of)() == getattr(known, of)(), (field, word, of)
            assert ours.frequency(field, word) == stock.frequency(field, word)
        for field in ("title", "body", "tags"):
            assert ours.field_length(field) == stock.field_length(field)
            assert ours.max_field_length(field) == stock.max_field_length(field)
            lengths = [ours.doc_field_length(number, field) for number in range(50)]
            assert lengths == [stock.doc_field_length(number, field) or 0 for number in range(50)]


def test_the_same_places_of_words(index: FileIndex) -> None:
    """Phrases of stock Whoosh rest on them."""
    documents = made_up(20)
    add(index, documents)
    with index.reader() as ours, stock_index(documents).reader() as stock:
        mine, theirs = ours.postings("body", "orla"), stock.postings("body", "orla")
        while theirs.is_active():
            assert (mine.id(), mine.value_as("positions")) == (theirs.id(), theirs.value_as("positions"))
            mine.next()
            theirs.next()
        assert not mine.is_active()


def test_words_from_somewhere_on(index: FileIndex) -> None:
    """A cursor goes through the words in their order and finds its place again."""
    add(index, [{"id": "1", "body": "bridge orla velmark"}])
    with index.reader() as reader:
        cursor = reader.cursor("body")
        assert [cursor.first(), cursor.next(), cursor.next(), cursor.next()] == ["bridge", "orla", "velmark", None]
        assert cursor.find(b"c") == "orla"
        assert cursor.term_info().doc_frequency() == 1
        assert list(reader.expand_prefix("body", "o")) == [b"orla"]
        assert list(reader.terms_within("body", "orle", 1)) == ["orla"]
        assert reader.doc_frequency("body", "nowhere") == reader.frequency("body", "nowhere") == 0
        with pytest.raises(TermNotFound):
            reader.term_info("body", "nowhere")


def test_columns(index: FileIndex) -> None:
    """Documents can be sorted by a column either way."""
    add(index, [{"id": "1", "day": 7}, {"id": "2"}, {"id": "3", "day": 5}])
    with index.reader() as reader:
        column = reader.column_reader("day")
        assert list(column) == [7, 99_999_999, 5]
        assert [column.sort_key(number) for number in range(3)] == [7, 99_999_999, 5]
        backwards = reader.column_reader("day", reverse=True)
        assert backwards.sort_key(0) == -7


def test_deleted_documents_are_passed_over(index: FileIndex) -> None:
    """Stock Whoosh finds nothing that was taken out."""
    add(index, made_up(5))
    writer = BulkWriter(index)
    writer.delete_document(2)
    writer.commit()
    with index.reader() as reader:
        assert list(reader.all_doc_ids()) == [0, 1, 3, 4]
        assert (reader.doc_count(), reader.doc_count_all(), reader.has_deletions()) == (4, 5, True)
        assert reader.stored_fields(0) == {}
