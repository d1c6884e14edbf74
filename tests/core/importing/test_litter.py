"""What systems and browsers leave behind is not taken for something to read."""

from desktop_app.core.importing.litter import kept


def test_the_folders_of_saved_pages_stay_out() -> None:
    """A page is one document with the folder of its pictures; a folder of another name is read."""
    names = ["a/bridge.html", "a/bridge_files/ad.html", "a/other_files/b.txt", "notes/c.txt"]
    assert kept(names) == ["a/bridge.html", "a/other_files/b.txt", "notes/c.txt"]


def test_litter_stays_out_wherever_it_lies() -> None:
    """Hidden files and what systems write beside others are left out, at any depth."""
    names = ["__MACOSX/a/._bridge.txt", "a/.DS_Store", ".git/x.txt", "a/Thumbs.db", "a/~$notes.docx", "a/b.txt"]
    assert kept(names) == ["a/b.txt"]


def test_names_from_windows_are_paths_too() -> None:
    """Some archives separate folders by a backslash."""
    assert kept(["page.htm", "page_files\\x.html"]) == ["page.htm"]
