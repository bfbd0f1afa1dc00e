"""The step that learns one hand: a few drawings, beside images answered as before."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.recognizer.weights import INPUTS, Weights
from mnist_pad.training import augmentation
from mnist_pad.training.losses import margin_losses
from mnist_pad.training.network import Network, Tensor
from mnist_pad.training.optimizers import Adam, Optimizer
from mnist_pad.training.schedule import learning_rates
from mnist_pad.training.step import as_inputs
from mnist_pad.training.tensorflow_import import tensorflow as tf

# Chosen with pen drawings of six people, three of each digit to learn from, and the last 5,000
# training images of MNIST.
STEPS: Final = 400
LEARNING_RATE: Final = 3e-4
MOMENTUM: Final = 0.9
OWN_BATCH: Final = 64
REPLAY_BATCH: Final = 320
MARGIN: Final = 8.0
"""In logits: a drawing that stands out this far asks for nothing more."""
OWN_DISTORTION: Final = 0.5
SOFTNESS: Final = 3.0
"""The temperature at which answers are compared, so that what is unlikely counts too (Hinton,
Vinyals and Dean 2015, "Distilling the Knowledge in a Neural Network", section 2)."""
REPLAY_DISTORTION: Final = 0.65
"""As strong as what ships was trained with."""

REPLAYED: Final = 40_000
"""So many distorted images are replayed, over and over; 31 MB."""

_SIGNATURE: Final = (
    tf.TensorSpec((None, INPUTS), tf.uint8, name="drawings"),
    tf.TensorSpec((None,), tf.int32, name="labels"),
    tf.TensorSpec((None, OWN_BATCH), tf.int32, name="own"),
    tf.TensorSpec((None, REPLAY_BATCH), tf.int32, name="replayed"),
    tf.TensorSpec((None,), tf.float32, name="rates"),
    tf.TensorSpec((), tf.int32, name="first"),
)

_IMAGES_AT_ONCE: Final = 2_000


class AdaptationStep:
    """A network that starts from given weights, and learns drawings without forgetting.

    Each pass begins at those weights; the same drawings give the same weights.
    """

    def __init__(self, weights: Weights, replay: Sequence[tuple[NDArray[np.uint8], int]]) -> None:
        """Take the weights to start from and, kind by kind, what must not be forgotten.

        A kind is some images, uint8 (n, 28, 28), and its share among all that is replayed, in
        parts of the shares' sum.
        """
        self._before = weights.parameters
        self._scaling = weights.meta.scaling
        self._network = Network(
            weights.layer_sizes, weight_deviation=None, seed=0, activation=weights.meta.activation
        )
        self._network.assign(self._before)
        self._optimizer = Optimizer(self._network, Adam(MOMENTUM))
        self._run_steps = tf.function(self._steps, input_signature=_SIGNATURE)
        self._warps = _warps(OWN_DISTORTION, stream=0)
        self._replay, self._answers = self._answered(_drawn(replay))
        self._drawings: tuple[Any, ...] = ()
        self._batches: tuple[NDArray[np.int32], ...] = ()

    def begin(self, images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> None:
        """Start a pass, from the first weights, on drawings: (n, 28, 28), and n digits."""
        self._network.assign(self._before)
        # What Adam remembers of the pass before would push this one.
        for memory in self._optimizer.variables:
            memory.assign(tf.zeros_like(memory))
        random = np.random.default_rng(0)
        self._drawings = (
            tf.constant(images.reshape(-1, INPUTS)),
            tf.constant(labels.astype(np.int32)),
        )
        self._batches = (
            random.integers(len(images), size=(STEPS, OWN_BATCH), dtype=np.int32),
            random.integers(REPLAYED, size=(STEPS, REPLAY_BATCH), dtype=np.int32),
        )

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

    def _answered(self, images: NDArray[np.uint8]) -> tuple[Tensor, Tensor]:
        """Return the images, (n, 784), each distorted once, and what they are answered now."""
        warps = _warps(REPLAY_DISTORTION, stream=1)
        bent, answers = [], []
        for start in range(0, len(images), _IMAGES_AT_ONCE):
            some = tf.constant(images[start : start + _IMAGES_AT_ONCE].reshape(-1, INPUTS))
            # Rounded before they are answered: kept as uint8, they are these very images.
            grey = tf.round(augmentation.warped(some, (start, 1), warps))
            bent.append(tf.cast(grey, tf.uint8))
            answers.append(
                tf.nn.softmax(self._network.forward(as_inputs(grey, self._scaling)) / SOFTNESS)
            )
        return tf.concat(bent, axis=0), tf.concat(answers, axis=0)  # (n, 784), (n, 10)

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
            loss, share = self._step(images, digits, replayed[index], rates[index], first + index)
            losses = losses.write(index, loss)
            right = right.write(index, share)
        return losses.stack(), right.stack()

    def _step(
        self, images: Tensor, digits: Tensor, replayed: Tensor, rate: Tensor, step: Tensor
    ) -> tuple[Tensor, Tensor]:
        bent = augmentation.warped(images, (step, 0), self._warps)  # (OWN_BATCH, 784)
        remembered = tf.cast(tf.gather(self._replay, replayed), tf.float32)  # (REPLAY_BATCH, 784)
        x = as_inputs(tf.concat([bent, remembered], axis=0), self._scaling)
        answers = tf.gather(self._answers, replayed)  # (REPLAY_BATCH, 10)
        half = (OWN_BATCH + REPLAY_BATCH) // 2
        with tf.GradientTape() as tape:
            # Two halves, which TensorFlow computes side by side.
            halves = [self._network.forward(x[:half]), self._network.forward(x[half:])]
            logits = tf.concat(halves, axis=0)
            learnt = margin_losses(logits[:OWN_BATCH], digits, MARGIN)
            kept = tf.nn.softmax_cross_entropy_with_logits(answers, logits[OWN_BATCH:] / SOFTNESS)
            # Softened, gradients are smaller by the square.
            loss = tf.reduce_mean(learnt) + SOFTNESS**2 * tf.reduce_mean(kept)
        gradients = tape.gradient(loss, self._network.parameters)
        self._optimizer.apply(gradients, rate, tf.cast(step + 1, tf.float32))
        right = tf.argmax(logits[:OWN_BATCH], axis=1, output_type=tf.int32) == digits
        return loss, tf.reduce_mean(tf.cast(right, tf.float32))


def _warps(strength: float, *, stream: int) -> tuple[Tensor, ...]:
    return augmentation.draw_warps(tf.constant(strength), tf.constant((0, stream)))


def _drawn(replay: Sequence[tuple[NDArray[np.uint8], int]]) -> NDArray[np.uint8]:
    """Draw REPLAYED images, of each kind as its share says."""
    random = np.random.default_rng(0)
    total = sum(share for _, share in replay)
    return np.concatenate(
        [kind[random.integers(len(kind), size=REPLAYED * share // total)] for kind, share in replay]
    )


def part_way(
    start: Sequence[NDArray[np.float32]], end: Sequence[NDArray[np.float32]], part: float
) -> tuple[NDArray[np.float32], ...]:
    """Return the parameters that lie `part`, in [0, 1], of the way from `start` to `end`."""
    return tuple(
        (before + np.float32(part) * (after - before)).astype(np.float32)
        for before, after in zip(start, end, strict=True)
    )
