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
