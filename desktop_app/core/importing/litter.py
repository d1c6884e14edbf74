"""What lies in folders and archives without anybody having put it there to be read."""

from collections.abc import Sequence
from pathlib import PurePosixPath

PAGES = (".html", ".htm", ".xhtml")
LITTER = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r", "__macosx", "$recycle.bin", "lost+found"})
# Browsers keep the pictures of a saved page in a folder beside it, named in the user's language.
BESIDE_A_PAGE = (
    "_files", "-dateien", "_fichiers", "_archivos", "_bestanden", "_ficheiros", "_arquivos", "-filer", "_pliki",
    "_soubory", "_elemei", "_tiedostot", "_dosyalar", "_file", ".files",
)  # fmt: skip


def is_litter(name: str) -> bool:
    """Tell whether a system leaves files or folders of this name."""
    return (name.startswith((".", "~$")) and name != "..") or name.casefold() in LITTER


def pages_among(names: Sequence[str]) -> set[str]:
    """Return the names, without suffix, of the saved pages among the files of one folder."""
    return {PurePosixPath(name).stem.casefold() for name in names if name.lower().endswith(PAGES)}


def belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder holds the pictures of a page saved beside it."""
    folder = folder.casefold()
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in BESIDE_A_PAGE)


def kept(names: Sequence[str]) -> list[str]:
    """Return, of the paths in an archive, those a person wants read, in the order of their names."""
    paths = {name: PurePosixPath(name.replace("\\", "/")) for name in names}
    beside: dict[PurePosixPath, list[str]] = {}
    for path in paths.values():
        beside.setdefault(path.parent, []).append(path.name)
    pages = {folder: pages_among(inside) for folder, inside in beside.items()}

    def is_wanted(path: PurePosixPath) -> bool:
        around = [path, *path.parents][:-1]
        return not any(
            is_litter(part.name) or (part != path and belongs_to_page(part.name, pages.get(part.parent, set())))
            for part in around
        )

    return sorted(name for name, path in paths.items() if is_wanted(path))
