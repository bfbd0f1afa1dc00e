"""What starts and stops an evaluation."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.command import TRAIN, Command
from mnist_pad.workspace.workspace import Workspace

PAGE = "evaluationPage"


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return both."""
    evaluation = workspace.evaluation

    def start() -> None:
        workspace.preferences.choose(page=PAGE)
        evaluation.start()

    return (
        Command(
            window,
            "evaluate",
            TRAIN,
            translate("EvaluationPanel", "E&valuate the weights in use"),
            start,
            usable=lambda: not evaluation.is_running,
            changes=(evaluation.evaluation_changed,),
            tip=translate("EvaluationPanel", "Read all images with the weights in use"),
        ),
        Command(
            window,
            "stopEvaluation",
            TRAIN,
            translate("EvaluationPanel", "Stop evaluatin&g"),
            evaluation.stop,
            usable=lambda: evaluation.is_running,
            changes=(evaluation.evaluation_changed,),
            tip=translate("EvaluationPanel", "Stop reading; what was found stays"),
        ),
    )
