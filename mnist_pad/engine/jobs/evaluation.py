"""Evaluating a network, or two, on a set of images.

It needs NumPy alone, and runs in a thread of the window's own process, not in the worker: the
worker may be training, and what is found would have to cross the pipe.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from mnist_pad.engine.evaluating.findings import EvaluationEvent
from mnist_pad.engine.evaluating.images import ImageSet
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.control import Control


@dataclass(frozen=True, eq=False)
class EvaluationRequest:
    """Evaluate `weights` on `images`, beside those of `against` if given."""

    weights: Weights
    images: ImageSet = field(default_factory=ImageSet)
    against: Weights | None = None


def evaluated(request: EvaluationRequest, control: Control) -> Iterator[EvaluationEvent]:
    """Return the events of an evaluation; `control.stop` ends it, keeping what is found.

    Nothing is raised: what goes wrong is told by the last event.
    """
    raise NotImplementedError
