"""Furniture is known by general signs, and not one sentence of a story is taken for it."""

import pytest

from desktop_app.core.article import Role
from desktop_app.core.importing.cleaning.labels import beside_the_story, label
from desktop_app.core.importing.cleaning.paragraphs import paragraphs

STORY = [
    "The second bridge over the river Orla was opened on Tuesday after four years of work, the council said.",
    "“We have waited for this since the flood,” said Tomas Reyl, the mayor, who walked across with his family.",
    "The bridge cost 48 million crowns, about a third more than was planned when the council voted for it.",
]
ARABIC = [
    "افتتحت بلدية فيلمارك صباح الثلاثاء الجسر الثاني فوق نهر أورلا بعد أربع سنوات من العمل، وعبرته الحافلات.",
    "وقال رئيس البلدية إن الجسر سيختصر الطريق بين ضفتي النهر بأكثر من ثلاثة كيلومترات، مضيفا أنه انتهى أخيرا.",
    "وبلغت تكلفة الجسر ثمانية وأربعين مليون كرونة، أي بزيادة الثلث عما كان مقررا عندما صوت المجلس عليه.",
]
CHINESE = [
    "奥尔拉河上的第二座大桥在四年施工之后于星期二正式开放，首批公共汽车在早上七点半驶过大桥，市议会表示。",
    "市长说，自从那次洪水以来，两岸居民一直在等待这座桥，他与家人以及两百名居民一起步行走过了大桥。",
]


def roles(*lines: str) -> list[str]:
    return [str(role) for role in label(paragraphs("\n\n".join(lines)))]


def test_the_way_to_a_page_is_not_its_title() -> None:
    """The trail of a site's departments is furniture; a quotation mark of the same shape is not."""
    title = "I would like to see the strap"
    assert roles("Velmark Courier » News", title, *STORY) == ["furniture", "title"] + ["body"] * 3
    assert roles(f"»{title}«", *STORY) == ["title"] + ["body"] * 3


def test_what_stands_above_the_title() -> None:
    """Menus and the names of departments are not the title."""
    above = ["Connect with us", "Hi, what are you looking for?", "World"]
    assert (
        roles(*above, "Velmark militia makes way for bridge", *STORY)
        == ["furniture"] * 3 + ["title"] + ["body"] * 3
    )


def test_an_unknown_department_is_not_the_title() -> None:
    """A word nobody told us of, above a longer line without a full stop, is a department."""
    assert roles("Riverbanks", "Velmark opens its second bridge", *STORY)[:2] == ["furniture", "title"]


@pytest.mark.parametrize(
    "title", ["Open", "A bridge, at last", "Is it safe?", "‘We waited’", "Bridge costs $48m", "جسر", "大桥开放"]
)
def test_a_title_alone_is_the_title(title: str) -> None:
    """However short, the first line above the story is its title."""
    assert roles(title, *STORY) == ["title", "body", "body", "body"]


def test_a_title_in_capitals_may_have_a_full_stop() -> None:
    """Agencies and catalogues close their titles; above a paragraph no longer than itself it is a sentence."""
    title = "VELMARK OPENS ITS SECOND BRIDGE."
    assert roles(title, *STORY) == ["title", "body", "body", "body"]
    assert roles(title, title, *STORY)[0] == "body"


def test_a_story_without_a_title_has_none() -> None:
    """A first line that is a sentence belongs to the story."""
    assert roles(*STORY) == ["body"] * 3
    assert roles("Velmark has its second bridge.", *STORY) == ["body"] * 4
    assert roles("velmark has its second bridge.", *STORY) == ["body"] * 4
    assert roles(STORY[0].upper()) == ["body"]
    assert roles("It was a dark night.", *STORY) == ["body"] * 4


def test_a_sentence_above_a_subheading_is_never_furniture() -> None:
    """A line without a full stop below the first sentence is no title."""
    assert roles(STORY[0], "What it cost", *STORY[1:]) == ["body"] * 4


def test_what_follows_the_story() -> None:
    """After a line that ends stories all is furniture, even where it is written in sentences."""
    teaser = "Under a new rule that the council passed last week, ferries could be banned from the river."
    after = ["Written By", "You may also like:", "Tech & Science", teaser]
    assert roles("Velmark opens bridge", *STORY, *after) == ["title"] + ["body"] * 3 + ["furniture"] * 4


def test_a_box_within_the_story_costs_only_itself() -> None:
    """The same line near the beginning is a box: the larger side is the story."""
    found = roles("Velmark opens bridge", STORY[0], "Related stories", *STORY[1:], *STORY[1:])
    assert found == ["title", "body", "furniture"] + ["body"] * 4


