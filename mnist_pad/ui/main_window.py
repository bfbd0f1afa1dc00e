"""The window: three columns, the menus over them, the weights in use under them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mnist_pad.dataset.digits import Labelled
from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.raster import Grey
from mnist_pad.pictures.reading import picture_of, read_picture
from mnist_pad.recognizer import kept
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights, load, save
from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.training.events import RunEnded
from mnist_pad.ui.answer_panel import AnswerPanel
from mnist_pad.ui.background import Background
from mnist_pad.ui.menus import Menus
from mnist_pad.ui.naming import named
from mnist_pad.ui.notice import Notice
from mnist_pad.ui.own_hand import OwnHand
from mnist_pad.ui.own_panel import OwnPanel
from mnist_pad.ui.pad_panel import PadPanel
from mnist_pad.ui.pictures import grey
from mnist_pad.ui.reading import Reading
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.ui.training_panel import TrainingPanel
from mnist_pad.ui.training_session import Trainer, TrainingSession
from mnist_pad.ui.weights_in_use import NamedWeights, WeightsInUse

WINDOW_SIZE_PX: Final = (1200, 760)
SMALLEST_SIZE_PX: Final = (900, 600)
TRAINING_RUNS: Final = "Training is running: stop it, then load other weights."
WEIGHTS_FILES: Final = "Weights (*.npz)"
PICTURE_FILES: Final = "Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff)"


class MainWindow(QMainWindow):
    """Puts pad, answer and training side by side, and files and weights at their service."""

    def __init__(
        self, *, trainer: Trainer, shipped: Weights, recipes: Mapping[str, TrainingConfig]
    ) -> None:
        super().__init__()
        self.setWindowTitle("mnist-pad")
        self.setAcceptDrops(True)
        self.resize(*WINDOW_SIZE_PX)
        self.setMinimumSize(*SMALLEST_SIZE_PX)
        self.pad_panel = PadPanel()
        self.answer_panel = AnswerPanel()
        self.own_panel = OwnPanel()
        self.training_panel = TrainingPanel(recipes)
        self.notice = Notice()
        self.background = Background(self)
        self.weights = WeightsInUse(NamedWeights(shipped, "shipped"), self)
        self.session = TrainingSession(trainer, self.training_panel)
        self.reading = Reading(
            pad=self.pad_panel.pad,
            stages=self.pad_panel.stages,
            answer=self.answer_panel,
            recognizer=Recognizer(shipped),
        )
        self.hand = OwnHand(
            pad=self.pad_panel.pad,
            panel=self.own_panel,
            background=self.background,
            recognizer=Recognizer(shipped),
        )
        # What the run that goes on learns the user's hand from; None in any other run.
        self._base: Weights | None = None
        self._lay_out()
        self._add_footer()
        self._connect_hand()
        self.menus = Menus(self)
        self.weights.changed.connect(self._read_with_weights_in_use)
        self.training_panel.refused.connect(self.notice.tell)
        self.session.run_started.connect(self.notice.hide)
        self.session.run_started.connect(self._show_weights)
        self.session.snapshot_taken.connect(self._read_with_snapshot)
        self.session.run_ended.connect(self._take_result)
        self._show_weights()

    def build_plots(self) -> None:
        """Add the plots; apart, since importing them takes longer than the rest of the window."""
        from mnist_pad.ui.plots import AccuracyPanel, LossPanel

        loss, accuracy = LossPanel(), AccuracyPanel()
        self.training_panel.plots.addWidget(loss, 1)
        self.training_panel.plots.addWidget(accuracy, 1)
        self.session.attach_plots(loss, accuracy)

    def ask_for_weights_to_load(self) -> None:
        """Let the user choose a weights file, and use it."""
        self._ask_for_weights("Load weights", "")

    def ask_for_kept_run(self) -> None:
        """Let the user choose among the runs that were kept, those of earlier days included."""
        if kept.kept():
            self._ask_for_weights("Load a kept run", str(kept.folder()))
        else:
            self.notice.tell(f"No run was kept yet; they will be in {kept.folder()}.")

    def ask_where_to_save_weights(self) -> None:
        """Let the user name a file, and save the weights in use there."""
        suggested = f"{self.weights.current.weights.meta.recipe}.npz"
        path, _ = QFileDialog.getSaveFileName(self, "Save weights", suggested, WEIGHTS_FILES)
        if path:
            self.save_weights(Path(path))

    def ask_for_picture(self) -> None:
        """Let the user choose a picture, and read it."""
        path, _ = QFileDialog.getOpenFileName(self, "Open picture", "", PICTURE_FILES)
        if path:
            self.open_picture(Path(path))

    def load_weights(self, path: Path) -> None:
        """Use the weights in a file; a bad one is told and changes nothing."""
        if self.session.running:
            self.notice.tell(TRAINING_RUNS)
            return
        self.background.run(
            partial(load, path), then=partial(self._use_loaded, path.name), refused=self.notice.tell
        )

    def save_weights(self, path: Path) -> None:
        """Save the weights in use; a file without an ending gets .npz."""
        target = path if path.suffix else path.with_suffix(".npz")
        self.background.run(
            partial(save, self.weights.current.weights, target),
            then=lambda _: self.notice.tell(f"Weights saved in {target.name}."),
            refused=self.notice.tell,
        )

    def open_picture(self, path: Path) -> None:
        """Read a picture file; a bad one is told and changes nothing."""
        self._show_picture(partial(read_picture, path))

    def paste_picture(self) -> None:
        """Read the picture on the clipboard."""
        self._take_mime(QApplication.clipboard().mimeData(), "The clipboard")

    def continue_run(self) -> None:
        """Go on with the stopped run that the weights in use come from."""
        weights = self.weights.current.weights
        try:
            config = TrainingConfig.from_dict(dict(weights.meta.config))
        except ConfigError as error:
            self.notice.tell(str(error))
            return
        self.session.start(config, weights)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Load dropped weights, read a dropped picture."""
        self._take_mime(event.mimeData(), "What was dropped")
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End a run and its process before the window goes, and whatever is being saved."""
        # Out of sight at once: ending a process takes a moment.
        self.hide()
        self.session.close()
        self.background.finish()
        super().closeEvent(event)

    def _ask_for_weights(self, title: str, folder: str) -> None:
        path, _ = QFileDialog.getOpenFileName(self, title, folder, WEIGHTS_FILES)
        if path:
            self.load_weights(Path(path))

    def _take_mime(self, data: QMimeData, source: str) -> None:
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files and files[0].suffix.lower() == ".npz":
            self.load_weights(files[0])
        elif files:
            self.open_picture(files[0])
        elif data.hasImage() and isinstance(image := data.imageData(), QImage):
            self._show_picture(partial(grey, image))
        else:
            self.notice.tell(f"{source} holds neither a picture nor a weights file.")

    def _use_loaded(self, name: str, weights: Weights) -> None:
        if self.session.running:
            self.notice.tell(TRAINING_RUNS)
            return
        self.notice.hide()
        self.weights.use(NamedWeights(weights, name))

    def _show_picture(self, pixels: Callable[[], Grey]) -> None:
        """Lay a picture on the pad as soon as it is read and brought down."""
        self.background.run(
            lambda: picture_of(pixels()),
            then=self._lay_picture,
            refused=self.notice.tell,
        )

    def _lay_picture(self, picture: Picture) -> None:
        self.notice.hide()
        self.pad_panel.pad.show_picture(picture)

    def _connect_hand(self) -> None:
        self.answer_panel.digit_named.connect(self.hand.keep)
        self.hand.drawing_kept.connect(self.session.get_ready)
        self.hand.told.connect(self.notice.tell)
        self.hand.drawings_gathered.connect(self._learn)
        self.session.run_started.connect(partial(self.own_panel.offer_learning, False))
        self.session.run_started.connect(partial(self.own_panel.show_compared, None))
        self.session.compared.connect(self.own_panel.show_compared)
        self.session.run_ended.connect(lambda _: self.own_panel.offer_learning(True))

    def _learn(self, own: Labelled) -> None:
        if self.session.running:
            return
        in_use = self.weights.current
        # Learnt from what had learnt already, each time would forget a little more of MNIST.
        self._base = in_use.base or in_use.weights
        self.session.learn(self._base, own)

    def _read_with_weights_in_use(self) -> None:
        recognizer = Recognizer(self.weights.current.weights)
        self.reading.use(recognizer)
        self.hand.use(recognizer)
        self._show_weights()

    def _read_with_snapshot(self, weights: Weights) -> None:
        self.reading.use(Recognizer(weights))

    def _take_result(self, event: RunEnded) -> None:
        if event.weights is not None and event.outcome in ("completed", "stopped"):
            base, self._base = self._base, None
            name = "trained here" if base is None else event.weights.meta.recipe
            self.weights.use(NamedWeights(event.weights, name, base))
            return
        self._base = None
        self._read_with_weights_in_use()
        if event.outcome in ("diverged", "failed"):
            self.notice.tell(
                f"The run {event.outcome}; the pad reads with the weights from before."
            )

    def _show_weights(self) -> None:
        in_use, previous = self.weights.current, self.weights.previous
        learning = self.session.running and self._base is None
        text = "the network that is learning" if learning else in_use.description
        self._weights_label.setText(f"Weights: {text}")
        self._back_button.setVisible(previous is not None and not self.session.running)
        if previous is not None:
            self._back_button.setText(f"Back to {previous.name}")
            self._back_button.setToolTip(f"{previous.description} (Ctrl+B)")

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(GRID_PX * 2)
        columns.addWidget(self.pad_panel, 42)
        columns.addLayout(self._answer_column(), 21)
        columns.addWidget(self.training_panel, 37)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(GRID_PX * 2, GRID_PX * 2, GRID_PX * 2, GRID_PX)
        layout.setSpacing(GRID_PX)
        layout.addLayout(columns, 1)
        layout.addWidget(self.notice)
        self.setCentralWidget(central)

    def _answer_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID_PX)
        column.addWidget(self.answer_panel, 1)
        column.addWidget(self.own_panel)
        return column

    def _add_footer(self) -> None:
        self._weights_label = named(QLabel(), "weightsLabel", "Weights in use")
        self._back_button = named(QPushButton(), "previousWeightsButton", "Previous weights")
        self._back_button.clicked.connect(self.weights.go_back)
        footer = self.statusBar()
        footer.setSizeGripEnabled(False)
        footer.setContentsMargins(GRID_PX * 2, 0, GRID_PX * 2, 0)
        footer.addWidget(self._weights_label)
        footer.addWidget(self._back_button)
