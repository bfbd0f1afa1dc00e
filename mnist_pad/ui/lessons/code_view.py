"""Code as it is shown: in a typewriter's font, its telling lines marked."""

import html
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from mnist_pad.training.lessons.code import Code
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX, colours, small_px

_MARK: Final = "▸"


class CodeView(QScrollArea):
    """A few lines of Python, which can be selected and copied; long ones are scrolled to."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self._text = named(QLabel(), name, label)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setProperty("role", "code")
        self._text.setMargin(GRID_PX)
        self.setWidget(self._text)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # All lines are always in sight; their ends may not be.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._code = Code((), ())

    def show_code(self, code: Code) -> None:
        """Show these lines."""
        self._code = code
        self._text.setAccessibleDescription("\n".join(code.lines))
        self._write()
        self.horizontalScrollBar().setValue(0)

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
        self._text.setText(
            f"<div style=\"font-family:'{family}',monospace;font-size:{small_px()}px\">"
            f"{'<br>'.join(lines)}</div>"
        )
        room = self._text.sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(room)
