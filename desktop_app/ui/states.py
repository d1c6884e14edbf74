"""What state the window is in: the names by which the table of commands says what each needs."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


def states(window: "MainWindow") -> set[str]:
    """Return the names of all that holds now."""
    archive, library, page = window.session.archive, window.library, window.pages.currentWidget()
    in_library, comparing = page is library, page is window.comparing
    reading = in_library and library.reader.article is not None
    words = in_library and library.reading.comparing
    stack = window.session.undo_stack
    holds = {
        "archive": archive is not None,
        "articles": in_library and archive is not None and archive.articles.count() > 0,
        "library": in_library,
        "searched": in_library and window.searches.is_searched,
        "folded": reading and bool(library.results.event_ids()),
        "article": reading,
        "reading": reading and not words,
        "words": words,
        "hits": reading and not words and library.reader.has_hits,
        "comparable": in_library and len(library.tray.ids) > 1,
        "comparison": comparing,
        "elsewhere": page in (window.comparing, window.report, window.attention),
        "exportable": reading or comparing,
        "imported": bool(archive and archive.imports.latest()),
        "undoable": stack.canUndo(),
        "redoable": stack.canRedo(),
    }
    return {name for name, held in holds.items() if held}
