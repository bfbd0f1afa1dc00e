"""Closing and opening shows the same window."""

import numpy as np
import pytest
from PySide6.QtWidgets import QTabWidget

from mnist_pad.base import folders


def look(user):
    pages = user.window.findChild(QTabWidget, "pages")
    return {
        "answer": user.answer(),
        "confidence": user.confidence(),
        "bars": user.bars(),
        "input": user.network_input().tolist(),
        "weights": user.weights_text(),
        "pen": user.widget("penWidthSlider").value(),
        "eraser": user.widget("eraserButton").isChecked(),
        "kept": user.text("keptLabel"),
        "page": pages.currentWidget().objectName(),
        "size": user.window.size().toTuple(),
        "undo": user.is_enabled("undoButton"),
        "redo": user.is_enabled("redoButton"),
        "problem": user.notice(),
    }


@pytest.fixture
def busy(user, tmp_path):
    """Somebody who has drawn, kept, undone, and changed this and that."""
    user.draw(5)
    user.keep_as(5)
    user.draw(3, corner=(0.1, 0.1))
    user.click("undoButton")
    user.choose("article")
    user.open_settings()
    user.set("epochsSpin", 7)
    user.set("penWidthSlider", 40)
    user.click("eraserButton")
    user.do("showRunsPageAction")
    user.window.resize(1000, 700)
    user.sees(lambda: user.window.size().toTuple() == (1000, 700))
    return user


def test_closing_and_opening_shows_the_same_window(busy, open_window):
    before = look(busy)
    before["undo"] = True
    busy.close()
    again = open_window(restore=True)
    assert look(again) == before
    again.do("showTrainPageAction")
    assert again.shown_value("recipeCombo") == "article"
    assert again.widget("epochsSpin").value() == 7
    again.do("showRunsPageAction")
    again.click("redoButton")
    again.sees(lambda: again.text("keptLabel") != before["kept"])
    again.click("undoButton")
    assert look(again) == before


def test_without_restore_the_window_is_fresh(busy, open_window):
    busy.close()
    fresh = open_window()
    assert fresh.answer() == "?"
    assert fresh.shown_value("recipeCombo") == "fast"


def test_the_weights_of_a_run_are_used_at_the_next_start(user, open_window):
    user.draw(3)
    user.open_settings()
    user.set("epochsSpin", 1)
    user.train()
    assert user.wait_for_end() == "completed"
    before, bars = user.weights_text(), user.bars()
    user.close()
    again = open_window(restore=True)
    again.sees(lambda: again.weights_text() == before)
    assert again.bars() == bars
    assert again.action("builtInWeightsAction").isEnabled()


def test_a_session_of_another_screen_is_brought_into_sight(busy, open_window):
    busy.window.move(40_000, 40_000)
    busy.sees(lambda: busy.window.x() > 30_000)
    busy.close()
    again = open_window(restore=True)
    room = again.window.screen().availableGeometry()
    assert room.contains(again.window.geometry().topLeft())


def test_a_damaged_session_is_named_and_the_window_opens(busy, open_window):
    busy.close()
    path = folders.data() / "session.json"
    path.write_bytes(path.read_bytes()[:-20])
    again = open_window(restore=True)
    assert "session-damaged-1.json" in again.notice()
    assert again.answer() == "?"
    again.draw(3)
    assert again.answer() == "3"


def test_start_fresh_takes_all_back(busy):
    busy.do("startFreshAction")
    assert busy.answer() == "?"
    assert busy.shown_value("recipeCombo") == "fast"
    assert busy.is_visible("trainPage")
    busy.click("undoButton")
    assert busy.answer() == "5"


def test_a_picture_on_the_pad_comes_back(user, open_window, tmp_path):
    from PIL import Image

    grey = np.full((300, 200), 255, np.uint8)
    grey[60:240, 90:110] = 0
    Image.fromarray(grey).save(tmp_path / "one.png")
    user.drop(tmp_path / "one.png")
    user.sees(lambda: user.answer() == "1")
    before = user.network_input()
    user.close()
    again = open_window(restore=True)
    assert (again.network_input() == before).all()
    again.click("undoButton")
    assert again.answer() == "?"


def test_the_curves_of_the_last_run_come_back(user, open_window):
    user.open_settings()
    user.set("epochsSpin", 2)
    user.train()
    assert user.wait_for_end() == "completed"
    status, losses = user.status(), user.plotted("lossPlot")[1]
    user.close()
    again = open_window(restore=True)
    again.sees(lambda: len(again.plotted("lossPlot")[0]) > 0)
    np.testing.assert_allclose(again.plotted("lossPlot")[1], losses, rtol=1e-6)
    assert len(again.plotted("accuracyPlot")[0]) == 2
    assert again.status() == status
    assert again.is_enabled("trainButton")
    again.do("startFreshAction")
    assert again.is_visible("recipeCard")
    assert not again.is_visible("lossPlot")
