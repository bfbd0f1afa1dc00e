"""The step that learns one hand: a few drawings, beside images answered as before."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.weights import INPUTS, Weights
from mnist_pad.training import augmentation
from mnist_pad.training.losses import margin_losses
from mnist_pad.training.network import Network, Tensor
from mnist_pad.training.optimizers import Adam, Optimizer
from mnist_pad.training.quietly import tensorflow as tf
from mnist_pad.training.schedule import learning_rates
from mnist_pad.training.trainer import scaled

# Chosen with pen drawings of six people, three of each digit to learn from, and the last 5,000
# training images of MNIST.
STEPS: Final = 300
LEARNING_RATE: Final = 3e-4
MOMENTUM: Final = 0.9
OWN_BATCH: Final = 64
MARGIN: Final = 6.0
"""In logits: a drawing that stands out this far asks for nothing more."""
OWN_DISTORTION: Final = 0.5
REPLAY_DISTORTION: Final = 0.65
"""As strong as what ships was trained with."""

_SIGNATURE: Final = (
    tf.TensorSpec((None, INPUTS), tf.uint8, name="drawings"),
    tf.TensorSpec((None,), tf.int32, name="labels"),
    tf.TensorSpec((None, OWN_BATCH), tf.int32, name="own"),
    tf.TensorSpec((None, None), tf.int32, name="replayed"),
    tf.TensorSpec((None,), tf.float32, name="rates"),
    tf.TensorSpec((), tf.int32, name="first"),
)


@dataclass(frozen=True, eq=False)
class Replay:
    """What must not be forgotten: kinds of images, each uint8 (n, 28, 28), and `shares`, how many
    of each kind are in a step."""

    kinds: tuple[NDArray[np.uint8], ...]
    shares: tuple[int, ...]


class Adapter:
    """A network that starts from given weights, and learns drawings without forgetting.

    Each pass begins at those weights; the same drawings give the same weights.
    """

    def __init__(self, weights: Weights, replay: Replay) -> None:
        self._before = weights
        self._shares = replay.shares
        self._counts = [len(kind) for kind in replay.kinds]
        self._replay = tf.constant(np.concatenate(replay.kinds).reshape(-1, INPUTS))
        self._scaling = weights.meta.scaling
        self._network = Network(weights.layer_sizes, weight_deviation=None, seed=0)
        self._teacher = Network(weights.layer_sizes, weight_deviation=None, seed=0)
        self._teacher.assign(weights.parameters)
        self._optimizer = Optimizer(self._network, Adam(MOMENTUM))
        self._warps = [
            augmentation.draw_warps(tf.constant(strength), tf.constant((0, stream)))
            for stream, strength in enumerate((OWN_DISTORTION, REPLAY_DISTORTION))
        ]
        self._run_steps = tf.function(self._steps, input_signature=_SIGNATURE)
        self._drawings: tuple[Any, ...] = ()
        self._batches: tuple[NDArray[np.int32], ...] = ()

    def begin(self, images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> None:
        """Start a pass, from the first weights, on drawings: (n, 28, 28), and n digits."""
        self._network.assign(self._before.parameters)
        for memory in self._optimizer.variables:
            memory.assign(tf.zeros_like(memory))
        random = np.random.default_rng(0)
        starts = np.cumsum([0, *self._counts[:-1]])
        replayed = [
            random.integers(start, start + count, (STEPS, share), np.int32)
            for start, count, share in zip(starts, self._counts, self._shares, strict=True)
        ]
        own = random.integers(len(images), size=(STEPS, OWN_BATCH), dtype=np.int32)
        self._drawings = (
            tf.constant(images.reshape(-1, INPUTS)),
            tf.constant(labels.astype(np.int32)),
        )
        self._batches = (own, np.concatenate(replayed, axis=1))

    def run(self, first: int, count: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Make updates `first` to `first` + `count` - 1, counted from 0; returns, an entry an
        update, the losses and the fraction of the drawings read right before it."""
        steps = np.arange(first, first + count)
        rates = learning_rates("one_cycle", steps, peak=LEARNING_RATE, total_steps=STEPS)
        batches = (tf.constant(batch[first : first + count]) for batch in self._batches)
        losses, right = self._run_steps(
            *self._drawings, *batches, tf.constant(rates), tf.constant(first)
        )
        return losses.numpy(), right.numpy()

    def parameters(self) -> tuple[NDArray[np.float32], ...]:
        """Return copies of what the network has come to."""
        return self._network.values()

    def _steps(
        self,
        drawings: Tensor,
        labels: Tensor,
        own: Tensor,
        replayed: Tensor,
        rates: Tensor,
        first: Tensor,
    ) -> tuple[Tensor, Tensor]:
        count = tf.size(rates)
        losses = tf.TensorArray(tf.float32, size=count)
        right = tf.TensorArray(tf.float32, size=count)
        for index in tf.range(count):
            images, digits = tf.gather(drawings, own[index]), tf.gather(labels, own[index])
            others = tf.gather(self._replay, replayed[index])
            loss, share = self._step(images, digits, others, rates[index], first + index)
            losses = losses.write(index, loss)
            right = right.write(index, share)
        return losses.stack(), right.stack()

    def _step(
        self, images: Tensor, digits: Tensor, others: Tensor, rate: Tensor, step: Tensor
    ) -> tuple[Tensor, Tensor]:
        x = self._distorted(images, 0, step)  # (OWN_BATCH, 784)
        x_others = self._distorted(others, 1, step)  # (m, 784)
        answers = tf.nn.softmax(self._teacher.forward(x_others))  # (m, 10)
        with tf.GradientTape() as tape:
            logits = self._network.forward(x)  # (OWN_BATCH, 10)
            learnt = tf.reduce_mean(margin_losses(logits, digits, MARGIN))
            logits_others = self._network.forward(x_others)  # (m, 10)
            kept = tf.nn.softmax_cross_entropy_with_logits(answers, logits_others)
            loss = learnt + tf.reduce_mean(kept)
        gradients = tape.gradient(loss, self._network.parameters)
        self._optimizer.apply(gradients, rate, tf.cast(step + 1, tf.float32))
        right = tf.argmax(logits, axis=1, output_type=tf.int32) == digits
        return loss, tf.reduce_mean(tf.cast(right, tf.float32))

    def _distorted(self, images: Tensor, stream: int, step: Tensor) -> Tensor:
        bent = augmentation.warped(images, (step, stream), self._warps[stream])
        return scaled(bent, self._scaling)


def part_way(
    start: Sequence[NDArray[np.float32]], end: Sequence[NDArray[np.float32]], part: float
) -> tuple[NDArray[np.float32], ...]:
    """Return the parameters that lie `part`, in [0, 1], of the way from `start` to `end`."""
    return tuple(
        (before + np.float32(part) * (after - before)).astype(np.float32)
        for before, after in zip(start, end, strict=True)
    )
