"""Parts are the same whichever process makes them."""

from pathlib import Path

import pytest

from desktop_app.core.search.fast import making as making_module
from desktop_app.core.search.fast import part as part_module
from desktop_app.core.search.fast.making import Making
from desktop_app.core.search.fast.segment import Segment
from tests.core.search.fast.conftest import made_up, schema


def ids(folder: Path, making: Making) -> list[list[str]]:
    """Return the ids of the documents of each part, in the order of the documents."""
    found = []
    for listed in making.finish():
        segment = Segment(listed.path(folder))
        assert listed.count == segment.count
        lexicon = segment.lexicon("id")
        assert lexicon is not None
        documents = segment.postings("id", 0, len(lexicon)).documents.tolist()
        found.append([word.decode() for _, word in sorted(zip(documents, lexicon, strict=True))])
    return found


@pytest.mark.parametrize("workers", [0, 2])
def test_no_document_is_lost_and_order_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    """Everything is in some part, first come first."""
    monkeypatch.setattr(part_module, "DOCUMENTS", 10)
    monkeypatch.setattr(making_module, "DOCUMENTS", 10)
    making = Making(tmp_path, "MAIN", schema(), workers)
    documents = made_up(47)
    for document in documents:
        making.add(document)
    parts = ids(tmp_path, making)
    assert [len(part) for part in parts] == [10, 10, 10, 10, 7]
    assert [id_ for part in parts for id_ in part] == [document["id"] for document in documents]


def test_few_documents_need_no_other_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One article more is searchable at once."""
    monkeypatch.setattr(making_module, "ProcessPoolExecutor", None)  # anything that asks for it fails
    making = Making(tmp_path, "MAIN", schema(), 2)
    for document in made_up(3):
        making.add(document)
    assert len(making.finish()) == 1


def test_an_error_in_another_process_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes wrong there is not passed over, and nothing is left behind."""
    monkeypatch.setattr(part_module, "DOCUMENTS", 2)
    monkeypatch.setattr(making_module, "DOCUMENTS", 2)
    making = Making(tmp_path, "MAIN", schema(), 1)
    for document in [*made_up(2), {"year": "no number"}, {"id": "4"}]:
        making.add(document)
    with pytest.raises(Exception, match="no number"):
        making.finish()
    making.abandon()
    assert not list(tmp_path.iterdir())
