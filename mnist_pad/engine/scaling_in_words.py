"""What is said of weights whose file left open how pixels are scaled."""

from typing import Final

from mnist_pad.base.wording import percent, together, translate
from mnist_pad.training.scaling_trial import Trial

# A single layer reads nine in ten.
_READS_WELL: Final = 0.8


def trial_in_words(trial: Trial, file: str) -> str:
    """Say what a trial came to, of a file by its name, and what may be wrong where all read badly.

    Where another scaling can be chosen, whoever shows this adds.
    """
    words = translate(
        "scaling",
        "{file}: pixels are taken as {taken}, as the file does not say; so it reads {accuracy} of "
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
    # No file tells what its network does between the layers, nor what else its pixels went through.
    doubt = translate(
        "scaling",
        "That is poor: its hidden layers may be no ReLU, or its pixels were prepared otherwise.",
    )
    return together(said, doubt)
