"""Under the answer: say what a misread drawing was, and let the network learn your hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mnist_pad.base.wording import percent
from mnist_pad.training.events import Compared
from mnist_pad.ui.naming import named
from mnist_pad.ui.theme import GRID_PX

INVITATION = "Misread? Click the right digit, or press its key."

BROUGHT = (
    "Read right before and after: your drawings, each by a network that had not learnt from it, "
    "and MNIST's test set."
)


class OwnPanel(QWidget):
    """What was kept of the user's drawings, and what learning from them brought.

    Signals: `take_back_requested()`, `drawings_requested()`, `learn_requested()`.
    """

    take_back_requested = Signal()
    drawings_requested = Signal()
    learn_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = named(QLabel(INVITATION), "keptLabel", "What was kept")
        self._said.setProperty("role", "small")
        self._said.setWordWrap(True)
        # Two lines' height, always: the bars above must not move when the words grow.
        self._said.setFixedHeight(self._said.fontMetrics().lineSpacing() * 2)
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._take_back = _button("Take back", "takeBackButton", "Do not keep this drawing")
        self._take_back.setProperty("role", "plain")
        self._take_back.setVisible(False)
        self._drawings = _button(
            "Drawings", "drawingsButton", "My drawings: what was kept (Ctrl+D)"
        )
        self._learn = _button("Learn mine", "learnButton", "Learn from my drawings (Ctrl+L)")
        self._brought = named(QLabel(), "learntLabel", "What learning brought")
        self._brought.setProperty("role", "small")
        self._brought.setToolTip(BROUGHT)
        # Their room is always there: the bars above must not move when they come.
        self._brought.setFixedHeight(self._brought.fontMetrics().lineSpacing() * 2)
        self._lay_out()
        self._take_back.clicked.connect(self.take_back_requested)
        self._drawings.clicked.connect(self.drawings_requested)
        self._learn.clicked.connect(self.learn_requested)

    def invite(self) -> None:
        """Say how to keep a drawing."""
        self._said.setText(INVITATION)
        self._take_back.setVisible(False)

    def show_kept(self, label: int) -> None:
        """Say what the drawing on the pad was kept as."""
        self._said.setText(f"Kept as a {label}.")
        self._take_back.setVisible(True)

    def show_count(self, count: int) -> None:
        """Tell how many drawings there are."""
        self._drawings.setText(f"Drawings ({count:,})" if count else "Drawings")

    def offer_learning(self, offered: bool) -> None:
        """Let the user press Learn mine, or not."""
        self._learn.setEnabled(offered)

    def show_compared(self, compared: Compared | None) -> None:
        """Show what learning brought; None clears it."""
        self._brought.setText("" if compared is None else _in_figures(compared))

    def learn(self) -> None:
        """Press Learn mine."""
        self._learn.click()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(GRID_PX)
        words.addWidget(self._said, 1)
        words.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID_PX // 2)
        layout.addWidget(self._brought)
        layout.addLayout(words)
        layout.addWidget(self._learn)
        layout.addWidget(self._drawings)


def _in_figures(compared: Compared) -> str:
    before, after = (
        percent(accuracy, decimals=2) for accuracy in (compared.mnist_before, compared.mnist_after)
    )
    mnist = f"MNIST {before.removesuffix(' %')} → {after}"
    if not compared.own_count:
        return mnist
    right = f"{compared.own_right_before:,} → {compared.own_right_after:,}"
    return f"Yours {right} of {compared.own_count:,}\n{mnist}"


def _button(text: str, name: str, tip: str) -> QPushButton:
    button = named(QPushButton(text), name, text)
    button.setToolTip(tip)
    return button
