"""Reports of one flood from four outlets, and of something else, for tests of what is related."""

from collections.abc import Callable, Sequence

from desktop_app.core.archive.imports import ReadFile
from desktop_app.core.article import Article
from desktop_app.ui.main_window import MainWindow

REPORTS = (
    (
        "Lock gate fails",
        "Orla Post",
        "2024-03-12",
        "The Kestrel gate on the river Orla failed on Sunday and flooded 40 houses in Velmark, "
        "mayor Mara Holm said.",
    ),
    (
        "Velmark under water",
        "Velmark Courier",
        "2024-03-12",
        "Mayor Mara Holm of Velmark said 40 houses were flooded when the Kestrel gate broke. An inquiry follows.",
    ),
    (
        "Inquiry into the gate",
        "Radio Tessin",
        "2024-03-13",
        "An inquiry follows the failure of the Kestrel gate: 40 houses flooded in Velmark, says mayor Mara Holm.",
    ),
    (
        "The longest cake",
        "Harbour Wire",
        "2024-03-12",
        "Bakers of Tessin baked a cake as long as their street, and children ate it in the rain.",
    ),
)


def reports(made: Callable[..., Article], *numbers: int) -> list[Article]:
    """Return some of the reports as articles."""
    chosen = [REPORTS[number] for number in numbers]
    return [
        made(("title", title), ("body", text), title=title, source=source, published=published)
        for title, source, published, text in chosen
    ]


def add(window: MainWindow, articles: Sequence[Article]) -> int:
    """Import articles into the archive that is open, let them be indexed, and return the id of the import."""
    archive = window.session.archive
    assert archive is not None
    import_id = archive.imports.begin("later")
    files = [ReadFile(f"/later/{n}.txt", f"{n}.txt", a.text.encode(), [a]) for n, a in enumerate(articles)]
    archive.imports.add(import_id, files, None)
    archive.imports.end(import_id, 1.0, "finished")
    window.session.written()
    return import_id
