"""What is said of weights whose file left open how pixels are scaled."""

from typing import Final

from mnist_pad.base.wording import percent, translate
from mnist_pad.training.scaling_trial import Trial

_CONTEXT: Final = "scaling"

_READS_WELL: Final = 0.5


def trial_in_words(trial: Trial, file: str) -> str:
    """Say what a trial came to, of a file by its name; one sentence, or two where all read badly.

    From which scalings another may be chosen, and where, whoever shows this adds.
    """
    words = translate(
        _CONTEXT,
        "{file} does not say how pixels are scaled: {taken} is taken, which reads {accuracy} of "
        "{count} MNIST training images ({others}).",
    )
    others = [
        f"{scaling} {percent(accuracy)}"
        for scaling, accuracy in trial.accuracies.items()
        if scaling != trial.scaling
    ]
    best = trial.accuracies[trial.scaling]
    said = words.format(
        file=file,
        taken=trial.scaling,
        accuracy=percent(best),
        count=trial.count,
        others=", ".join(others),
    )
    if best >= _READS_WELL:
        return said
    # No file tells what its network does between the layers.
    return f"{said} {translate(_CONTEXT, 'All are bad: perhaps its layers are no ReLU layers.')}"
