"""How fast a run goes: the speed, one step, one epoch."""

from typing import get_args

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.training.control import Pace
from mnist_pad.ui.kit.command import Commands, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.wheel import leave_wheel_alone
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.current_run import CurrentRunStore


class PaceRow(QWidget):
    """A choice and two buttons, for whoever wants to watch a run update by update."""

    def __init__(self, run: CurrentRunStore, commands: Commands) -> None:
        super().__init__()
        speed = named(QComboBox(), "speedCombo", translate("Pace", "Speed"))
        speed.setToolTip(translate("Pace", "How fast a run goes; slow ones show every update"))
        for pace in get_args(Pace):
            speed.addItem(_words(pace), pace)
        speed.setCurrentIndex(speed.findData(run.pace))
        leave_wheel_alone(speed)
        speed.currentIndexChanged.connect(lambda _: run.choose_pace(speed.currentData()))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(speed, 1)
        layout.addWidget(push_button(commands["oneStep"], "oneStepButton"))
        layout.addWidget(push_button(commands["oneEpoch"], "oneEpochButton"))


def _words(pace: Pace) -> str:
    words = {
        "full_speed": translate("Pace", "Full speed"),
        "ten_a_second": translate("Pace", "10 steps a second"),
        "one_a_second": translate("Pace", "1 step a second"),
    }
    return words[pace]
