"""One unit: what it looks for, what it answers, and which digits excite it most."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mnist_pad.base.wording import percent
from mnist_pad.ui.inside.digits import Digits
from mnist_pad.ui.inside.pictures import Pixels
from mnist_pad.ui.inside.sections import Line, said
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.inside import InsideStore
from mnist_pad.workspace.insight import EXCITING, Unit

_SCALE: Final = 3


class UnitView(QWidget):
    """The unit under the pointer, else the one that is pinned."""

    def __init__(self, inside: InsideStore) -> None:
        super().__init__()
        self._inside = inside
        self._field = Pixels("insideField", self.tr("What the unit looks for"), scale=_SCALE)
        self._field.setToolTip(
            self.tr(
                "How the unit weighs each pixel, in a later layer through those before: ink on red "
                "excites it, ink on blue holds it back"
            )
        )
        self._title = named(QLabel(), "insideUnit", self.tr("The unit"))
        self._value = named(Line(), "insideUnitValue", self.tr("What the unit answers"))
        self._dead = named(said(), "insideUnitDead", self.tr("How often the unit is dead"))
        self._exciting = Digits(
            "insideExciting", self.tr("Training digits that excite it most"), EXCITING
        )
        self._caption = said()
        self._title.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(GRID_PX // 2)
        for label in (self._title, self._value, self._dead):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._field)
        row.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(row)
        layout.addWidget(self._caption)
        layout.addWidget(self._exciting)
        inside.unit_changed.connect(self._show)
        inside.layer_known.connect(self._show_known)
        inside.live_changed.connect(self._show_value)
        self._show()

    def _show(self) -> None:
        unit = self._inside.unit
        if unit is None:
            self._field.show_nothing()
            self._title.setText(self.tr("Point at a cell above, or pin one with a click."))
        else:
            self._field.show_diverging(self._inside.field(unit))
            self._title.setText(self._named(unit))
        self._show_value()
        self._show_known()

    def _named(self, unit: Unit) -> str:
        words = self.tr("Hidden layer {layer}, unit {unit} of {count:,}")
        if unit == self._inside.pinned:
            words = self.tr("Hidden layer {layer}, unit {unit} of {count:,} (pinned)")
        count = self._inside.weights.layer_sizes[unit.layer + 1]
        return words.format(layer=unit.layer + 1, unit=unit.number + 1, count=count)

    def _show_value(self) -> None:
        unit, live = self._inside.unit, self._inside.live
        if unit is None:
            text = ""
        elif live is None:
            text = self.tr("At rest: nothing is drawn.")
        else:
            text = self.tr("It answers {value:.2f} now.").format(value=live.value(unit))
        self._value.setText(text)

    def _show_known(self) -> None:
        unit = self._inside.unit
        known = None if unit is None else self._inside.known(unit.layer)
        if unit is None or known is None:
            waits = self.tr("Going through the training digits …")
            self._dead.setText("" if unit is None else waits)
            self._caption.setText(self.tr("What excites it most:"))
            self._exciting.show_nothing()
            return
        dead = known.dead(unit.number)
        if dead is None:
            self._dead.setText(self.tr("It never dies: only a ReLU can."))
        else:
            words = self.tr("It is dead, answering 0, for {share} of the training digits.")
            self._dead.setText(words.format(share=percent(dead)))
        self._exciting.show_digits(*known.exciting(unit.number))
