"""A record of a reference manager speaks for the file it names."""

from pathlib import Path

import pytest

from desktop_app.core.importing import records_beside
from desktop_app.core.importing.reading import read_files
from desktop_app.core.importing.records_beside import stated_beside

RECORD = "TY  - NEWS\nTI  - Bridge opens\nT2  - Orla Post\nDA  - 2016/05/14\nL1  - files/7/bridge.txt\nER  - \n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Give the test a folder as a reference manager exports it."""
    (tmp_path / "files" / "7").mkdir(parents=True)
    (tmp_path / "files" / "7" / "bridge.txt").write_text("The bridge over the Orla is open at last.")
    (tmp_path / "export.ris").write_text(RECORD)
    records_beside._attached.cache_clear()
    return tmp_path


def test_the_record_completes_its_attachment(library: Path) -> None:
    """What the file does not say itself comes from its record, and the evidence says so."""
    (original,) = read_files([library / "files" / "7" / "bridge.txt"])
    (article,) = original.articles
    assert (article.source, article.published) == ("Orla Post", "2016-05-14")
    assert article.evidence["source"] == "the reference: T2"


def test_other_files_are_not_touched(library: Path) -> None:
    """A file no record names is read as it stands."""
    (library / "files" / "7" / "other.txt").write_text("The ferry goes on.")
    assert stated_beside(library / "files" / "7" / "other.txt") == {}


def test_a_broken_record_costs_nothing(library: Path) -> None:
    """A record that cannot be read is no obstacle to the files beside it."""
    (library / "export.ris").write_bytes(bytes(range(256)) * 20)
    assert stated_beside(library / "files" / "7" / "bridge.txt") == {}
