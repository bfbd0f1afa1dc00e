"""What is said of a run that could not be kept where runs are."""

from mnist_pad.base.wording import translate
from mnist_pad.engine.recording import RunUnkept, WeightsElsewhere


def unkept_in_words(event: RunUnkept | WeightsElsewhere) -> str:
    """Return a sentence for people."""
    if isinstance(event, WeightsElsewhere):
        return translate("runs", "The weights are in {path}.").format(path=event.path)
    text = translate("runs", "The run cannot be kept in {path}: {why}.")
    return text.format(path=event.path, why=event.why)
