"""Switches for the stages of the preprocessing, and what goes wrong without each."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from mnist_pad.base.wording import translatable, translate
from mnist_pad.ink.switches import ALL_ON, Switches
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.stages import Counts, StagesStore


@dataclass(frozen=True)
class Stage:
    """A stage: its field among the switches, and its words, to be translated when shown."""

    field: str
    name: str
    title: str
    tip: str
    without: str


STAGES: Final = (
    Stage(
        "crop",
        "cropSwitch",
        translatable("Stages", "crop"),
        translatable(
            "Stages",
            "The digit alone is enlarged into the box of 20×20. Without: it stays as small, and "
            "where, it was drawn.",
        ),
        translatable(
            "Stages", "Your drawings: {right} of {count} right, {switched} without the crop"
        ),
    ),
    Stage(
        "aspect",
        "aspectSwitch",
        translatable("Stages", "aspect"),
        translatable(
            "Stages",
            "The digit keeps its proportions. Without: it is stretched to a square, and a 1 "
            "becomes a block.",
        ),
        translatable(
            "Stages", "Your drawings: {right} of {count} right, {switched} without aspect"
        ),
    ),
    Stage(
        "pen_width",
        "penWidthSwitch",
        translatable("Stages", "pen"),
        translatable(
            "Stages",
            "The digit is drawn with a pen as wide as MNIST's. Without: with the pad's own, thin "
            "in a large digit and fat in a small one.",
        ),
        translatable(
            "Stages", "Your drawings: {right} of {count} right, {switched} without MNIST's pen"
        ),
    ),
    Stage(
        "centre_of_mass",
        "centreSwitch",
        translatable("Stages", "centre"),
        translatable(
            "Stages",
            "The digit's centre of mass comes into the middle, as MNIST's do. Without: its box "
            "does, and a 7 lies higher than those that were learnt.",
        ),
        translatable(
            "Stages", "Your drawings: {right} of {count} right, {switched} without centring"
        ),
    ),
    Stage(
        "scaling",
        "scalingSwitch",
        translatable("Stages", "/255 − 0.5"),
        translatable(
            "Stages",
            "Pixels go in as the network learnt them, mostly from −0.5 to 0.5. Without: from 0 to "
            "255, and its sums grow hundreds of times too large.",
        ),
        translatable(
            "Stages", "Your drawings: {right} of {count} right, {switched} without scaling"
        ),
    ),
)


class StageSwitches(QWidget):
    """A row of switches, one a stage, in their order; with one off, a button for all of them."""

    def __init__(self, reading: ReadingStore) -> None:
        super().__init__()
        self._reading = reading
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX // 2)
        self._buttons: dict[str, QToolButton] = {}
        for stage in STAGES:
            button = named(QToolButton(), stage.name, translate("Stages", stage.title))
            button.setText(translate("Stages", stage.title))
            button.setToolTip(translate("Stages", stage.tip))
            button.setProperty("role", "switch")
            button.setCheckable(True)
            # Clicked, not toggled: what is shown of the store must not be told to it again.
            button.clicked.connect(self._switch)
            row.addWidget(button)
            self._buttons[stage.field] = button
        row.addStretch(1)
        self._all_on = named(QToolButton(), "allStagesButton", translate("Stages", "All on"))
        self._all_on.setText(translate("Stages", "All on"))
        self._all_on.setToolTip(
            translate("Stages", "Read with every stage again, as networks learn and are judged")
        )
        self._all_on.setProperty("role", "switches")
        self._all_on.clicked.connect(lambda: reading.switch(ALL_ON))
        row.addWidget(self._all_on)
        reading.switches_changed.connect(self._show)
        self._show()

    def _switch(self) -> None:
        chosen = {field: button.isChecked() for field, button in self._buttons.items()}
        self._reading.switch(replace(ALL_ON, **chosen))

    def _show(self) -> None:
        for field, button in self._buttons.items():
            button.setChecked(getattr(self._reading.switches, field))
        self._all_on.setVisible(self._reading.switches != ALL_ON)


class StagesHead(QLabel):
    """The strip's title; with a stage off, what that stage is worth instead."""

    def __init__(self, title: str, reading: ReadingStore, stages: StagesStore) -> None:
        super().__init__()
        self._title = title
        self._reading = reading
        self._stages = stages
        named(self, "stagesText", title)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        # A longer sentence must not widen the pad.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        reading.switches_changed.connect(self._show)
        stages.counts_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        switches = self._reading.switches
        off = switches != ALL_ON
        text = _told(switches, self._stages.counts) if off else self._title
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text if off else "")
        # In the accent's colour: whoever comes back must see why digits are misread.
        self.setProperty("role", "wrong" if off else "small")
        # A style sheet heeds a changed property only when it is applied anew.
        self.style().polish(self)


def _told(switches: Switches, counts: Counts | None) -> str:
    off = [stage for stage in STAGES if not getattr(switches, stage.field)]
    if counts is None or not counts.count:
        return translate("Stages", "A stage is off: the network does not see what it learnt.")
    words = (
        translate("Stages", off[0].without)
        if len(off) == 1
        else translate("Stages", "Your drawings: {right} of {count} right, {switched} like this")
    )
    return words.format(
        right=f"{counts.right:,}", count=f"{counts.count:,}", switched=f"{counts.right_switched:,}"
    )
