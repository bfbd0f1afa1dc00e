"""What a person does at the window and sees there; no test knows more of it than this file.

Widgets are found by their objectNames, commands by their names or texts, and what was kept by the
files on the disk. Where a panel moves, this file alone changes.
"""

import re

import numpy as np
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mnist_pad.commands.sample_digits import strokes
from tests.ui.looking import LEFT, PLAIN, Looker, Painted, grey

RUN_S = 120

# How a sentence about a run's end begins.
OUTCOMES = {
    "Completed": "completed",
    "Learnt": "completed",
    "Stopped": "stopped",
    "Diverged": "diverged",
    "Failed": "failed",
}


class User(Looker):
    """A person at the window: draws, reads the answer, trains, opens files."""

    @property
    def pad(self):
        return self.widget("pad")

    def action(self, name):
        found = self.window.findChild(QAction, name)
        assert found is not None, name
        return found

    def menu(self, text):
        """Return the command that a menu shows under `text`."""
        named = [a for a in self.window.findChildren(QAction) if plain(a.text()) == text]
        assert len(named) == 1, text
        return named[0]

    def do(self, name):
        """Choose a command by its action's name."""
        assert self.action(name).isEnabled(), name
        self.action(name).trigger()

    def drag(self, points, *, button=LEFT, lift=True):
        """Drag along (n, 2) points in parts of the pad's side."""
        spots = [QPoint(*map(round, point)) for point in np.multiply(points, self.pad.width())]
        self.qtbot.mousePress(self.pad, button, pos=spots[0])
        for spot in spots[1:]:
            self.qtbot.mouseMove(self.pad, spot)
        if lift:
            self.lift(button=button)

    def lift(self, *, button=LEFT):
        self.qtbot.mouseRelease(self.pad, button)

    def draw(self, digit, *, side=0.6, corner=(0.2, 0.2)):
        """Draw a digit into a square of the pad."""
        for stroke in strokes(digit):
            self.drag(stroke * side + np.array(corner))

    def copy(self, ink):
        """Draw ink on a cleared pad with the mouse, stroke by stroke."""
        self.click("clearButton")
        for stroke in ink.strokes:
            self.drag(stroke / max(ink.pad))

    def touch(self, points):
        """Draw along points with a finger."""
        screen = QTest.createTouchDevice()
        first, *rest = [QPoint(*map(round, p)) for p in np.multiply(points, self.pad.width())]
        QTest.touchEvent(self.pad, screen).press(0, first, self.pad).commit()
        for spot in rest:
            QTest.touchEvent(self.pad, screen).move(0, spot, self.pad).commit()
        QTest.touchEvent(self.pad, screen).release(0, rest[-1], self.pad).commit()

    def move_pointer_to(self, name):
        """Let the pointer come over a widget from the pad."""
        for place in (self.pad, self.widget(name)):
            spot = place.mapTo(self.window, place.rect().center())
            QTest.mouseMove(self.window.windowHandle(), spot)

    def drop(self, path):
        """Drop a file on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        spot, copy = QPoint(50, 50), Qt.DropAction.CopyAction
        screen = self.window.windowHandle()
        entering = QDragEnterEvent(spot, copy, data, LEFT, PLAIN)
        QApplication.sendEvent(screen, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(screen, QDropEvent(QPointF(spot), copy, data, LEFT, PLAIN))

    def paste(self, image):
        """Copy a QImage or a text elsewhere, and paste it."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setImage(image) if isinstance(image, QImage) else clipboard.setText(image)
        self.do("pastePictureAction")

    def open_picture(self, path):
        self.choose_file(lambda: self.do("openPictureAction"), path)

    def load_weights(self, path):
        self.choose_file(lambda: self.do("loadWeightsAction"), path)

    def save_weights(self, path):
        self.choose_file(lambda: self.do("saveWeightsAction"), path)

    def keep_as(self, digit):
        self.key(str(digit))

    def open_drawings(self):
        """Look at my drawings, for the first time or again."""
        if self.is_visible("drawingsPage"):
            self.leave_drawings()
        mine = MyDrawings(self.window, self.qtbot)
        mine.come_back()
        return mine

    def leave_drawings(self):
        """Turn from my drawings to another page."""
        self.do("showTrainPageAction")
        self.sees(lambda: self.is_visible("trainPage"))

    def choose_appearance(self, name):
        self.do(f"{name}AppearanceAction")

    def choose(self, recipe):
        """Choose a recipe with the arrow keys."""
        combo = self.widget("recipeCombo")
        self.qtbot.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.findText(recipe)):
            self.qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentText() == recipe

    def open_settings(self):
        self.click("settingsToggle")

    def train(self):
        self.click("trainButton")
        self.sees(self.is_training)

    def learn_mine(self):
        self.click("learnButton")
        self.sees(self.is_training)

    def pause(self):
        self.click("pauseButton")
        self.sees(lambda: self.text("pauseButton") == "Resume", seconds=RUN_S)

    def resume(self):
        self.click("pauseButton")
        self.sees(lambda: self.text("pauseButton") == "Pause", seconds=RUN_S)

    def stop(self):
        self.click("stopButton")

    def is_training(self):
        return self.is_enabled("stopButton")

    def wait_for_steps(self):
        """Wait until the network learns, by what the status says."""
        learning = re.compile(r"Epoch \d|Learning your hand, [1-9]")
        self.sees(lambda: bool(learning.match(self.status())), seconds=RUN_S)

    def wait_for_epoch(self, epoch):
        """Wait until so many epochs were trained."""
        self.sees(lambda: len(self.plotted("accuracyPlot")[0]) >= epoch, seconds=RUN_S)

    def wait_for_end(self, *, seconds=RUN_S):
        """Wait for the end of a run; returns how it ended."""
        self.sees(lambda: not self.is_training(), seconds=seconds)
        (outcome,) = {how for words, how in OUTCOMES.items() if self.status().startswith(words)}
        return outcome

    def plotted(self, name, curve=0):
        """Return the xs and the ys of a curve of a plot."""
        xs, ys = self.widget(name).getPlotItem().listDataItems()[curve].getData()
        return ([], []) if xs is None else (xs, ys)

    def answer(self):
        return self.text("answerDigit")

    def confidence(self):
        return self.text("answerConfidence")

    def bars(self):
        return [self.widget(f"bar{digit}").value() for digit in range(10)]

    def network_input(self):
        """Return the picture the network gets, uint8 (28, 28); None where it gets none."""
        picture = self.widget("networkInput").pixmap()
        if picture.isNull():
            return None
        shown = grey(picture.toImage())
        scale = len(shown) // 28
        image = shown[::scale, ::scale]
        # Each pixel is a square of its own: none is mixed or invented.
        np.testing.assert_array_equal(shown, np.kron(image, np.ones((scale, scale), np.uint8)))
        return image

    def status(self):
        return self.text("trainingStatus")

    def watch_status(self):
        """Return the list that every status painted from now on is added to."""
        return Painted(self.widget("trainingStatus")).texts

    def notice(self):
        """Return what the window tells; nothing where it tells nothing."""
        return self.text("noticeText") if self.is_visible("noticeText") else ""

    def weights_text(self):
        return self.text("weightsMenuButton").removeprefix("Weights: ")

    def close(self):
        self.window.close()


