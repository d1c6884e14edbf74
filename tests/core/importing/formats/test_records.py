"""Records are read an article each, wherever their list lies, with what they say inside of themselves."""

import json

import pytest

from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.records import columns_of, read, read_mapped

STORY = "The second bridge over the river Orla was opened on Tuesday, after four years; the council said so. " * 2
RECORD = {
    "title": "Velmark opens bridge",
    "source": {"id": None, "name": "Orla Post"},
    "authors": [{"name": "Ida Marsh", "id": 7}, {"name": "Tomas Reyl"}],
    "publishedAt": "2024-05-14T08:00:00Z",
    "url": "https://orlapost.example/1",
    "content": STORY,
    "tags": ["bridge", "river"],
}


def written(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "data",
    [
        [RECORD],
        RECORD,
        {"status": "ok", "articles": [RECORD]},
        {"response": {"status": "ok", "docs": [RECORD]}},
        {"a1": RECORD, "a2": RECORD},
        {"facets": [{"n": 1}, {"n": 2}], "articles": [RECORD]},
    ],
)
def test_wherever_the_list_lies(data: object) -> None:
    """Interfaces of newspapers wrap their lists; some files hold one article, or name each."""
    found = read(written(data), "reports.json")
    assert len(found) == (2 if "a2" in data else 1)
    assert (found[0].title, found[0].byline, found[0].source) == (
        "Velmark opens bridge",
        "Ida Marsh, Tomas Reyl",
        "Orla Post",
    )
    assert (found[0].published, found[0].url) == ("2024-05-14", "https://orlapost.example/1")
    assert found[0].evidence["byline"] == "the field “authors.name”"
    assert {"tags: bridge, river", "source.name: Orla Post"} <= set(found[0].of("furniture"))
    assert found[0].body == STORY.strip()


def test_what_stands_beside_the_list_is_kept() -> None:
    """Nothing readable of the file is lost."""
    data = {"query": "bridge", "page": {"number": 2}, "facets": [{"n": 1}], "articles": [RECORD, RECORD]}
    found = read(written(data), "reports.json")
    assert 'page: {"number": "2"}' in found[0].of("furniture")
    assert found[0].warnings == ("The list “facets” beside the records was not read.",)
    assert "query: bridge" in found[0].of("furniture")
    assert "query: bridge" not in found[1].of("furniture")


def test_a_record_a_line() -> None:
    """JSONL is read whatever its name, and a broken line is told, not lost in silence."""
    lines = written(RECORD) + b"\n{broken\n" + written(RECORD) + b"\n"
    found = read(lines, "reports.json")
    assert len(found) == 2
    assert found[0].warnings == ("Some lines are not JSON and were not read: 2.",)


def test_a_feed_in_json() -> None:
    """What the feed says of all its entries is said of each; its title is the source."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Wire",
        "authors": [{"name": "Ida Marsh"}],
        "items": [
            {
                "id": "1",
                "title": "Ferry stops",
                "content_html": f"<p>{STORY}</p><p>More.</p>",
                "content_text": "x",
                "date_published": "2024-05-14T08:00:00+02:00",
                "date_modified": "2024-06-01T08:00:00+02:00",
                "url": "https://wire.example/1",
            },
            {"id": "2", "content_text": "A short note on the ferry."},
        ],
    }
    first, second = read(written(feed), "feed.json")
    assert (first.source, first.byline, first.published) == ("Harbour Wire", "Ida Marsh", "2024-05-14")
    assert first.of("body")[-1] == "More."
    assert (second.published, second.body) == (None, "A short note on the ferry.")


def test_a_feed_of_short_notes() -> None:
    """An entry is an article however little it says, its author as the first version of the format gives it."""
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [{"author": {"name": "Ida"}, "content_text": "Yes."}],
    }
    (found,) = read(written(feed), "feed.json")
    assert (found.byline, found.of("body")) == ("Ida", ["Yes."])


def test_the_user_says_which_field_is_which() -> None:
    """Their word overrides what is proposed."""
    original = written([{"kopf": "Ferry stops", "lauf": STORY}])
    assert columns_of(original, "reports.json").mapping == {"lauf": "text"}
    (found,) = read_mapped(original, "reports.json", {"kopf": "title", "lauf": "text"})
    assert found.title == "Ferry stops"


def test_numbers_stay_as_they_are_written() -> None:
    """A long number is not rounded, a date in digits stays a date."""
    (found,) = read(
        b'[{"text": "' + STORY.encode() + b'", "id": 123456789012345678901.10, "date": 20240514}]', "x.json"
    )
    assert "id: 123456789012345678901.10" in found.of("furniture")
    assert found.published == "2024-05-14"


@pytest.mark.parametrize(
    ("original", "code"),
    [
        (b"{", "damaged"),
        (b'["a", ]', "damaged"),
        (b"[" * 100_000, "damaged"),
        (b"[1, 2]", "no_text"),
        (b"{}", "no_text"),
        (b"[" + b"{}," * 60_000 + b"{}]", "too_large"),
        (b"[" + b"9" * 5000 + b"x]", "damaged"),
    ],
)
def test_what_holds_no_records(original: bytes, code: str) -> None:
    """Broken, endless and empty files are refused with a sentence."""
    with pytest.raises(UnreadableFile) as error:
        read(original, "reports.json")
    assert error.value.code == code


def test_halves_of_characters_are_replaced() -> None:
    """JSON may hold what no file can be written with."""
    (found,) = read(b'[{"title": "a\\ud800b", "text": "' + STORY.encode() + b'"}]', "reports.json")
    assert found.title == "a\ufffdb"
