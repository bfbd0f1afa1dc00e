"""The window is made of panels: one more is its own class and one line in a tuple."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QTabWidget, QWidget

from mnist_pad import app
from mnist_pad.ui.kit.command import VIEW, Command, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.panel import Panel


class Greeting(QLabel):
    """A panel of a few lines: it shows a command and follows a store."""

    def __init__(self, workspace, commands):
        super().__init__("hello")
        named(self, "greeting", "Greeting")
        self.button = push_button(commands["greet"], "greetButton")
        self.button.setParent(self)
        workspace.notices.notice_changed.connect(lambda: self.setText(workspace.notices.current))


def greet(workspace, window):
    return [Command(window, "greet", VIEW, "&Greet", lambda: workspace.notices.tell("good day"))]


PANEL = Panel("greetingPage", "page", Greeting, greet, lambda: "Greeting")


@pytest.fixture
def panels(monkeypatch, request):
    monkeypatch.setattr(app, "PANELS", (*app.PANELS, PANEL))


@pytest.fixture
def window_with_greeting(panels, qapp):
    made = app.create_window(qapp)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_panel_more_is_a_class_and_a_line(window_with_greeting):
    window = window_with_greeting
    pages = window.findChild(QTabWidget, "pages")
    assert pages.tabText(pages.count() - 1) == "Greeting"
    # Built when it is first opened, and found by its name.
    assert window.findChild(QLabel, "greeting") is None
    pages.setCurrentWidget(window.findChild(QWidget, "greetingPage"))
    greeting = window.findChild(QLabel, "greeting")
    greeting.button.click()
    assert greeting.text() == "good day"
    texts = [
        action.text() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()
    ]
    assert "&Greet" in texts


def test_the_contracts_name_every_panel():
    rules = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    rooms = {panel.build.__module__.split(".")[2] for panel in app.PANELS}
    independent = set(re.findall(r'"mnist_pad\.ui\.(\w+)",', rules))
    (layer,) = re.findall(r'"(pad \|[^"]*)"', rules)
    assert rooms == independent == set(layer.split(" | "))