class MyDrawings(Looker):
    """A person at my drawings: looks through the sheet and the report, deletes, exports."""

    @property
    def sheet(self):
        return self.widget("ownSheet")

    @property
    def matrix(self):
        return self.widget("ownConfusion")

    def captions(self):
        return [self.sheet.item(row).text() for row in range(self.sheet.count())]

    def selected(self):
        return [item.text() for item in self.sheet.selectedItems()]

    def cell(self, row, column):
        return self.matrix.item(row, column).text()

    def cell_picture(self, row, column):
        place = self.matrix.visualItemRect(self.matrix.item(row, column))
        return self.matrix.viewport().grab(place).toImage()

    def click_cell(self, row, column):
        self.click_item(self.matrix, self.matrix.visualItemRect(self.matrix.item(row, column)))

    def click_drawing(self, row, modifiers=PLAIN):
        place = self.sheet.visualItemRect(self.sheet.item(row))
        self.click_item(self.sheet, place, modifiers)

    def double_click_drawing(self, row):
        place = self.sheet.visualItemRect(self.sheet.item(row)).center()
        self.qtbot.mouseDClick(self.sheet.viewport(), LEFT, pos=place)

    def shows(self, row):
        """Tell whether a drawing is scrolled into sight."""
        place = self.sheet.visualItemRect(self.sheet.item(row))
        return self.sheet.viewport().rect().contains(place)

    def scroll_half_way(self):
        bar = self.sheet.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        return bar.value()

    def scrolled(self):
        return self.sheet.verticalScrollBar().value()

    def notice(self):
        return self.text("noticeText") if self.is_visible("noticeText") else ""

    def export(self, path):
        self.choose_file(lambda: self.click("exportDrawingsButton"), path)

    def come_back(self):
        self.window.findChild(QAction, "showDrawingsPageAction").trigger()
        self.sees(lambda: self.is_visible("drawingsPage"))

    def resize(self, size):
        self.window.resize(*size)


def plain(text):
    """Return a command's text without its mark of the key and its dots."""
    return text.replace("&", "").removesuffix("…").strip()
