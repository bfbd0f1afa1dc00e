"""The inside page: the network, one unit of it, why it answers so, and what breaks it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mnist_pad.ui.inside.flips import FlipView
from mnist_pad.ui.inside.nearest import NearestView
from mnist_pad.ui.inside.network import NetworkPicture
from mnist_pad.ui.inside.sections import said, section
from mnist_pad.ui.inside.unit_view import UnitView
from mnist_pad.ui.inside.why import WhyView
from mnist_pad.ui.kit.command import Commands
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace


class InsidePage(QScrollArea):
    """Shows what the store finds out, which it does as long as this is in sight."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        named(self, "insideScroll", self.tr("Inside the network"))
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
        for part in self._parts():
            layout.addLayout(part)
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

    def hideEvent(self, event: QHideEvent) -> None:
        """Have it followed no more: nothing is found out for nobody."""
        super().hideEvent(event)
        self._inside.look_away()

    def _parts(self) -> Iterator[QVBoxLayout]:
        yield section(
            self.tr("One unit"),
            self.tr("What it looks for: ink on red excites it, ink on blue holds it back."),
            UnitView(self._inside),
        )
        yield section(
            self.tr("Why this answer"),
            self.tr("Which pixels raise the digit's logit, and what it would rather see."),
            WhyView(self._inside),
        )
        yield section(
            self.tr("The smallest change"),
            self.tr("So few pixels have to change before the network reads another digit."),
            FlipView(self._inside),
        )
        yield section(
            self.tr("Most alike"),
            self.tr("The training digits that are nearest to yours in the last hidden layer."),
            NearestView(self._inside),
        )

    def _show(self) -> None:
        rest = self.tr("Draw a digit to see it go through.")
        text = rest if self._inside.live is None else self._network.part
        if text != self._hint.text():
            self._hint.setText(text)
        self._hint.setVisible(bool(text))
