"""How TensorFlow, or a lack of memory, ends a run: as its last event."""

from collections.abc import Callable, Iterator

from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.events import Failure, RunEnded, TrainingEvent
from mnist_pad.training.tensorflow_import import tensorflow as tf


def failing_well(
    events: Iterator[TrainingEvent], learnt: Callable[[], Weights | None] = lambda: None
) -> Iterator[TrainingEvent]:
    """Pass a run's events on; what TensorFlow or a lack of memory ends, ends with RunEnded.

    `learnt` returns the last weights that learnt something, None where there are none.
    """
    try:
        yield from events
    # An OpError too: it has to be asked for first.
    except (tf.errors.ResourceExhaustedError, MemoryError) as error:
        yield _failed(Failure("out_of_memory", _first_line(error)), learnt())
    except tf.errors.OpError as error:
        yield _failed(Failure("tensorflow", _first_line(error)), learnt())


def _failed(failure: Failure, weights: Weights | None) -> RunEnded:
    if weights is None:
        return RunEnded("failed", 0, None, None, failure)
    return RunEnded("failed", weights.meta.epochs, weights.meta.test_accuracy, weights, failure)


def _first_line(error: BaseException) -> str:
    # What follows the first line is TensorFlow's own stack, for whoever mends TensorFlow.
    return str(error).partition("\n")[0]
