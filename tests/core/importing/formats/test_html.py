"""Saved pages are decoded as they declare."""

import pytest

from desktop_app.core.importing.formats.html import read


@pytest.mark.parametrize("declaration", ['<meta charset="koi8-r">', '<?xml version="1.0" encoding="koi8-r"?>'])
def test_the_declared_encoding_is_believed(declaration: str) -> None:
    """An old page is read in the encoding it names, in either way of naming it."""
    page = f"{declaration}<html><body><h1>Новости</h1><p>Мост через Орлу открыт для всех.</p></body></html>"
    found = read(page.encode("koi8-r"), "a.html")[0]
    assert "Мост через Орлу открыт для всех." in found.text
    assert found.encoding == "koi8-r"
    assert found.warnings == ()


def test_another_encoding_may_be_chosen() -> None:
    """Where a page declares a wrong encoding, the user says how to read it."""
    page = '<meta charset="windows-1252"><p>Мост через Орлу открыт.</p>'
    found = read(page.encode("koi8_r"), "bridge.html", "koi8_r")[0]
    assert (found.text, found.encoding) == ("Мост через Орлу открыт.", "koi8_r")
