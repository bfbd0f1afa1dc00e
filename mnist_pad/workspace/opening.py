"""Weights and pictures that come from files, and the weights that go to one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import together, translate
from mnist_pad.engine.record import Origin
from mnist_pad.engine.scaling_in_words import trial_in_words
from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Box
from mnist_pad.ink.raster import Grey
from mnist_pad.ink.scaling import Scaling
from mnist_pad.pictures.area import within
from mnist_pad.pictures.reading import picture_of, read_picture
from mnist_pad.recognizer.weights import Weights, load, save
from mnist_pad.training.scaling_trial import Trial, with_scaling_found
from mnist_pad.workspace.background import Background
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.drawing import DrawingStore
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.weights import WeightsInUse, WeightsStore


class Opening(QObject):
    """Reads files beside the window; a bad one is told and changes nothing."""

    def __init__(
        self,
        *,
        drawing: DrawingStore,
        weights: WeightsStore,
        run: CurrentRunStore,
        notices: NoticeStore,
        background: Background,
        saving: Background,
    ) -> None:
        """Take the stores, and who reads and who saves: the program's end waits for the latter."""
        super().__init__()
        self._drawing = drawing
        self._weights = weights
        self._run = run
        self._notices = notices
        self._background = background
        self._saving = saving

    def open_weights(self, path: Path) -> None:
        """Read with the weights in a file from now on; not while a run goes on."""
        if self._refuses_weights():
            return

        def use(found: tuple[Weights, Trial | None]) -> None:
            # A slow disk may answer when a run has begun.
            if self._refuses_weights():
                return
            weights, trial = found
            self._notices.tell("" if trial is None else partial(_told_trial, trial, path))
            # The next session may be started from another folder.
            origin = Origin("file", str(path.absolute()))
            self._weights.use(WeightsInUse(weights, origin))

        self._background.run(
            lambda: with_scaling_found(load(path)), then=use, refused=self._notices.tell
        )

    def choose_scaling(self, scaling: Scaling) -> None:
        """Go on with the weights in use, for pixels scaled otherwise."""
        # What was told of another scaling holds no more.
        self._notices.dismiss()
        self._weights.choose_scaling(scaling)

    def save_weights(self, path: Path) -> None:
        """Save the weights in use; a file without an ending gets .npz."""
        # Dialogs do not add an ending on every system.
        target = path if path.suffix else path.with_suffix(".npz")
        told = phrase("Opening", "Weights saved in {file}.").given(file=target.name)
        self._saving.run(
            partial(save, self._weights.current.weights, target),
            then=lambda _: self._notices.tell(told),
            refused=self._notices.tell,
        )

    def open_picture(self, path: Path) -> None:
        """Read a picture file and lay it on the pad."""
        self.show_picture(partial(read_picture, path))

    def show_picture(self, pixels: Callable[[], Grey]) -> None:
        """Lay a picture on the pad as soon as it is read and brought down."""

        def lay(picture: Picture) -> None:
            self._notices.dismiss()
            self._drawing.lay_picture(picture)

        # Finding the ink in a photograph takes long enough to be noticed: it is done there, too.
        self._background.run(lambda: picture_of(pixels()), then=lay, refused=self._notices.tell)

    def choose_area(self, area: Box | None) -> None:
        """Read one area alone of the picture on the pad, or all of it; undoable."""
        picture = self._drawing.sheet.picture
        if picture is None:
            return
        if area is None:
            self._drawing.lay_picture(picture.whole or picture)
            return

        def lay(part: Picture) -> None:
            # Undone, or another one opened meanwhile: this one is looked at no more.
            if self._drawing.sheet.picture is picture:
                self._drawing.lay_picture(part)

        self._background.run(partial(within, picture, area), then=lay, refused=self._notices.tell)

    def _refuses_weights(self) -> bool:
        if self._run.is_running:
            told = phrase("Opening", "Training is running: stop it, then load other weights.")
            self._notices.tell(told)
        return self._run.is_running


def _told_trial(trial: Trial, path: Path) -> str:
    where = translate("Opening", "Pixel scaling, in the weights menu, chooses another.")
    return together(trial_in_words(trial, path.name), where)
