"""Where a page was saved from, and when, as the programs that save pages note it in them."""

import re
from dataclasses import dataclass
from datetime import datetime

from desktop_app.core.importing.cleaning.dates import MONTHS

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n(]{10,50}))?", re.IGNORECASE
)
_ARCHIVED = re.compile(r"FILE ARCHIVED ON (\d\d:\d\d:\d\d) (\w{3}) (\d\d), (\d{4})")
_WAYBACK = re.compile(r"(?:https?:)?//web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(\S+)")
_NOTES = 10_000  # characters at either end of a page in which such notes stand


@dataclass(frozen=True)
class Capture:
    """What a program noted when it saved a page: address and ISO 8601 time as far as given, and its words."""

    url: str = ""
    time: str | None = None
    words: str = ""


def capture(markup: str) -> Capture:
    """Return the note of whatever saved a page."""
    head = markup[:_NOTES]
    if found := _SINGLE_FILE.search(head):
        words = " ".join(found.group().split())
        return Capture(found[1], _clock_time(found[2] or ""), f"the note of SingleFile: “{words}”")
    if found := _ARCHIVED.search(markup[-_NOTES:]):
        clock, month, day, year = found.groups()
        number = MONTHS.get(month.lower())
        time = f"{year}-{number:02}-{day}T{clock}Z" if number else None
        return Capture(_wayback_address(head), time, f"the note of the Internet Archive: “{found.group()}”")
    if found := _SAVED_FROM.search(head):
        url, time = original_address(found[1])
        return Capture(url, time, f"the browser’s note “saved from url” {found[1]}")
    return Capture()


def original_address(url: str) -> tuple[str, str | None]:
    """Return the address a page has outside of the Wayback Machine, and when it was captured if it lies there."""
    found = _WAYBACK.match(url.strip())
    if not found:
        return url, None
    try:
        time = datetime.strptime(found[1], "%Y%m%d%H%M%S").strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        time = None
    return found[2], time


def _wayback_address(head: str) -> str:
    """Return the address the Wayback Machine tells its own program, "" where there is none."""
    found = re.search(r"""__wm\.wombat\(["'](https?://[^"']+)["']""", head)
    return found[1] if found else ""


def _clock_time(words: str) -> str | None:
    """Return the time in words such as Thu May 12 2016 10:30:00 GMT+0200."""
    found = re.match(r"\w{3} (\w{3}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d\d)(\d\d)", words.strip())
    number = MONTHS.get(found[1].lower()) if found else None
    return f"{found[3]}-{number:02}-{found[2]}T{found[4]}{found[5]}:{found[6]}" if found and number else None
