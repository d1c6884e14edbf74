"""Reading records, JSON and JSONL, and feeds written in JSON, as an article a record."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.decoding.encoding import Decoded, decode, text_of
from desktop_app.core.importing.documents.columns import SAMPLE, Columns, Mapped, propose
from desktop_app.core.importing.documents.rows import MOST_ROWS, Bounds, Table, articles, fit

DEEPEST = 4  # levels of a record that are told apart; what lies deeper is kept as it is written
LISTED = 3  # levels below the top at which lists of records are looked for
FEED = "jsonfeed.org/version/1"
FEWEST_FIELDS = 3  # of records that are named rather than listed
LINES_NAMED = 5  # of those that could not be read

_FEED_FIELDS: Mapped = {
    "title": "title", "content": "text", "authors.name": "byline", "author.name": "byline", "source": "source",
    "date_published": "published", "url": "url", "language": "language",
}  # fmt: skip

_Record = dict[str, Any]


def read(original: bytes, name: str) -> list[Article]:
    """Read records as an article each; raises UnreadableFile where they hold no texts."""
    found = _table(original, name)
    return articles(found, found.columns.mapping, name)


def read_mapped(original: bytes, name: str, mapping: Mapped) -> list[Article]:
    """Read records with the fields the user has chosen."""
    return articles(_table(original, name), mapping, name)


def columns_of(original: bytes, name: str) -> Columns:
    """Return the fields of records, those inside of others after a full stop."""
    return _table(original, name).columns


def _table(original: bytes, name: str) -> Table:
    decoded = decode(original)
    try:
        data, warnings = _parsed(text_of(decoded, name), name)
        records, beside = _records(data)
        flat = [dict(_flat(record)) for record in records[: MOST_ROWS + 1]]
    except RecursionError as error:
        raise _damaged(name, "its records lie too deep inside each other") from error
    if not flat:
        message = f"“{name}” holds no records, so no articles could be read from it. Check whether it is complete."
        raise UnreadableFile("no_text", message)
    told = (*decoded.warnings, *warnings, *_unread(beside, records))
    found = _in_columns(flat, replace(decoded, warnings=told), _said(beside), name)
    return replace(found, known={**_FEED_FIELDS}) if _is_feed(data) else found


def _in_columns(flat: Sequence[dict[str, str]], decoded: Decoded, notes: tuple[str, ...], name: str) -> Table:
    """Return records as rows under all the fields they have."""
    headers = tuple(dict.fromkeys(header for record in flat for header in record))
    bounds = Bounds(name, "records")
    rows = []
    for record in flat:
        rows.append(tuple(record.get(header, "") for header in headers))
        bounds.take(rows[-1])
    return Table(headers, rows, decoded.encoding, decoded.warnings, called="the field", notes=notes)


def _parsed(text: str, name: str) -> tuple[Any, list[str]]:
    """Return what a text in JSON says, and the lines that could not be read where each line is a record."""
    try:
        return _loaded(text), []
    except ValueError as error:
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not _is_json(lines[0][1]):
            where = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "a number in it"
            raise _damaged(name, f"{where} is not JSON") from error
    bounds = Bounds(name, "records")
    found, broken = [], []
    for number, line in lines:
        bounds.take([line])
        try:
            found.append(_loaded(line))
        except ValueError:
            broken.append(str(number))
    if len(broken) > len(found):
        raise _damaged(name, f"{len(broken):,} of its lines are not JSON")
    named = ", ".join(broken[:LINES_NAMED]) + (" …" if len(broken) > LINES_NAMED else "")
    return found, [f"Some lines are not JSON and were not read: {named}."] if broken else []


def _is_json(line: str) -> bool:
    try:
        _loaded(line)
    except ValueError:
        return False
    return True


def _loaded(text: str) -> Any:
    """Return what JSON says, numbers as they are written."""
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def _records(data: Any) -> tuple[Sequence[_Record], _Record]:
    """Return the records in what was read, the first that hold texts, and what is said beside their list."""
    if _is_feed(data):
        return _feed(data), {key: value for key, value in data.items() if key != "items"}
    candidates: list[tuple[Sequence[_Record], _Record]] = list(_candidates(data))
    for records, beside in candidates:
        flat = [dict(_flat(record, lists=len(records) > 1)) for record in records[:SAMPLE]]
        headers = list(dict.fromkeys(header for record in flat for header in record))
        rows = [[record.get(header, "") for header in headers] for record in flat]
        if "text" in propose(headers, rows).values():
            return records, beside
    return max(candidates, key=lambda candidate: len(candidate[0]), default=((), {}))


def _candidates(data: Any, level: int = 0) -> Iterator[tuple[Sequence[_Record], _Record]]:
    """Yield what may be records, and what stands beside them: a list, what has a name each, or all as one."""
    if isinstance(data, list):
        if records := [record for record in data if isinstance(record, dict)]:
            yield records, {}
    elif isinstance(data, dict) and data:
        if len(data) > 1 and all(isinstance(each, dict) and len(each) >= FEWEST_FIELDS for each in data.values()):
            yield [{"key": key, **record} for key, record in data.items()], {}
        yield [data], {}
        for inner in data.values() if level < LISTED else ():
            yield from ((records, beside or data) for records, beside in _candidates(inner, level + 1))


def _is_feed(data: Any) -> bool:
    return isinstance(data, dict) and FEED in str(data.get("version", ""))


def _feed(data: _Record) -> list[_Record]:
    """Return the entries of a JSON Feed; what the feed says of all of them is said of each."""
    common: _Record = {key: data[key] for key in ("language", "authors", "author") if key in data}
    entries = [{**common, **entry} for entry in data.get("items") or () if isinstance(entry, dict)]
    return [
        {
            **{key: value for key, value in entry.items() if key not in ("content_html", "content_text")},
            "author": None if entry.get("authors") else entry.get("author"),  # as feeds of version 1.0 say it
            "content": entry.get("content_html") or entry.get("content_text") or entry.get("summary"),
            "source": data.get("title"),
        }
        for entry in entries
    ]


def _said(beside: _Record) -> tuple[str, ...]:
    """Return what stands beside a list of records, other lists aside."""
    return tuple(f"{key}: {fit(_words(value))}" for key, value in beside.items() if value and not _listed(value))


def _unread(beside: _Record, records: Sequence[_Record]) -> Iterator[str]:
    """Yield the sentences about other lists of records, which were not read."""
    for key, value in beside.items():
        if _listed(value) and [each for each in value if isinstance(each, dict)] != records:
            yield f"The list “{key}” beside the records was not read."


def _listed(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _flat(value: Any, path: str = "", level: int = 0, *, lists: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the words of a record under the names of its fields, without the records listed in it if so told."""
    if isinstance(value, dict) and level < DEEPEST:
        for key, inner in value.items():
            yield from _flat(inner, f"{path}.{key}" if path else key, level + 1, lists=lists)
    elif _listed(value) and level < DEEPEST:
        if lists:
            gathered: dict[str, list[str]] = defaultdict(list)
            for each in value:
                for inner, words in _flat(each, path, level + 1):
                    gathered[inner].append(words)
            yield from ((inner, ", ".join(filter(None, words))) for inner, words in gathered.items())
    else:
        yield path, fit(_words(value))


def _words(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(value)
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _damaged(name: str, why: str) -> UnreadableFile:
    message = f"“{name}” could not be read: {why}. Try to save or download it again."
    return UnreadableFile("damaged", message)
