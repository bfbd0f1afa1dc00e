"""The small parts of the kit: what comes late, the wheel, names."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.base.errors import UsageError
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.pixmaps import save_picture
from mnist_pad.ui.kit.wheel import leave_wheel_alone


class Slow(Late):
    """Counts how often its contents are made."""

    def __init__(self):
        super().__init__()
        self.times = 0

    def fill(self):
        self.times += 1


@pytest.fixture
def slow(qtbot):
    made = Slow()
    qtbot.addWidget(made)
    return made


def test_what_is_late_is_not_made_before_it_is_shown(slow):
    QApplication.processEvents()
    assert slow.times == 0


def test_what_is_late_is_made_a_moment_after_it_is_shown(slow, qtbot):
    slow.show()
    assert slow.times == 0
    qtbot.waitUntil(lambda: slow.times == 1)


def test_what_is_late_is_made_once(slow, qtbot):
    slow.build()
    assert slow.times == 1
    slow.show()
    slow.hide()
    slow.show()
    # Its own moment passes while that of another does, which began later.
    other = Slow()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: other.times == 1)
    slow.build()
    assert slow.times == 1


def test_one_that_is_gone_before_its_moment_is_not_made(qtbot):
    gone, other = Slow(), Slow()
    qtbot.addWidget(other)
    gone.show()
    gone.deleteLater()
    other.show()
    qtbot.waitUntil(lambda: other.times == 1)
    assert gone.times == 0


def test_late_contents_have_to_be_said():
    with pytest.raises(NotImplementedError):
        Late.fill(Slow.__new__(Slow))


def test_a_name_is_the_program_s_and_the_label_for_assistive_technology(qtbot):
    label = named(QLabel(), "someLabel", "Some label")
    qtbot.addWidget(label)
    assert (label.objectName(), label.accessibleName()) == ("someLabel", "Some label")


def turn(widget):
    """Turn the wheel by a notch over a widget, from the screen on."""
    window = widget.window()
    spot = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(spot), QPoint(0, -120))


@pytest.fixture
def fields():
    spin, combo = QSpinBox(), QComboBox()
    spin.setValue(50)
    combo.addItems(["a", "b", "c"])
    combo.setCurrentIndex(1)
    return spin, combo


@pytest.fixture
def area(show, fields):
    body, made = QWidget(), QScrollArea()
    layout = QVBoxLayout(body)
    for field in fields:
        layout.addWidget(field)
        leave_wheel_alone(field)
    layout.addStretch(1)
    body.setMinimumHeight(3_000)
    made.setWidget(body)
    show(made, size=(300, 300))
    return made


def test_the_wheel_scrolls_the_page_and_changes_no_field(area, fields):
    spin, combo = fields
    for field in fields:
        field.setFocus()
        area.verticalScrollBar().setValue(0)
        turn(field)
        assert area.verticalScrollBar().value() > 0
    assert (spin.value(), combo.currentIndex()) == (50, 1)


def test_the_wheel_gives_no_field_the_keyboard(area, fields):
    for field in fields:
        assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_keys_still_change_the_field(area, fields, qtbot):
    spin, combo = fields
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert (spin.value(), combo.currentIndex()) == (51, 2)


def test_a_picture_is_written_whole_or_not_at_all(tmp_path):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    save_picture(image, tmp_path / "red.png")
    assert QImage(str(tmp_path / "red.png")) == image
    for path in (tmp_path / "nowhere" / "red.png", tmp_path / "red.nothing"):
        with pytest.raises(UsageError, match="expected a file that can be written"):
            save_picture(image, path)
    assert [path.name for path in tmp_path.iterdir()] == ["red.png"]
