"""The user's word on a comparison, written into the archive: each judgement can be undone, and holds."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Slot

from desktop_app.core.article import ArchivedArticle
from desktop_app.core.change import Change
from desktop_app.core.comparison.rows import Kind, Row, Span
from desktop_app.ui.comparison.cell_text import words_of
from desktop_app.ui.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop_app.core.archive import Archive
    from desktop_app.ui.comparison.view import ComparisonView

WRITTEN_ALIKE = "All reports write this name alike: there is no other spelling to part it from."

Saying = Callable[["Archive", Sequence[ArchivedArticle]], Change]


class Judging(QObject):
    """Turns what is chosen in the view into changes of the archive."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view: ComparisonView | None = None

    def listen_to(self, view: "ComparisonView") -> None:
        """Keep what the user says in a view."""
        self._view = view
        word = view.word
        word.accepted.connect(self._accept)
        word.rejected.connect(self._reject)
        word.link_wanted.connect(self._link)
        word.join_wanted.connect(self._join)
        word.part_wanted.connect(self._part)
        word.figure_excluded.connect(self._exclude)

    @Slot(object)
    def _accept(self, row: Row) -> None:
        from desktop_app.core.comparison import user_word

        kind = self._kind()
        if kind == "names":
            self._join([row])
        elif kind is not None:
            self._say(lambda archive, articles: user_word.accepting(archive, articles, kind, row))

    @Slot(object)
    def _reject(self, row: Row) -> None:
        from desktop_app.core.comparison import user_word

        kind = self._kind()
        if kind == "names":
            self._part_all(self._names(_marks([row])))
        elif kind is not None:
            self._say(lambda archive, articles: user_word.rejecting(archive, articles, kind, row))

    @Slot(object, object)
    def _link(self, one: Span, other: Span) -> None:
        """Join what is selected if it is two names, else link it."""
        from desktop_app.core.comparison import user_word

        names = self._names((one, other))
        if len(names) > 1 and all(any(self._is(span, name) for name in names) for span in (one, other)):
            self._say(lambda archive, _: user_word.joining(archive, names))
        else:
            self._say(lambda archive, articles: user_word.linking(archive, articles, one, other))

    @Slot(object)
    def _join(self, rows: Sequence[Row]) -> None:
        from desktop_app.core.comparison import user_word

        names = self._names(_marks(rows))
        if len(names) > 1:
            self._say(lambda archive, _: user_word.joining(archive, names))

    @Slot(object, str)
    def _part(self, row: Row, words: str) -> None:
        from desktop_app.core.comparison import user_word

        articles = self._view.articles if self._view is not None else ()
        every = self._names(_marks([row]))
        names = self._names(span for span in _marks([row]) if words_of(span, articles) == words)
        others = [name for name in every if name not in names]
        if names and others:
            self._say(lambda archive, _: user_word.parting(archive, names, others))
        else:
            self._tell(WRITTEN_ALIKE)

    @Slot(object, object)
    def _exclude(self, _row: Row, span: Span) -> None:
        from desktop_app.core.comparison import user_word

        self._say(lambda archive, articles: user_word.excluding(archive, articles, [span]))

    def _part_all(self, names: Sequence[str]) -> None:
        from desktop_app.core.comparison import user_word

        if len(names) > 1:
            self._say(lambda archive, _: user_word.parting(archive, names))
        else:
            self._tell(WRITTEN_ALIKE)

    def _tell(self, words: str) -> None:
        if self._view is not None:
            self._view.foot.say(words)

    def _say(self, saying: Saying) -> None:
        archive, view = self._session.archive, self._view
        if archive is not None and view is not None:
            self._session.change(saying(archive, view.articles))

    def _is(self, span: Span, name: str) -> bool:
        """Tell whether a stretch is hardly more than a name."""
        articles = self._view.articles if self._view is not None else ()
        words = words_of(span, articles)
        return name in words and len(words) < 2 * len(name)

    def _kind(self) -> Kind | None:
        """Return the kind of the rows in front."""
        tab = self._view.tabs.tab if self._view is not None else "timeline"
        return None if tab == "timeline" else tab

    def _names(self, spans: Iterable[Span]) -> list[str]:
        """Return the names at some places as the evidence spells them: a person without a title."""
        from desktop_app.core.analysis.keeping import evidence_of
        from desktop_app.core.comparison.name_keys import spelling

        archive, view = self._session.archive, self._view
        if archive is None or view is None:
            return []
        evidence = evidence_of(archive, view.articles)
        found = [
            spelling(name, mention.text)
            for span in spans
            for name in evidence[span.article].names
            for mention in name.mentions
            if mention.start < span.end and span.start < mention.end
        ]
        return list(dict.fromkeys(found))


def _marks(rows: Iterable[Row]) -> list[Span]:
    """Return every place that some rows speak of."""
    return [span for row in rows for cell in row.cells for span in cell]
