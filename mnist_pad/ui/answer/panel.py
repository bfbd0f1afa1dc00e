"""The answer: the digit, how sure the network is, and the ten probabilities."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mnist_pad.base.wording import percent, translate
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.ui.answer.bars import Bars
from mnist_pad.ui.answer.correction import Correction
from mnist_pad.ui.answer.number import Number
from mnist_pad.ui.kit.command import EDIT, TRAIN, Command, Commands
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.panel import Panel
from mnist_pad.ui.theme import GRID_PX, answer_px, text_px
from mnist_pad.workspace.reading import Reading
from mnist_pad.workspace.workspace import Workspace

DRAWINGS_PAGE: Final = "drawingsPage"

ANSWER_SHARE: Final = 5
"""Of the panel's height, the answer takes so small a part at most."""

BESIDE_NUMBER: Final = 0.32
"""Of that part, a digit of a number takes so much, and the number the rest."""

CRAMPED_LINES: Final = 34
"""A panel of fewer lines of text has no room to keep free."""

SURE: Final = 0.99
"""From this probability on, naming the drawing otherwise may well be a slip of the finger."""


class AnswerPanel(QWidget):
    """Shows the reading; under it, the user says what a misread drawing was."""

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        super().__init__()
        self._reading = workspace.reading
        # With several digits, the number takes a part of the answer's place.
        self._number = Number()
        self._number.digit_chosen.connect(self._reading.choose)
        self._number.setVisible(False)
        self._digit = named(QLabel(), "answerDigit", self.tr("Answer"))
        self._digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._resize_digit()
        self._confidence = named(QLabel(), "answerConfidence", self.tr("Confidence"))
        self._confidence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self._confidence.setFont(strong)
        self._confidence.setWordWrap(True)
        # Two lines' height, always: a longer reason must not push the bars down.
        self._confidence.setFixedHeight(self._confidence.fontMetrics().lineSpacing() * 2)
        self._bars = Bars()
        self._bars.digit_named.connect(partial(_keep, workspace))
        self._answered: bool | None = None
        self._several = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._number)
        layout.addWidget(self._digit)
        layout.addWidget(self._confidence)
        layout.addWidget(self._bars, 1)
        self._correction = Correction(workspace, commands)
        layout.addWidget(self._correction)
        self._reading.reading_changed.connect(self._show_reading)
        self._show_reading()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the bars, where there is little."""
        self._resize_digit()
        self._correction.spare_room(self.height() < CRAMPED_LINES * text_px())

    def _resize_digit(self) -> None:
        large = answer_px()
        size = room = min(large, max(large // 2, self.height() // ANSWER_SHARE))
        # Asked of the reading: a widget in a window that is hidden is not visible.
        if len(self._reading.current.marks) > 1:
            size = round(BESIDE_NUMBER * room)
            # Together they are as high as one digit alone: nothing else may move.
            self._number.setFixedHeight(room - size - GRID_PX)
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold)
        self._digit.setFont(font)
        self._digit.setFixedHeight(size + GRID_PX)

    def _show_reading(self) -> None:
        reading = self._reading.current
        mark, several = reading.mark, len(reading.marks) > 1
        if several != self._several:
            self._several = several
            self._number.setVisible(several)
            self._resize_digit()
        self._number.show_reading(reading)
        if mark is None:
            self._show("?", self.tr("Nothing drawn yet"), answered=False)
            self._bars.show_nothing()
            return
        prediction = mark.prediction
        if prediction.verdict == "digit":
            digit, told = str(prediction.digit), percent(_certainty(prediction))
        else:
            reason = prediction.reason
            digit, told = "?", translate("Reasons", reason) if reason else self.tr("Not a digit")
        if self._reading.is_broken:
            told = self.tr("Broken: {told}").format(told=told)
        self._show(digit, told, answered=digit != "?")
        self._bars.show_prediction(prediction)

    def _show(self, digit: str, confidence: str, *, answered: bool) -> None:
        self._digit.setText(digit)
        self._confidence.setText(confidence)
        if answered != self._answered:
            self._answered = answered
            self._digit.setProperty("answered", answered)
            # A style sheet heeds a changed property only when it is applied anew.
            self._digit.style().polish(self._digit)
            # With that, the font is the one again that the label was first shown with.
            self._resize_digit()


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return how a drawing is named, and how the network learns from those that were."""
    samples, run = workspace.samples, workspace.run
    naming = translate("AnswerPanel", "&It was a …")
    return (
        *(
            Command(
                window,
                f"name{digit}",
                EDIT,
                str(digit),
                partial(_keep, workspace, digit),
                # Qt asks a field that is typed in before any shortcut: it keeps its digits.
                keys=str(digit),
                submenu=naming,
                tip=translate("AnswerPanel", "Keep the drawing as a {digit}").format(digit=digit),
            )
            for digit in range(10)
        ),
        Command(
            window,
            "takeBack",
            EDIT,
            translate("AnswerPanel", "&Take back"),
            samples.take_back,
            usable=lambda: samples.name is not None,
            changes=(samples.name_changed,),
            tip=translate("AnswerPanel", "Do not keep this drawing"),
        ),
        Command(
            window,
            # In no menu and without its key: the page has both.
            "showDrawings",
            "",
            lambda: _drawings_title(samples.count),
            partial(workspace.preferences.choose, page=DRAWINGS_PAGE),
            changes=(samples.samples_changed,),
            tip=translate("AnswerPanel", "My drawings: what was kept (Ctrl+D)"),
        ),
        Command(
            window,
            "learnMine",
            TRAIN,
            translate("AnswerPanel", "&Learn mine"),
            workspace.going_on.learn_mine,
            keys="Ctrl+L",
            usable=lambda: not run.is_running,
            changes=(run.run_started, run.run_ended),
            tip=translate("AnswerPanel", "Learn from my drawings"),
        ),
    )


def _drawings_title(count: int) -> str:
    title = translate("AnswerPanel", "Drawings")
    return f"{title} ({count:,})" if count else title


def _certainty(prediction: Prediction) -> float:
    return float(prediction.probabilities.max())


def _keep(workspace: Workspace, digit: int) -> None:
    # What the user saw when they said so: keeping ends a stroke in progress, and that is read anew.
    reading: Reading = workspace.reading.current
    workspace.samples.keep(digit)
    kept = workspace.samples.name == digit
    read = None if reading.mark is None else reading.mark.prediction
    # Where keeping was refused, or goes on beside the window still, there is nothing to warn of.
    if not kept or read is None or read.digit in (None, digit) or _certainty(read) < SURE:
        return
    workspace.notices.tell(partial(_warned, digit, read))


def _warned(digit: int, read: Prediction) -> str:
    words = translate(
        "AnswerPanel",
        "Kept as {digit}, although it reads {read} at {certainty}. Take back, if that was a slip.",
    )
    return words.format(digit=digit, read=read.digit, certainty=percent(_certainty(read)))


def _help() -> str:
    return translate(
        "AnswerPanel",
        "What the network reads, and how sure it is of each of the ten digits. Where it misreads "
        "you, click the right digit or press its key: the drawing is kept, and Learn mine teaches "
        "it to the weights in use. Within a number, arrow keys go from digit to digit.",
    )


PANEL: Final = Panel(
    "answer",
    "middle",
    AnswerPanel,
    commands,
    lambda: translate("AnswerPanel", "Answer"),
    help=_help,
)
