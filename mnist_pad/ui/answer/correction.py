"""Under the answer: say what a misread drawing was, and let the network learn your hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mnist_pad.base.wording import percent, translate
from mnist_pad.training.events import Compared
from mnist_pad.ui.kit.command import Commands, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.workspace.workspace import Workspace


class Correction(QWidget):
    """What the drawing is kept as, the way to the others, and what learning from them brought."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._workspace = workspace
        self._spared = False
        self._said = named(QLabel(), "keptLabel", self.tr("What was kept"))
        self._take_back = push_button(commands["takeBack"], "takeBackButton")
        self._take_back.setProperty("role", "plain")
        self._brought = named(QLabel(), "learntLabel", self.tr("What learning brought"))
        self._brought.setToolTip(
            self.tr(
                "Read right before and after: your drawings, each by a network that had not "
                "learnt from it, and MNIST's test set."
            )
        )
        for label in (self._said, self._brought):
            label.setProperty("role", "small")
            label.setWordWrap(True)
            # Two lines' height, always: the bars above must not move when the words grow.
            label.setFixedHeight(label.fontMetrics().lineSpacing() * 2)
            # Long words must not make the column wider.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out(commands)
        workspace.samples.name_changed.connect(self._show_name)
        for changed in (workspace.run.run_progressed, workspace.runs.runs_changed):
            changed.connect(self._show_brought)
        workspace.weights.weights_changed.connect(self._show_brought)
        self._show_name()

    def spare_room(self, spared: bool) -> None:
        """Leave out what has nothing to say, or keep its place so that nothing moves."""
        self._spared = spared
        self._make_room()

    def _make_room(self) -> None:
        self._brought.setVisible(bool(self._brought.text()) or not self._spared)

    def _show_name(self) -> None:
        name = self._workspace.samples.name
        if name is None:
            self._said.setText(self.tr("Misread? Click the right digit, or press its key."))
        else:
            self._said.setText(self.tr("Kept as {digit}.").format(digit=name))
        self._take_back.setVisible(name is not None)

    def _show_brought(self) -> None:
        compared = self._compared()
        self._brought.setText("" if compared is None else _in_figures(compared))
        self._make_room()

    def _compared(self) -> Compared | None:
        """Return what learning brought: the run's that goes on, else the weights' in use."""
        run = self._workspace.run.current
        origin = self._workspace.weights.current.origin
        if run is not None and (self._workspace.run.is_running or run.id == origin.name):
            return run.compared
        record = self._workspace.runs.record(origin.name) if origin.kind == "run" else None
        return None if record is None else record.compared

    def _lay_out(self, commands: Commands) -> None:
        words = QHBoxLayout()
        words.setSpacing(GRID_PX)
        words.addWidget(self._said, 1)
        words.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._brought)
        layout.addLayout(words)
        layout.addWidget(push_button(commands["learnMine"], "learnButton"))
        layout.addWidget(push_button(commands["showDrawings"], "drawingsButton"))


def _in_figures(compared: Compared) -> str:
    before, after = (
        percent(accuracy, decimals=2) for accuracy in (compared.mnist_before, compared.mnist_after)
    )
    mnist = f"MNIST {before.rstrip(' %')} → {after}"
    if not compared.own_count:
        return mnist
    words = translate("Correction", "Yours {before:,} → {after:,} of {count:,}")
    yours = words.format(
        before=compared.own_right_before,
        after=compared.own_right_after,
        count=compared.own_count,
    )
    return f"{yours}\n{mnist}"
