"""What a person does on the evaluation page and sees there."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QTabWidget

from mnist_pad.dataset import mnist
from mnist_pad.ui.evaluation.section import Section
from tests.ui.gestures import plain
from tests.ui.looking import LEFT, Looker

EVALUATION_S = 120


class Evaluator(Looker):
    """A person at the evaluation page."""

    @property
    def matrix(self):
        return self.widget("evaluationMatrix")

    @property
    def gallery(self):
        return self.widget("evaluationGallery")

    def open(self):
        self.window.findChild(QAction, "showEvaluationPageAction").trigger()
        self.sees(lambda: self.is_visible("evaluation"))
        return self

    def menu_of(self, name):
        """Open a button's menu with the mouse; returns its entries by their words."""
        menu = self.widget(name).menu()
        # A menu under a button has a loop of its own: it is opened as the keyboard does.
        menu.popup(self.widget(name).mapToGlobal(self.widget(name).rect().bottomLeft()))
        self.sees(menu.isVisible)
        return {plain(action.text()): action for action in menu.actions()}

    def choose_from(self, name, text):
        """Choose an entry of a button's menu with the mouse."""
        action = self.menu_of(name)[text]
        menu = self.window.findChild(QMenu, f"{name}Menu")
        self.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())

    def choose_set(self, text, path=None):
        if path is None:
            self.choose_from("evaluationSetButton", text)
        else:
            self.choose_file(lambda: self.choose_from("evaluationSetButton", text), path)

    def compare_with(self, text, path=None):
        if path is None:
            self.choose_from("evaluationAgainstButton", text)
        else:
            self.choose_file(lambda: self.choose_from("evaluationAgainstButton", text), path)

    def export(self, text, path):
        self.choose_file(lambda: self.choose_from("exportEvaluationButton", text), path)

    def start(self):
        self.click("evaluateButton")
        self.sees(lambda: self.is_enabled("stopEvaluationButton"))

    def evaluate(self):
        """Press Evaluate and wait for the end."""
        self.click("evaluateButton")
        self.wait_for_end()

    def wait_for_end(self):
        """Wait for the end of an evaluation, and until what it found is shown."""
        self.sees(lambda: self.is_enabled("evaluateButton"), seconds=EVALUATION_S)
        self.sees(self._is_shown)

    def _is_shown(self):
        shown = self.window.workspace.evaluation.current.shown
        parts = [part for part in self.window.findChildren(Section) if part.isVisible()]
        return shown is None or [part.shown for part in parts] == [shown]

    def tab(self, title):
        """Open a part of what was found, by its tab."""
        tabs = self.window.findChild(QTabWidget, "evaluationTabs")
        (index,) = [i for i in range(tabs.count()) if tabs.tabText(i) == title]
        spot = tabs.tabBar().tabRect(index).center()
        self.qtbot.mouseClick(tabs.tabBar(), LEFT, pos=spot)
        self.sees(lambda: tabs.currentIndex() == index)

    def cell(self, row, column):
        return self.matrix.item(row, column).text()

    def counts(self):
        """Return the matrix that is shown, (10, 10)."""
        texts = [[self.cell(row, column) for column in range(10)] for row in range(10)]
        return np.array([[0 if text == "·" else int(text) for text in row] for row in texts])

    def click_cell(self, row, column):
        self.click_item(self.matrix, self.matrix.visualItemRect(self.matrix.item(row, column)))

    def captions(self, name="evaluationGallery"):
        gallery = self.widget(name)
        return [gallery.tile(place).caption for place in range(gallery.count)]

    def click_image(self, place, name="evaluationGallery"):
        gallery = self.widget(name)
        self.click_item(gallery, gallery.visualRect(gallery.model().index(place, 0)))

    def network_input(self):
        """Return what the network gets of the pad, uint8 (28, 28)."""
        return self.window.workspace.reading.current.mark.found.stages.image

    def notice(self):
        return self.text("noticeText") if self.is_visible("noticeText") else ""

    def focus(self, name):
        # After a dialog, the keyboard is still there for a moment.
        self.window.activateWindow()
        self.sees(self.window.isActiveWindow)
        super().focus(name)

    def press(self, name, *keys):
        """Press keys, by Qt's names, where a widget has the keyboard."""
        self.focus(name)
        for key in keys:
            QTest.keyClick(self.widget(name), getattr(Qt.Key, f"Key_{key}"))


def some_digits(folder, count=400):
    """Write a data set of MNIST's first test images; returns its path and what is in it."""
    digits = mnist.load()
    images, labels = digits.x_test[:count], digits.y_test[:count]
    path = folder / "some.npz"
    np.savez(path, x_train=images[:1], y_train=labels[:1], x_test=images, y_test=labels)
    return path, images, labels
