"""What a worker can be given to do."""

from collections.abc import Iterator
from typing import Protocol

from mnist_pad.training.control import Control
from mnist_pad.training.events import TrainingEvent


class Job(Protocol):
    """A frozen dataclass in a file of `mnist_pad.engine.jobs`, of what `engine.wire` can carry."""

    def events(self, control: Control) -> Iterator[TrainingEvent]:
        """Do it; what happens comes as events, the last of them RunEnded.

        This is called in the worker. What imports TensorFlow is imported here, by
        `importlib.import_module`, so that the window's process cannot even come near it.
        """
