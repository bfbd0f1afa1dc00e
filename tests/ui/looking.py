"""What anybody does with any Qt window: looks at widgets, clicks, types, answers dialogs."""

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QSlider,
    QWidget,
)

SHORT_S = 10
LOOK_MS = 10
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def grey(image):
    """Return a Qt picture as uint8, (h, w)."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width()].copy()


class Painted(QObject):
    """Notes every text that a label was painted with."""

    def __init__(self, label):
        super().__init__(label)
        self.texts = []
        label.installEventFilter(self)

    def eventFilter(self, label, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint and label.text() not in self.texts[-1:]:
            self.texts.append(label.text())
        return False


class Looker:
    """Somebody who looks at widgets, clicks on them and types."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot

    def widget(self, name):
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def text(self, name):
        return self.widget(name).text()

    def is_visible(self, name):
        return self.widget(name).isVisible()

    def turn_wheel(self, name):
        """Turn the mouse's wheel by a notch over a widget."""
        widget = self.widget(name)
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, PLAIN, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def shown_value(self, name):
        """Return what a field or a list of choices shows."""
        widget = self.widget(name)
        return widget.currentText() if isinstance(widget, QComboBox) else widget.text()

    def type_into_focus(self, text):
        """Type into whatever has the keyboard; a newline is Enter."""
        target = QApplication.focusWidget()
        for each in text:
            if each == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            else:
                QTest.keyClick(target, each)

    def has_focus(self, name):
        return self.widget(name).hasFocus()

    def is_enabled(self, name):
        return self.widget(name).isEnabled()

    def sees(self, condition, *, seconds=SHORT_S):
        """Wait until what was asked for is there to see."""
        self.qtbot.waitUntil(condition, timeout=1000 * seconds)

    def click(self, name):
        self.qtbot.mouseClick(self.widget(name), LEFT)

    def click_item(self, view, rectangle, modifiers=PLAIN):
        self.qtbot.mouseClick(view.viewport(), LEFT, modifiers, pos=rectangle.center())

    def key(self, *sequences):
        """Press keys, such as "Ctrl+T", in this window, where its focus is."""
        # After a dialog, or in another window, the keyboard is still there for a moment.
        self.window.activateWindow()
        self.sees(self.window.isActiveWindow)
        for sequence in sequences:
            target = self.window.focusWidget() or self.window
            QTest.keySequence(target, QKeySequence(sequence))

    def focus(self, name):
        self.widget(name).setFocus()

    def type(self, name, text):
        """Put a text into a field, in place of what is there."""
        self.focus(name)
        self.widget(name).selectAll()
        self.qtbot.keyClicks(self.widget(name), text)

    def set(self, name, value):
        """Bring a field to a number by typing it, a slider by the arrow keys."""
        field = self.widget(name)
        if isinstance(field, QSlider):
            self.qtbot.keyClick(field, Qt.Key.Key_Home)
            for _ in range(value - field.minimum()):
                self.qtbot.keyClick(field, Qt.Key.Key_Right)
        else:
            self.type(name, field.textFromValue(value))
        assert field.value() == value

    def in_dialog(self, kind, ask, answer):
        """Do `ask`, then `answer(dialog)` once the dialog is there; returns what that returns."""
        answers, look, patience = [], QTimer(), QTimer()

        def meet():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind) and dialog.isVisible():
                look.stop()
                answers.append(answer(dialog))

        def give_up():
            # A dialog that nobody answers would hold the test for ever.
            if dialog := QApplication.activeModalWidget():
                answers.clear()
                dialog.close()

        look.timeout.connect(meet)
        look.start(LOOK_MS)
        patience.timeout.connect(give_up)
        patience.start(1000 * SHORT_S)
        ask()
        self.sees(lambda: bool(answers))
        return answers[0]

    def choose_file(self, ask, path):
        """Put a path into the file dialog that `ask` brings, and press Enter."""

        def answer(dialog):
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            # Key by key, suggestions would come when they come, and Enter would be theirs.
            field.setText(str(path))
            self.qtbot.keyClick(field, Qt.Key.Key_Return)

        self.in_dialog(QFileDialog, ask, answer)

    def replace_file(self, ask, path):
        """Choose a file that is there already, and say yes to replacing it."""
        yes = QTimer()
        yes.timeout.connect(self._say_yes)
        yes.start(LOOK_MS)
        self.choose_file(ask, path)
        yes.stop()

    def _say_yes(self):
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            self.qtbot.mouseClick(question.button(QMessageBox.StandardButton.Yes), LEFT)

    def cancel_file(self, ask):
        """Press Escape in the file dialog; returns its title and the folder that it showed."""

        def answer(dialog):
            seen = dialog.windowTitle(), dialog.directory().absolutePath()
            self.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            return seen

        return self.in_dialog(QFileDialog, ask, answer)