def test_headlines_below_the_story() -> None:
    """Headlines of other stories, each on a line of its own, are furniture."""
    below = ["Explosion in Harbour Store After Departure of Crew", "Wrongfully Held Sailor Returns to Velmark"]
    assert roles("Velmark opens bridge", *STORY, *below) == ["title"] + ["body"] * 3 + ["furniture"] * 2
    assert roles("Velmark opens bridge", *STORY, "Council Closes Two Schools on Harbour Island")[-1] == "furniture"


@pytest.mark.parametrize(
    "last",
    [
        ["The mayor will speak again on Friday in the town hall"],
        ["Those who voted for it were:", "Ida Marsh of the Harbour List", "Tomas Reyl of the Orla Union"],
        ["- Buses from half past seven in the morning", "- Lorries from next year at the earliest"],
        ["Velmark 3 Orla 2", "Tessin 1 Harbour 0"],
        ["Call the Harbour Office at office@velmark.example"],
    ],
)
def test_an_open_end_is_kept(last: list[str]) -> None:
    """A cut-off sentence, a list, results or an address at the end are story."""
    assert roles("Velmark opens bridge", *STORY, *last) == ["title"] + ["body"] * (3 + len(last))


def test_stories_without_full_stops_are_kept() -> None:
    """Where no paragraph is closed, an open one at the end is no sign of anything."""
    open_ended = [line.rstrip(".") for line in STORY]
    assert roles("Velmark opens bridge", *open_ended, "The Mayor Walked Across Alone") == ["title"] + ["body"] * 4


def test_poems_are_kept() -> None:
    """Short open lines, stanza by stanza, are a poem and not a menu."""
    first = "The river goes beneath the bridge\nAnd does not ask its name"
    second = "The bridge looks down upon the town\nThe town looks back the same"
    poem = f"The Orla\n\n{first}\n\n{second}"
    assert [str(role) for role in label(paragraphs(poem))] == ["title"] + ["body"] * 4


def test_speech_and_subheadings_are_kept() -> None:
    """A one-word quotation or a subheading that is also a menu's word is story."""
    assert roles("Velmark opens bridge", STORY[0], "“Listen.”", "Politics", *STORY[1:]) == ["title"] + ["body"] * 5


def test_bylines_stand_only_above_the_story() -> None:
    """“By …” within a story is a sentence of it."""
    assert roles("Velmark opens bridge", "By Ida Marsh", "14 May 2024", *STORY)[1:3] == ["byline", "date"]
    assert roles("Velmark opens bridge", *STORY[:2], "By Harbour Street", STORY[2])[3] == "body"


def test_other_scripts() -> None:
    """Arabic and Chinese are read by their own marks, and their menus by their own words."""
    assert (
        roles("افتتاح جسر جديد", *ARABIC, "اقرأ أيضاً", "توقف العبارة")
        == ["title"] + ["body"] * 3 + ["furniture"] * 2
    )
    assert roles("新桥开放", *CHINESE, "相关阅读", "渡轮停运") == [
        "title",
        "body",
        "body",
        "furniture",
        "furniture",
    ]


def test_a_single_line_is_the_story() -> None:
    """One line is all there is, so it is body."""
    assert roles("Velmark opens bridge") == ["body"]


def beside(*lines: str) -> list[Role | None]:
    return beside_the_story(paragraphs("\n\n".join(lines)))


def test_what_is_below_a_story() -> None:
    """For pages, what stands below the story gets a role, and the story none."""
    assert beside(*STORY, "© 2024 Orla Post", "Comments (3)") == [None, None, None, "rights", "furniture"]


def test_what_stands_among_a_story() -> None:
    """Credits, menus and calls to subscribe are known by their words; a sentence about them is story."""
    for line, role in (
        ("Photo: Harbour Wire", "caption"),
        ("Share this article", "furniture"),
        ("Sign up for our newsletter and read us first.", "furniture"),
        ("Have a tip? Follow Ida Marsh on Twitter.", "furniture"),
        ("Jetzt abonnieren: unseren Newsletter!", "furniture"),
        ("Thousands of readers like the mayor on Facebook, and she wants them to sign the petition.", None),
        ("The council said it would no longer print its newsletter.", None),
        ("By Tuesday the ferry had stopped.", None),
    ):
        assert beside(STORY[0], line, *STORY[1:])[1] == role


def test_a_story_is_never_emptied() -> None:
    """Where all of it looks like something else, all of it is story."""
    assert beside("Photo: Harbour Wire", "Share this article") == [None, None]
