"""The user's word stays, whatever is read later, and every change of it can be taken back."""

from desktop_app.core.archive import Archive
from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article, Part
from desktop_app.core.dates import doubt

MENU = "Sign up to our letter"


def page(number: int, source: str = "Orla Post") -> ReadFile:
    """Return a file whose article ends with a line that is no part of the story."""
    story = f"The ferry went {number} times."
    text = f"{story}\n\n{MENU}"
    parts = (Part(0, len(story), "body"), Part(len(story) + 2, len(text), "body"))
    return ReadFile(
        f"/{number}", f"{number}.txt", f"{source}{number}".encode(), [Article(text, parts, source=source)]
    )


def added(archive: Archive, *files: ReadFile) -> list[int]:
    outcomes = archive.imports.add(archive.imports.begin("test"), files, None)
    return [outcome.article or 0 for outcome in outcomes]


def test_a_correction_stays_and_can_be_taken_back(archive: Archive, add) -> None:
    """The user's word replaces what was read, is marked as theirs, and undo brings the first value back."""
    id_ = add("Brigde opens", "Open.")
    change = archive.corrections.field([id_], "title", "Bridge opens")
    change.do()
    assert archive.articles.get(id_).article.title == "Bridge opens"
    assert archive.articles.get(id_).by_hand == {"title"}
    change.undo()
    assert archive.articles.get(id_).article.title == "Brigde opens"
    assert not archive.articles.get(id_).by_hand


def test_undoing_a_second_correction_keeps_the_first(archive: Archive, add) -> None:
    """Undo goes back one step: an earlier word of the user is still theirs."""
    id_ = add("a", "Text.")
    archive.corrections.field([id_], "title", "b").do()
    second = archive.corrections.field([id_], "title", "c")
    second.do()
    second.undo()
    kept = archive.articles.get(id_)
    assert (kept.article.title, kept.by_hand) == ("b", {"title"})


def test_a_wrong_date_can_be_taken_away(archive: Archive, add) -> None:
    """Nothing is a correction too: the date becomes unknown, by the user's hand."""
    id_ = add("a", "Text.", published="1999")
    archive.corrections.field([id_], "published", None).do()
    kept = archive.articles.get(id_)
    assert (kept.article.published, kept.by_hand) == (None, {"published"})


def test_many_articles_at_once(archive: Archive, add) -> None:
    """A date given to several articles is one change, and one step back restores each as it was."""
    ids = [add("a", "One."), add("b", "Two.", published="1999")]
    change = archive.corrections.field(ids, "published", "2024-05-14")
    assert change.label == "Set date of 2 articles"
    change.do()
    assert [archive.articles.get(id_).article.published for id_ in ids] == ["2024-05-14", "2024-05-14"]
    change.undo()
    assert [archive.articles.get(id_).article.published for id_ in ids] == [None, "1999"]


def test_a_block_is_hidden_and_brought_back(archive: Archive) -> None:
    """Hiding takes a block out of the body, never out of the text; undo leaves no trace of it."""
    (id_,) = added(archive, page(1))
    before = archive.articles.get(id_)
    change = archive.corrections.role(id_, before.article.parts[1].start, "furniture")
    change.do()
    hidden = archive.articles.get(id_)
    assert (hidden.article.body, hidden.words, hidden.by_hand) == ("The ferry went 1 times.", 5, {"parts"})
    assert hidden.article.text == before.article.text
    change.undo()
    assert archive.articles.get(id_) == before


def test_a_rule_holds_for_the_other_articles_of_a_source(archive: Archive) -> None:
    """A block hidden everywhere is hidden in what is here, and in what comes later; other sources keep it."""
    ids = added(archive, page(1), page(2), page(3, "Radio Tessin"))
    assert archive.corrections.like("Orla Post", MENU, "furniture") == ids[:2]
    change = archive.corrections.rule("Orla Post", MENU, "furniture")
    change.do()
    (later,) = added(archive, page(4))
    hidden = [MENU in archive.articles.get(id_).article.of("furniture") for id_ in (*ids, later)]
    assert hidden == [True, True, False, True]
    assert archive.corrections.like("Orla Post", MENU, "furniture") == []
    change.undo()
    assert archive.articles.get(ids[0]).by_hand == frozenset()
    assert MENU in archive.articles.get(ids[0]).article.of("body")
    (again,) = added(archive, page(5))
    assert MENU in archive.articles.get(again).article.of("body")


