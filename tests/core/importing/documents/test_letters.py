"""Of a mail, what was written is the story; quotations, forwarded heads and signatures hang on it."""

import pytest

from desktop_app.core.importing.documents import letters
from desktop_app.core.importing.documents.letters import Letter, arranged, shown, written
from desktop_app.core.importing.pages.page import parse

STORY = "The bridge over the Orla is open at last."
HEAD = "From: Orla Post <news@orlapost.example>\nDate: Sat, 14 May 2016 10:00\nSubject: Bridge opens\nTo: Tom\n"
GERMAN = "Von: Orla Post\nGesendet: 14. Mai 2016\nAn: Tom\nBetreff: Brücke offen\n"


def story(letter: Letter) -> list[str]:
    return [piece.text for piece in letter.pieces if piece.role is None]


def test_quoted_lines_and_signature_are_furniture() -> None:
    """A reply is what its writer wrote; the rest stays in the text, hidden."""
    text = f"Yes, I saw it.\n\nOn 14 May 2016, Ida Marsh wrote:\n> {STORY}\n> Did you see?\n\n-- \nTom Reed\n"
    letter = arranged(written(text), forward=False)
    assert story(letter) == ["Yes, I saw it."]
    assert [piece.text for piece in letter.pieces][2:4] == [STORY, "Did you see?"]


def test_a_line_of_dashes_far_above_the_end_is_no_signature() -> None:
    """A long text below two dashes is story."""
    text = "First.\n\n--\n\n" + "\n\n".join(f"{STORY} Part {number}." for number in range(20))
    assert len(story(arranged(written(text), forward=False))) == 22


def test_nothing_but_quotation_is_the_story() -> None:
    """Who only quotes passes on a story."""
    assert story(arranged(written(f"> {STORY}"), forward=False)) == [STORY]


@pytest.mark.parametrize("head", [HEAD, GERMAN, "> " + HEAD.replace("\n", "\n> ")[:-2]])
def test_a_forwarded_mail_is_read_for_itself(head: str) -> None:
    """What stands above the forwarded mail is furniture, and its head tells of it."""
    letter = arranged(written(f"Look at this!\n\n{head}\n{STORY}\n"), forward=True)
    assert story(letter) == [STORY]
    assert letter.head["from"].startswith("Orla Post")
    assert letter.head["subject"] in ("Bridge opens", "Brücke offen")


def test_a_mail_forwarded_twice_is_read_to_the_inner_one() -> None:
    """Between two heads nobody wrote anything, so the inner one counts."""
    outer = HEAD.replace("Orla Post", "Tom Reed")
    letter = arranged(written(f"{outer}\n{HEAD}\n{STORY}"), forward=True)
    assert (story(letter), letter.head["from"]) == ([STORY], "Orla Post <news@orlapost.example>")


def test_the_mail_below_a_reply_is_furniture() -> None:
    """The same head in a reply begins what was replied to."""
    letter = arranged(written(f"I agree.\n\n-----Original Message-----\n{HEAD}\n{STORY}"), forward=False)
    assert story(letter) == ["I agree.", "-----Original Message-----"]
    assert not letter.head


def test_labels_in_a_story_are_no_head() -> None:
    """A programme of an evening is no mail, though it names a date and a subject."""
    text = "Date: 14 May 2016\n\nSubject: the bridge\n\nFrom: seven to nine in the evening\n\nAll are welcome."
    assert len(story(arranged(written(text.replace("Subject", "Talk")), forward=False))) == 4


def test_what_is_far_too_long_is_left_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes of work would tell nobody anything about a shelf of books."""
    monkeypatch.setattr(letters, "LONGEST", 50)
    assert len(story(arranged(written(f"{STORY}\n\n> {STORY}"), forward=False))) == 2


def test_html_marks_quotations_and_signatures() -> None:
    """Mail programs mark what they quote; other quotations belong to the story."""
    page = (
        f"<p>{STORY}</p><blockquote>“At last!”</blockquote><p hidden>preview</p>"
        '<div class="gmail_signature">Tom</div><p>Ida wrote on 14 May:</p><blockquote type="cite">Old.</blockquote>'
        "<p>Unsubscribe from this list</p>"
    )
    letter = arranged(shown(parse(page)), forward=False)
    assert story(letter) == [STORY, "“At last!”"]
    assert "preview" not in [piece.text for piece in letter.pieces]


def test_a_forwarded_page_is_no_quotation() -> None:
    """Gmail marks as quoted what it forwards; a table of headers is a head as well."""
    rows = "".join(
        f"<tr><th>{label}: </th><td>{value}</td></tr>"
        for label, value in (("Subject", "Bridge opens"), ("Date", "14 May 2016"), ("From", "Orla Post"))
    )
    page = f'<div class="gmail_quote">Forwarded message<table>{rows}</table><p>{STORY}</p></div>'
    letter = arranged(shown(parse(page)), forward=False)
    assert (story(letter), letter.head["date"]) == ([STORY], "14 May 2016")
