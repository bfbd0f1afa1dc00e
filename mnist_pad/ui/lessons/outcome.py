"""What a variant of a lesson came to, in words."""

import math

from mnist_pad.base.wording import percent, translate
from mnist_pad.engine.sentences import cause_in_words
from mnist_pad.training.events import Divergence
from mnist_pad.training.lessons.lesson import Variant
from mnist_pad.training.lessons.words import words
from mnist_pad.workspace.lesson import LessonState, Told


def outcome(state: LessonState) -> str:
    """Return what the variant that ran last came to, or is doing."""
    if state.last is None:
        return translate("LessonsPanel", "Press Run it: the code runs, and fails as it does.")
    told = state.told[state.last]
    if told.ended is None:
        return _so_far(told)
    return "\n".join(_ended(state.number, state.last, told))


def _so_far(told: Told) -> str:
    if not told.losses:
        return translate("LessonsPanel", "Loading TensorFlow …")
    template = translate("LessonsPanel", "Step {step:,}: loss {loss:.4g}")
    return template.format(step=told.history.step, loss=told.losses[-1])


def _ended(number: int, variant: Variant, told: Told) -> list[str]:
    ended = told.ended
    assert ended is not None
    lines = list(told.printed)
    if isinstance(ended.cause, Divergence):
        lines.append(_diverged(told))
    elif ended.cause is not None:
        lines.append(cause_in_words(ended.cause))
    if ended.outcome == "stopped":
        lines.append(translate("LessonsPanel", "Stopped."))
        return lines
    if ended.test_accuracy is not None:
        template = translate("LessonsPanel", "Test accuracy {accuracy}.")
        lines.append(template.format(accuracy=percent(ended.test_accuracy)))
    said = words(number)
    lines.append(said.happened if variant == "broken" else said.mended)
    return lines


def _diverged(told: Told) -> str:
    """Return where the loss and the weights were no numbers any more, and in which layer first."""
    beyond = next(place for place, loss in enumerate(told.losses) if not math.isfinite(loss))
    first = next(each for each in told.measured if not all(map(math.isfinite, each.largest)))
    layers = [place for place, value in enumerate(first.largest, 1) if not math.isfinite(value)]
    template = translate(
        "LessonsPanel",
        "Diverged: the first loss is {first_loss:.3g}, that of step {step} {loss}, the last "
        "{last}. Among the weights it begins in layer {layers}, at step {layers_step}.",
    )
    return template.format(
        first_loss=told.losses[0],
        step=beyond + 1,
        loss=told.losses[beyond],
        last=told.losses[-1],
        layers=", ".join(map(str, layers)),
        layers_step=first.step,
    )
