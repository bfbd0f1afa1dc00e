"""Code as it is shown: in a typewriter's font, its telling lines marked."""

import html
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from mnist_pad.training.lessons.code import Code
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import colours, small_px

_MARK: Final = "▸"


class Across(QScrollArea):
    """Around code: as high as it is; a line longer than the page is wide is scrolled to."""

    def __init__(self, shown: "CodeView") -> None:
        super().__init__()
        self._shown = shown
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(shown)

    def sizeHint(self) -> QSize:
        """Return the code's own size, with room for the scroll bar below it."""
        return self._shown.sizeHint() + QSize(0, self.horizontalScrollBar().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return no width: what the page has is enough."""
        return QSize(0, self.sizeHint().height())

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the code to another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().viewportEvent(event)


class CodeView(QLabel):
    """A few lines of Python, which can be selected and copied."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self.setProperty("role", "card")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._code = Code((), ())

    def show_code(self, code: Code) -> None:
        """Show these lines."""
        self._code = code
        self.setAccessibleDescription("\n".join(code.lines))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        chosen = colours(self)
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        lines = []
        for place, line in enumerate(self._code.lines):
            tells = place in self._code.telling
            # Rich text would fold blanks, and break lines where it likes.
            text = html.escape(line, quote=False).replace(" ", "&nbsp;")
            colour, weight = (chosen.accent, 600) if tells else (chosen.text, 400)
            mark = _MARK if tells else "&nbsp;"
            lines.append(
                f'<span style="color:{colour};font-weight:{weight}">{mark}&nbsp;{text}</span>'
            )
        self.setText(
            f"<div style=\"font-family:'{family}',monospace;font-size:{small_px()}px\">"
            f"{'<br>'.join(lines)}</div>"
        )