def test_a_longer_block_is_another_block(archive: Archive) -> None:
    """A rule is about the whole block: a sentence that only contains the words stays."""
    text = f"{MENU}, said the mayor."
    story = Article(text, (Part(0, len(text), "body"),), source="Orla Post")
    added(archive, ReadFile("/a", "a.txt", b"a", [story]))
    assert archive.corrections.like("Orla Post", MENU, "furniture") == []


def test_removing_an_import(archive: Archive) -> None:
    """What an import has added goes to the bin together, and comes back by undo or by importing it again."""
    (kept,) = added(archive, page(1))
    import_id = archive.imports.begin("second")
    archive.imports.add(import_id, [page(2), page(3)], None)
    change = archive.corrections.import_removal(import_id)
    change.do()
    assert list(archive.articles.ids()) == [kept]
    change.undo()
    assert archive.articles.count() == 3
    change.do()
    (outcome,) = archive.imports.add(archive.imports.begin("again"), [page(2)], None)
    assert (outcome.outcome, archive.articles.count()) == ("added", 2)


def test_what_comes_back_from_the_bin_keeps_the_users_word(archive: Archive) -> None:
    """An article imported again after its removal is the same article, its corrections with it."""
    (id_,) = added(archive, page(1))
    archive.corrections.field([id_], "title", "The ferry").do()
    archive.corrections.removal([id_]).do()
    assert added(archive, page(1)) == [id_]
    assert archive.articles.get(id_).article.title == "The ferry"


def unclear(number: int, words: str, source: str = "Orla Post") -> ReadFile:
    article = Article("Text.", (Part(0, 5, "body"),), source=source, warnings=(doubt(words),))
    return ReadFile(f"/{number}", f"{number}.txt", f"{number}".encode(), [article])


def test_the_order_of_dates_is_learnt_from_one(archive: Archive) -> None:
    """Who reads one date of a source with the day first has read the others too, and those to come."""
    files = [unclear(1, "03/04/2016"), unclear(2, "05/06/2016"), unclear(3, "05/06/2016", "Radio Tessin")]
    ids = added(archive, *files)
    change = archive.corrections.date_order(ids[0], day_first=True)
    change.do()
    (later,) = added(archive, unclear(4, "07/08/2016"))
    dates = [archive.articles.get(id_).article.published for id_ in (*ids, later)]
    assert dates == ["2016-04-03", "2016-06-05", None, "2016-08-07"]
    assert archive.articles.get(ids[0]).by_hand == {"published"}
    other = archive.articles.get(ids[1])
    assert other.by_hand == frozenset()
    assert other.article.evidence["published"] == "“05/06/2016”, the day first as in another article of Orla Post"
    assert [entry.article for entry in archive.attention.articles()] == [ids[2]]
    change.undo()
    assert [archive.articles.get(id_).article.published for id_ in ids] == [None, None, None]
    assert archive.articles.get(added(archive, unclear(5, "07/08/2016"))[0]).article.published is None


def test_setting_an_unclear_date_by_hand_settles_the_order(archive: Archive) -> None:
    """Who chooses one of the two readings has said how the source writes its dates; another date says nothing."""
    ids = added(archive, unclear(1, "03/04/2016"), unclear(2, "05/06/2016"))
    other = archive.corrections.field([ids[0]], "published", "2016-05-01")
    other.do()
    assert archive.articles.get(ids[1]).article.published is None
    other.undo()
    archive.corrections.field([ids[0]], "published", "2016-03-04").do()
    assert [archive.articles.get(id_).article.published for id_ in ids] == ["2016-03-04", "2016-05-06"]
