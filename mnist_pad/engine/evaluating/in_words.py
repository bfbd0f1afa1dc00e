"""What is evaluated, and what two networks' comparison came to, in words for people."""

from typing import Final

from mnist_pad.base.wording import printable, translate
from mnist_pad.engine.evaluating.images import ImageSet
from mnist_pad.recognizer.comparison import Comparison
from mnist_pad.recognizer.robustness import Change

CHANCE: Final = 0.05
"""Of what is less likely by chance than this, it is said that it is hardly chance."""

_SMALLEST_P: Final = 0.001


def set_in_words(images: ImageSet) -> str:
    """Say which images are evaluated."""
    if images.kind == "mnist":
        return translate("Evaluation", "MNIST's test set")
    if images.kind == "collection":
        return translate("Evaluation", "My drawings")
    return printable(str(images.path))


def change_in_words(change: Change) -> str:
    """Say what is changed, with its unit: the name of a plot's axis."""
    return {
        "turn": translate("Evaluation", "turned clockwise, degrees"),
        "width": translate("Evaluation", "width, times the usual"),
        "thickness": translate("Evaluation", "lines thicker on either side, pixels"),
        "shift": translate("Evaluation", "moved to the right, pixels"),
    }[change]


def comparison_in_words(comparison: Comparison, first: str, second: str) -> str:
    """Say which of two networks, by their names, reads more, and whether that may be chance."""
    more = len(comparison.first_only) - len(comparison.second_only)
    better, worse = (first, second) if more >= 0 else (second, first)
    if not more:
        words = translate(
            "Evaluation", "{better} and {worse} read equally many: no difference to explain."
        )
    elif comparison.test.p < CHANCE:
        words = translate(
            "Evaluation",
            "{better} reads {more:,} more than {worse}: the difference is hardly chance ({p}).",
        )
    else:
        words = translate(
            "Evaluation",
            "{better} reads {more:,} more than {worse}: the difference may well be chance ({p}).",
        )
    p = p_in_words(comparison.test.p)
    return words.format(better=better, worse=worse, more=abs(more), p=p)


def p_in_words(p: float) -> str:
    """Return how likely a difference is by chance: "p = 0.12", "p < 0.001"."""
    return f"p < {_SMALLEST_P}" if p < _SMALLEST_P else f"p = {p:.2g}"
