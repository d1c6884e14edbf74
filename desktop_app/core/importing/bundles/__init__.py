"""Files that hold files: each member is read as an original of its own, none is ever written by its name."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import BinaryIO

from desktop_app.core.importing.bundles.member import Lost, Member

# Each kind is a module of this package with members(file, name) -> members; it is loaded when first needed.
SUFFIXES = {
    "zip": (".zip",),
    "tar": (".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz"),
    "mbox": (".mbox", ".mbx"),
    "warc": (".warc", ".warc.gz", ".arc", ".arc.gz"),
    "wacz": (".wacz",),
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in SUFFIXES.items() for suffix in suffixes}
_SIGNATURES = {
    "mbox": re.compile(rb"From \S+.*\d{4}\r?\n[\w-]+:"),
    "warc": re.compile(rb"WARC/\d|filedesc://"),
}
START = 1024  # bytes that tell what a file without a telling name is


def bundle_of(name: str, start: bytes) -> str | None:
    """Return what kind of bundle a file is by its name and its first bytes, None for a single original."""
    base = name.replace("\\", "/").rpartition("/")[2].lower()
    suffixes = [f".{suffix}" for suffix in base.lstrip(".").split(".")[1:][-2:] if not base.endswith(".")]
    for suffix in ("".join(suffixes), *suffixes[-1:]):
        if suffix in _BY_SUFFIX:
            return _BY_SUFFIX[suffix]
    if not suffixes and start.startswith(b"PK\x03\x04"):
        return "zip"
    return next((kind for kind, pattern in _SIGNATURES.items() if pattern.match(start)), None)


def members(kind: str, file: BinaryIO, name: str) -> Iterator[Member | Lost]:
    """Yield the members of a bundle; raises UnreadableFile where it is not one after all."""
    found: Iterator[Member | Lost] = import_module(f"{__name__}.{kind}").members(file, name)
    return found
