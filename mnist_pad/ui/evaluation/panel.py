"""The evaluation page, as the window knows it."""

from typing import Final

from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.evaluation.commands import PAGE, commands
from mnist_pad.ui.kit.command import Commands
from mnist_pad.ui.panel import Panel
from mnist_pad.workspace.workspace import Workspace


def _build(workspace: Workspace, commands: Commands) -> QWidget:
    # The start of the window does not wait for what the page needs.
    from mnist_pad.ui.evaluation.page import EvaluationPanel

    return EvaluationPanel(workspace, commands)


def _help() -> str:
    return translate(
        "EvaluationPanel",
        "How well the weights in use read MNIST's test set, your drawings, any data set, file of "
        "drawings or folder of pictures. A number of the matrix shows its images, and an image "
        "goes onto the pad by a click or Enter; Undo brings back what was there. Other weights "
        "can read the same images beside them.",
    )


PANEL: Final = Panel(
    PAGE,
    "page",
    _build,
    commands,
    lambda: translate("EvaluationPanel", "Evaluate"),
    "Ctrl+Shift+E",
    help=_help,
)
