"""What the user says of a comparison, as signals; whoever keeps it applies it the next time too."""

from PySide6.QtCore import QObject, Signal


class UserWord(QObject):
    """The user's word on rows, names and figures."""

    accepted = Signal(object)  # Row
    rejected = Signal(object)  # Row
    link_wanted = Signal(object, object)  # two Spans of different articles
    join_wanted = Signal(object)  # the Rows of names that are one and the same
    part_wanted = Signal(object, str)  # the Row of a name, and the spelling that is somebody else
    figure_excluded = Signal(object, object)  # a Row, and the Span in it that is no figure of its matter
