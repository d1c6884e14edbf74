"""A piece of a page inside another document is read as a page is, within the same bounds."""

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.pages import fragment as module
from desktop_app.core.importing.pages.fragment import fragment
from desktop_app.core.importing.pages.page import blocks


def test_pictures_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the mark-up itself makes a page too large, and a sentence says so."""
    monkeypatch.setattr(module, "LARGEST", 100)
    tree = fragment(f"<p>The Orla<img src='data:image/png;base64,{'A' * 999}'></p>")
    assert [block.text for block in blocks(tree)] == ["The Orla"]
    with pytest.raises(UnreadableFile, match="Save only the article"):
        fragment("<p>" + "The Orla. " * 20)
