"""What stays in another language: what is selected, how far it is scrolled, and what is told."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from mnist_pad.engine.runs import Runs
from mnist_pad.ui.language import _Speaker
from tests.ui.gestures import MyDrawings
from tests.ui.single.telling import keep_run


@pytest.fixture(autouse=True)
def english_again(qapp):
    """Leave the application as other tests expect it."""
    yield
    qapp.findChild(_Speaker)._preferences.choose(language="en")
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)


@pytest.fixture
def speak(user):
    def speak(language):
        user.window.workspace.preferences.choose(language=language)
        user.sees(lambda: user.window._made_in == language)
        QApplication.processEvents()

    return speak


def test_selected_runs_stay_selected_with_their_curves_and_the_list_where_it_was(user, speak):
    for number in range(30):
        keep_run(Runs(), name=f"run {number}")
    user.do("showRunsPageAction")
    user.sees(lambda: user.widget("runsTable").rowCount() == 30)
    table = user.widget("runsTable")
    table.verticalScrollBar().setValue(9)
    place = table.visualItemRect(table.item(12, 0))
    user.click_item(table, place)
    before = table.selected()
    assert len(before) == 1
    user.sees(lambda: len(user.plotted("runLossplot")[0]) == 3)
    speak("zh_CN")
    again = user.widget("runsTable")
    assert again is not table
    assert again.selected() == before
    assert again.verticalScrollBar().value() == 9
    user.sees(lambda: len(user.plotted("runLossplot")[0]) == 3)
    # On another page it is remembered, too, until the page is opened.
    user.do("showTrainPageAction")
    speak("en")
    user.do("showRunsPageAction")
    user.sees(lambda: user.widget("runsTable").selected() == before)
    user.sees(lambda: user.widget("runsTable").verticalScrollBar().value() == 9)
    user.sees(lambda: len(user.plotted("runLossplot")[0]) == 3)


def test_a_chosen_cell_and_drawing_stay_chosen(opened, user, speak):
    mine = opened()
    mine.click_cell(8, 3)
    mine.sees(lambda: len(mine.captions()) == 1)
    mine.click_drawing(0)
    assert len(mine.selected()) == 1
    speak("zh_CN")
    mine = MyDrawings(user.window, user.qtbot)
    mine.sees(lambda: len(mine.selected()) == 1)
    assert mine.matrix.choice == (8, 3)
    assert len(mine.captions()) == 1
    assert mine.is_visible("showAllDrawingsButton")


def test_the_sheet_stays_where_it_was_scrolled(opened, user, speak):
    opened((1, 7) * 30, (1, 7) * 30)
    mine = MyDrawings(user.window, user.qtbot)
    half_way = mine.scroll_half_way()
    assert half_way > 0
    speak("zh_CN")
    mine.sees(lambda: len(mine.captions()) == 60)
    mine.sees(lambda: mine.scrolled() == half_way)


def test_what_is_told_is_told_anew(user, speak, tmp_path):
    opening = user.window.workspace.opening
    opening.open_picture(tmp_path / "none.png")
    user.sees(lambda: "expected a picture, found: no such file or directory" in user.notice())
    speak("zh_CN")
    assert user.notice() == f"{tmp_path / 'none.png'}：应为图片，实际：没有这个文件或文件夹"
    # What is made of figures too.
    user.window.workspace.samples.export(tmp_path / "mine.jsonl")
    user.sees(lambda: "mine.jsonl" in user.notice() and "0 个手写样本" in user.notice())
    speak("en")
    assert user.notice() == "0 drawings exported to mine.jsonl."


def test_what_is_wrong_with_a_setting_is_told_anew(user, speak):
    user.open_settings()
    user.type("hiddenSizesEdit", "many")
    told = "hidden layers: expected whole numbers such as 256, 128, found 'many'"
    user.sees(lambda: user.text("settingsProblem") == told)
    speak("zh_CN")
    assert user.text("settingsProblem") == "隐藏层：应为整数，如 256, 128，实际为 'many'"
    user.type("hiddenSizesEdit", "0")
    told = "隐藏层：应为取值 1 到 8,192 的整数，实际为 0"
    user.sees(lambda: user.text("settingsProblem") == told)


def test_a_recipe_is_titled_in_the_list_and_chosen_by_its_name(user, speak):
    combo = user.widget("recipeCombo")
    index = combo.model().index(0, 0)
    shown = combo.itemDelegate().displayText(index.data(), combo.locale())
    assert (index.data(), shown) == ("fast", "fast: good in seconds")
    user.choose("article-mse")
    assert user.window.workspace.recipe.config.loss == "squared_error"
    speak("zh_CN")
    combo = user.widget("recipeCombo")
    assert combo.currentText() == "article-mse"
    assert combo.itemDelegate().displayText("fast", combo.locale()) == "fast：几秒钟就有好结果"
    combo.showPopup()
    assert combo.view().width() > combo.view().sizeHintForColumn(0)
    combo.hidePopup()
