"""Searching: our own query language over an index that Whoosh keeps."""

from desktop_app.core.search.finder import Finder, Found, ResultOrder
from desktop_app.core.search.snapshot import IndexDamaged

__all__ = ["Finder", "Found", "IndexDamaged", "ResultOrder"]
