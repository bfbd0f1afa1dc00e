"""How a run ended, in sentences for people; translated before figures are put in."""

from typing import Final

from mnist_pad.base.wording import drawings, percent, together, translatable, translate
from mnist_pad.training.events import Compared, Divergence, Failure, RunEnded


def outcome_in_words(outcome: str) -> str:
    """Return how a run that was kept ended, in a word; what no one knows stays as it is."""
    outcomes = {
        "completed": translate("Runs", "completed"),
        "stopped": translate("Runs", "stopped"),
        "diverged": translate("Runs", "diverged"),
        "failed": translate("Runs", "failed"),
        "running": translate("Runs", "running"),
        "interrupted": translate("Runs", "interrupted"),
    }
    return outcomes.get(outcome, outcome)


def ended_in_words(ended: RunEnded, *, compared: Compared | None = None) -> str:
    """Say how a run ended; `compared` is what learning a user's drawings told of itself."""
    if ended.outcome in ("diverged", "failed"):
        return cause_in_words(ended.cause)
    if ended.outcome == "completed" and compared is not None:
        words = _nothing_learnt(compared) if ended.weights is None else _learnt(compared)
    else:
        words = _trained(ended)
    # What went wrong after a run that is no failure itself, its weights' saving, say.
    return together(words, str(ended.cause.detail)) if isinstance(ended.cause, Failure) else words


def cause_in_words(cause: Divergence | Failure | None) -> str:
    """Say why a run diverged or failed, and what helps."""
    if isinstance(cause, Divergence):
        return _diverged(cause)
    return _failed(cause or Failure("defect"))


def _trained(ended: RunEnded) -> str:
    if ended.weights is None:
        return _said(_NOTHING_CHANGED[ended.outcome])
    tested = ended.test_accuracy is not None
    return _said(
        _TRAINED[ended.outcome, tested, ended.epochs == 1],
        epochs=ended.epochs,
        accuracy=percent(ended.test_accuracy or 0.0, decimals=2),
    )


_NOTHING_CHANGED: Final = {
    "completed": translatable("runs", "Completed: nothing was changed."),
    "stopped": translatable("runs", "Stopped: nothing was changed."),
}

# Whole sentences: other languages do not put them together from the same parts.
_TRAINED: Final = {
    ("completed", True, False): translatable(
        "runs", "Completed after {epochs} epochs: test accuracy {accuracy}."
    ),
    ("completed", True, True): translatable(
        "runs", "Completed after 1 epoch: test accuracy {accuracy}."
    ),
    ("completed", False, False): translatable("runs", "Completed after {epochs} epochs."),
    ("completed", False, True): translatable("runs", "Completed after 1 epoch."),
    ("stopped", True, False): translatable(
        "runs", "Stopped after {epochs} epochs: test accuracy {accuracy}."
    ),
    ("stopped", True, True): translatable(
        "runs", "Stopped after 1 epoch: test accuracy {accuracy}."
    ),
    ("stopped", False, False): translatable("runs", "Stopped after {epochs} epochs."),
    ("stopped", False, True): translatable("runs", "Stopped after 1 epoch."),
}
"""By outcome, whether the accuracy is known, and whether it was a single epoch."""


def _learnt(compared: Compared) -> str:
    figures = {
        "drawings": drawings(max(compared.own_count, 1)),
        "mnist_before": percent(compared.mnist_before, decimals=2),
        "mnist_after": percent(compared.mnist_after, decimals=2),
    }
    if not compared.own_count:
        return _said(
            translatable("runs", "Learnt from {drawings}. MNIST: {mnist_before} → {mnist_after}."),
            **figures,
        )
    return _said(
        translatable(
            "runs",
            "Learnt from {drawings}. Of yours, not learnt from, read right: {before:,} → {after:,} "
            "of {count:,}. MNIST: {mnist_before} → {mnist_after}.",
        ),
        before=compared.own_right_before,
        after=compared.own_right_after,
        count=compared.own_count,
        **figures,
    )


def _nothing_learnt(compared: Compared) -> str:
    return _said(
        translatable(
            "runs",
            "Nothing was learnt from {drawings}: whatever helped to read them would have cost too "
            "much of MNIST. The weights stay as they were.",
        ),
        drawings=drawings(max(compared.own_count, 1)),
    )


def _diverged(cause: Divergence) -> str:
    what = _said(
        translatable(
            "runs",
            "Diverged at step {step:,}, in epoch {epoch}; the first loss was {first_loss:.3g}.",
        ),
        step=cause.step,
        epoch=cause.epoch,
        first_loss=cause.first_loss,
    )
    why = _said(
        _WHY_DIVERGED.get((cause.reason, cause.deviation is not None), _TOO_FAST),
        rate=cause.learning_rate,
        healthy=cause.healthy_deviation,
        deviation=cause.deviation,
    )
    return together(what, why)


_TOO_FAST: Final = translatable(
    "runs", "The learning rate, {rate:g}, is too large for these settings: take a tenth of it."
)

_WHY_DIVERGED: Final = {
    ("raw_pixels", False): translatable(
        "runs",
        "Raw pixels, 0 to 255, make outputs and gradients far too large (the article's lesson 4): "
        "choose the centred scaling.",
    ),
    ("raw_pixels", True): translatable(
        "runs",
        "Raw pixels, 0 to 255, make outputs and gradients far too large (the article's lesson 4): "
        "choose the centred scaling and start the weights with a deviation near {healthy:.2f} "
        "instead of {deviation:g}.",
    ),
    ("wide_start", True): translatable(
        "runs",
        "The weights start so large that outputs and gradients are not of order 1 (the article's "
        "lesson 5): start the weights with a deviation near {healthy:.2f} instead of "
        "{deviation:g}.",
    ),
}
"""By reason, and whether the weights started too wide."""


def _failed(failure: Failure) -> str:
    if failure.kind == "process_ended" and failure.status is not None:
        kind = "signal" if failure.status < 0 else "status"
        words = _said(_HOW_ENDED[kind], status=abs(failure.status))
    else:
        words = _said(_WHY_FAILED[failure.kind])
    # What a library or the system said of it stays in their words.
    detail = str(failure.detail).strip()
    if detail:
        return f"{words} {detail}"
    return translate("runs", "{failed}.").format(failed=words.rstrip(":："))


_HOW_ENDED: Final = {
    "signal": translatable(
        "runs", "Failed: the training process ended unexpectedly (signal {status}):"
    ),
    "status": translatable(
        "runs", "Failed: the training process ended unexpectedly (status {status}):"
    ),
}

_WHY_FAILED: Final = {
    "out_of_memory": translatable("runs", "Failed: out of memory:"),
    "tensorflow": translatable("runs", "Failed:"),
    "raised": translatable("runs", "TensorFlow says:"),
    "refused": translatable("runs", "Failed:"),
    "process_ended": translatable("runs", "Failed: the training process ended unexpectedly:"),
    "not_started": translatable("runs", "Failed: the training process could not be started:"),
    "silent": translatable(
        "runs", "Failed: the training process gave no sign of life any more and was ended:"
    ),
    "unreadable": translatable(
        "runs", "Failed: the training process sent what is no event and was ended:"
    ),
    "defect": translatable("runs", "Failed: a defect of this program:"),
}


def _said(template: str, **figures: object) -> str:
    return translate("runs", template).format(**figures)
