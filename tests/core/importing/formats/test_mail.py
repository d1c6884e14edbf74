"""Mails become articles with the facts of their headers, and what is attached becomes more of them."""

from email.message import EmailMessage

import pytest

from desktop_app.core.article import Article
from desktop_app.core.errors import UnreadableFile
from desktop_app.core.importing.formats.mail import read

STORY = "The bridge over the Orla is open at last. It took nine years."


def mail(text: str = STORY, **heads: str) -> EmailMessage:
    message = EmailMessage()
    stated = {"From": "Orla Post <news@orlapost.example>", "Subject": "Bridge opens in Velmark"}
    for name, value in {**stated, "Date": "Sat, 14 May 2016 23:30:00 +0200", **heads}.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    return message


def articles(message: EmailMessage) -> list[Article]:
    return read(message.as_bytes(), "a.eml")


def test_headers_state_the_facts() -> None:
    """Title, source and day come from the headers, and say so; the day is that of the sender."""
    (found,) = articles(mail())
    assert (found.title, found.source, found.published) == ("Bridge opens in Velmark", "Orla Post", "2016-05-14")
    assert found.evidence["published"] == "the mail’s Date: “Sat, 14 May 2016 23:30:00 +0200”"
    assert (found.of("title"), found.body) == (["Bridge opens in Velmark"], STORY)


@pytest.mark.parametrize("prefix", ["Re: ", "AW: Fwd: ", "RE[2]: ", "Antw : "])
def test_titles_have_no_prefixes(prefix: str) -> None:
    """Answering and forwarding do not change what a story is called."""
    assert articles(mail(Subject=f"{prefix}Bridge: opens"))[0].title == "Bridge: opens"


@pytest.mark.parametrize(
    ("sender", "list_id", "source"),
    [
        ('"Orla Post" <n@orlapost.example>', "", "Orla Post"),
        ("n@orlapost.example", '"Orla Morning" <m.orlapost.example>', "Orla Morning"),
        ("n@orlapost.example", "<m.orlapost.example>", "orlapost.example"),
        ("ida@mail.example", "", "ida@mail.example"),
        ("ida@mail.example (Ida Marsh)", "", "Ida Marsh"),
    ],
)
def test_the_sender_is_the_source(sender: str, list_id: str, source: str) -> None:
    """A newsletter without a sender's name is told by its list; a private address is no outlet."""
    lines = f"From: {sender}\n" + (f"List-Id: {list_id}\n" if list_id else "")
    assert read(f"{lines}Subject: x\n\n{STORY}".encode(), "a.eml")[0].source == source


def test_a_forwarded_mail_states_its_own_facts() -> None:
    """The inner head counts; the day of forwarding is not the day of publication."""
    inner = "From: Harbour Wire <h@wire.example>\nSent: 12 May 2016 10:00\nSubject: Ferry stops\nTo: Tom"
    (found,) = articles(mail(f"See below.\n\n{inner}\n\n{STORY}", Subject="Fwd: Ferry"))
    assert (found.title, found.source, found.published) == ("Ferry stops", "Harbour Wire", "2016-05-12")
    assert found.evidence["source"].startswith("the forwarded mail’s sender")
    assert found.body == STORY
    (undated,) = articles(mail(f"{inner.replace('12 May 2016', '03/04/2016')}\n\n{STORY}", Subject="Fwd: Ferry"))
    assert undated.published is None
    assert "two ways" in undated.warnings[0]


def test_the_page_of_a_newsletter_is_read() -> None:
    """Of several forms the page is read, and a text that says the same is not repeated."""
    message = mail(STORY)
    message.add_alternative(f"<h1>Bridge opens in Velmark</h1><p>{STORY}</p><p>Unsubscribe</p>", subtype="html")
    (found,) = articles(message)
    assert [part.role for part in found.parts] == ["title", "body", "furniture"]


def test_forms_that_differ_are_both_kept() -> None:
    """Nothing readable is lost where the text says what the page does not."""
    message = mail("The ferry will stop on Monday, says the harbour.")
    message.add_alternative(f"<p>{STORY} Many people came to see it, and the mayor spoke.</p>", subtype="html")
    (found,) = articles(message)
    assert found.body.startswith(STORY)
    assert found.of("furniture") == ["The ferry will stop on Monday, says the harbour."]
    message = mail(STORY)
    message.add_alternative("<img src='a.png'><p>Open</p>", subtype="html")
    assert articles(message)[0].body == STORY


def test_attached_articles_are_read() -> None:
    """Pages, texts and mails that hang on a mail are articles; of other files the user is told."""
    message = mail("See the attachments, please.")
    message.add_attachment(f"<h1>Ferry stops</h1><p>{STORY}</p>", subtype="html", filename="ferry.html")
    message.add_attachment("Flood in Velmark\n\n" + STORY, filename="flood.txt")
    message.add_attachment(mail(Subject="Inner"))
    message.add_attachment("", filename="empty.txt")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="scan.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = articles(message)
    titles = ["Bridge opens in Velmark", "Ferry stops", "Flood in Velmark", "Inner"]
    assert [article.title for article in found] == titles
    assert found[0].warnings == tuple(
        f"The attached “{name}” was not read. Save it from the mail, and import it."
        for name in ("scan.pdf", "empty.txt")
    )


def test_mails_within_mails_end_somewhere() -> None:
    """Nobody nests mails without end in good faith."""
    message = mail()
    for _ in range(30):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    assert len(articles(message)) == 9


@pytest.mark.parametrize(
    "original",
    [
        f"Subject: Bridge\nContent-Type: multipart/mixed; boundary=x\n\n{STORY}",
        f"Subject: Bridge\nContent-Type: text/plain; charset=no-such-thing\n\n{STORY}",
        f"Subject: Bridge\nContent-Type: text/html; charset=\nDate: never\n\n<p>{STORY}",
        f"Subject: Bridge\nContent-Type: ;;;\nContent-Transfer-Encoding: 7-bits\nno header at all\n\n{STORY}",
        f"{len(STORY) + 17}\nSubject: Bridge\n\n{STORY}\n<?xml version='1.0'?><plist></plist>",
        f"From ida Sat May 14 10:00:00 2016\nSubject: Bridge\n\n{STORY}",
    ],
)
def test_broken_and_wrapped_mails_are_read(original: str) -> None:
    """Wrong charsets, missing boundaries, broken headers and what programs write around a mail cost nothing."""
    (found,) = read(original.encode(), "a.eml")
    assert STORY in found.body
    assert "plist" not in found.text
    assert found.published is None


def test_a_mail_of_nothing_but_a_subject_is_kept() -> None:
    """The subject may be all there is to say; without even that there is no article."""
    (found,) = articles(mail(""))
    assert (found.title, found.text) == ("Bridge opens in Velmark", "Bridge opens in Velmark")
    with pytest.raises(UnreadableFile, match="without a subject or a text"):
        read(b"From: tom@mail.example\n\n", "a.eml")


def test_a_page_that_shows_nothing_gives_its_name() -> None:
    """What a mail says only in the name of its page is still said."""
    assert STORY in read(f"Content-Type: text/html\n\n<title>{STORY}".encode(), "a.eml")[0].text
