"""The inside page: the network, one unit of it, why it answers so, and what breaks it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mnist_pad.ui.inside.network import NetworkPicture
from mnist_pad.ui.inside.sections import said, section
from mnist_pad.ui.kit.command import Commands
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace


class InsidePage(QScrollArea):
    """Shows what the store finds out, which it does as long as this is in sight."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        named(self, "insideScroll", self.tr("Inside the network"))
        self._workspace, self._commands = workspace, commands
        self._inside = workspace.inside
        self._network = NetworkPicture(self._inside)
        self._hint = said()
        self._hint.setObjectName("insideHint")
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, GRID_PX, 0)
        layout.setSpacing(3 * GRID_PX)
        layout.addLayout(
            section(
                self.tr("Through the network"),
                self.tr(
                    "Each cell is a unit, the brighter the more it answers; lines are the "
                    "strongest paths to the answer."
                ),
                self._network,
                self._hint,
            )
        )
        for part in (self._unit, self._why, self._nearest, self._flips, self._breaking):
            layout.addWidget(_Part(part))
        layout.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        self._inside.live_changed.connect(self._show)
        self._inside.network_changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the network followed."""
        super().showEvent(event)
        self._inside.watch()
        self._workspace.breaking.measure()

    def hideEvent(self, event: QHideEvent) -> None:
        """Have it followed no more: nothing is found out for nobody."""
        super().hideEvent(event)
        self._inside.look_away()

    # Each part is loaded when it is made.

    def _unit(self) -> QVBoxLayout:
        from mnist_pad.ui.inside.unit_view import UnitView

        sentence = self.tr("What it looks for: ink on red excites it, ink on blue holds it back.")
        return section(self.tr("One unit"), sentence, UnitView(self._inside))

    def _why(self) -> QVBoxLayout:
        from mnist_pad.ui.inside.why import WhyView

        sentence = self.tr("Which pixels raise the digit's logit, and what it would rather see.")
        return section(self.tr("Why this answer"), sentence, WhyView(self._inside))

    def _nearest(self) -> QVBoxLayout:
        from mnist_pad.ui.inside.nearest import NearestView

        sentence = self.tr(
            "The training digits that are nearest to yours in the last hidden layer."
        )
        return section(self.tr("Most alike"), sentence, NearestView(self._inside))

    def _flips(self) -> QVBoxLayout:
        from mnist_pad.ui.inside.flips import FlipView

        sentence = self.tr("So few pixels have to change before the network reads another digit.")
        return section(self.tr("The smallest change"), sentence, FlipView(self._inside))

    def _breaking(self) -> QVBoxLayout:
        from mnist_pad.ui.inside.break_view import BreakView

        sentence = self.tr(
            "See how much the network bears; nothing of this touches the weights in use, and "
            "leaving this page mends it."
        )
        view = BreakView(self._workspace, self._commands)
        return section(self.tr("Break it"), sentence, view)

    def _show(self) -> None:
        rest = self.tr("Draw a digit to see it go through.")
        text = rest if self._inside.live is None else self._network.part
        if text != self._hint.text():
            self._hint.setText(text)
        self._hint.setVisible(bool(text))


class _Part(Late):
    """A part of the page, made a moment after the network is there to see."""

    def __init__(self, make: Callable[[], QVBoxLayout]) -> None:
        super().__init__()
        self._make = make
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> None:
        """Make it."""
        self._layout.addLayout(self._make())
