"""Damage of the index's files by the disk is noticed."""

from pathlib import Path

from desktop_app.core.search import checksums


def test_changed_files_are_named(tmp_path: Path) -> None:
    """A changed size is seen at once, a changed byte when looked for; new files are no damage."""
    first, second = tmp_path / "a.seg", tmp_path / "b.seg"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    checksums.note(tmp_path)
    (tmp_path / "c.seg").write_bytes(b"three")
    assert not checksums.changed_size(tmp_path)
    assert checksums.changed(tmp_path) == []
    first.write_bytes(b"0ne")
    assert not checksums.changed_size(tmp_path)
    assert checksums.changed(tmp_path) == ["a.seg"]
    second.write_bytes(b"tw")
    assert checksums.changed_size(tmp_path)


def test_a_damaged_list_is_no_list(tmp_path: Path) -> None:
    """When the list itself is damaged nothing is accused, and the next commit writes it anew."""
    (tmp_path / "a.seg").write_bytes(b"one")
    for content in ("", "[]", "{", '{"a.seg": 3}', '{"a.seg": ["x", 1]}'):
        (tmp_path / checksums.SUMS).write_text(content)
        assert checksums.changed(tmp_path) == []
        assert not checksums.changed_size(tmp_path)
