"""Back to any point of a run that has ended: the pad is read with its weights then."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from mnist_pad.base.wording import percent, translate
from mnist_pad.recognizer.weights import Weights
from mnist_pad.ui.kit.command import TRAIN, Command, Commands, push_button
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.wheel import leave_wheel_alone
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.ui.training.first_layer import FirstLayer
from mnist_pad.workspace.workspace import Workspace


class Scrubber(QWidget):
    """A slider over the steps at which weights were kept; hidden where there are none.

    Off the run's end, the first layer's weights there are shown above it.
    """

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._snapshots = workspace.snapshots
        self._first_layer = FirstLayer(name="snapshotWeights", rows=1)
        label = translate("Scrubber", "Back to a step of the run")
        self._slider = named(QSlider(Qt.Orientation.Horizontal), "snapshotSlider", label)
        self._slider.setToolTip(
            translate(
                "Scrubber", "Go back in the run: the pad is read with the weights of that step"
            )
        )
        self._slider.setPageStep(4)
        leave_wheel_alone(self._slider)
        self._slider.valueChanged.connect(self._snapshots.go_to)
        self._told = named(QLabel(), "snapshotText", label)
        self._told.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(self._slider, 1)
        row.addWidget(self._told)
        row.addWidget(push_button(commands["useSnapshot"], "useSnapshotButton"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._first_layer)
        layout.addLayout(row)
        self._snapshots.steps_changed.connect(self._show_steps)
        self._snapshots.seen_changed.connect(self._show_seen)
        self._show_steps()

    @property
    def has_steps(self) -> bool:
        """Whether there is anything to go back to."""
        return bool(self._snapshots.steps)

    def _show_steps(self) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, len(self._snapshots.steps))
        self.setVisible(self.has_steps)
        self._show_seen()

    def _show_seen(self) -> None:
        if not self.has_steps:
            return
        # Where it was drawn to meanwhile, it stays; and what is shown is not asked for again.
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._snapshots.wanted)
        off_end = not self._snapshots.is_at_end
        self._first_layer.setVisible(off_end)
        if off_end:
            self._first_layer.show_weights(self._snapshots.seen)
        told = self._told_of_seen()
        self._told.setText(told)
        # The slider's own value is a place among others: the step is what it stands for.
        self._slider.setAccessibleDescription(told)

    def _told_of_seen(self) -> str:
        snapshots = self._snapshots
        if snapshots.seen is None or (snapshots.is_at_end and not snapshots.has_end):
            return translate("Scrubber", "the weights in use")
        return _told(snapshots.seen)


def _told(weights: Weights) -> str:
    meta = weights.meta
    if meta.test_accuracy is None:
        words = translate("Scrubber", "step {step:,} · epoch {epoch}")
        # Epochs count from 1, as the status does: this is the one that the step is in.
        return words.format(step=meta.step, epoch=meta.epochs + 1)
    words = translate("Scrubber", "step {step:,} · after epoch {epoch} · {accuracy}")
    accuracy = percent(meta.test_accuracy, decimals=2)
    return words.format(step=meta.step, epoch=meta.epochs, accuracy=accuracy)


def use_snapshot(workspace: Workspace, window: QWidget) -> Command:
    """Return what puts the weights that are looked at in use."""
    snapshots, run = workspace.snapshots, workspace.run
    return Command(
        window,
        "useSnapshot",
        TRAIN,
        translate("Scrubber", "Use these &weights"),
        snapshots.use,
        usable=lambda: snapshots.can_be_used and not run.is_running,
        changes=(
            snapshots.steps_changed,
            snapshots.seen_changed,
            workspace.weights.weights_changed,
            run.run_started,
            run.run_ended,
        ),
        tip=translate("Scrubber", "Read the pad with the weights of this step from now on"),
    )
