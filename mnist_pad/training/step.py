"""The training step, and many of them in one call of a compiled graph."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.arrays import ALIGNMENT_BYTES
from mnist_pad.dataset.digits import NO_DIGIT, Digits
from mnist_pad.ink.scaling import Scaling, scaled
from mnist_pad.recognizer.weights import CLASSES, INPUTS
from mnist_pad.training import augmentation
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.losses import image_losses, targets
from mnist_pad.training.made import Steps, joined
from mnist_pad.training.network import Network, Tensor
from mnist_pad.training.optimizers import Optimizer, rule_of
from mnist_pad.training.schedule import learning_rates
from mnist_pad.training.tensorflow_import import tensorflow as tf

# In a layer of 8,192 units, so many activations take 66 MB.
_TEST_IMAGES_AT_ONCE: Final = 2_000
_IMAGES_SEEN: Final = 16
_UNITS_SEEN: Final = 16
_IMAGES_ASKED: Final = 256

_STEPS_SIGNATURE: Final = (
    tf.TensorSpec((None,), tf.int32, name="order"),
    tf.TensorSpec((None,), tf.float32, name="rates"),
    tf.TensorSpec((), tf.int32, name="first"),
    tf.TensorSpec((), tf.int32, name="position"),
)


class TrainingStep:
    """Network, optimizer and data of one run.

    Pixels stay uint8 until they are in a batch: 47 MB instead of 188.
    """

    def __init__(self, config: TrainingConfig, digits: Digits) -> None:
        self.config = config
        self.digits = digits
        self.layer_sizes = (INPUTS, *config.hidden_sizes, CLASSES)
        self.network = Network(
            self.layer_sizes,
            weight_deviation=config.weight_deviation,
            seed=config.seed,
            activation=config.activation,
        )
        self.optimizer = Optimizer(self.network, rule_of(config), weight_decay=config.weight_decay)
        self.train_count = len(digits.x_train)
        self.steps_per_epoch = -(-self.train_count // config.batch_size)
        self.total_steps = self.steps_per_epoch * config.epochs
        self._x_train, self._y_train = _tensors(digits.x_train, digits.y_train)
        self._is_digit = digits.y_train != NO_DIGIT
        self._x_test, self._y_test = _tensors(digits.x_test, digits.y_test)
        self._epoch = -1
        self._order: Any = None
        self._warps: tuple[Any, ...] = ()
        # Once a run, not once a class: a graph holds on to the data and variables it was made of.
        # The signature keeps chunks of different sizes from being compiled one by one.
        signature = (*_STEPS_SIGNATURE, *(augmentation.SIGNATURE if config.distortion else ()))
        self._run_steps = tf.function(self._steps, input_signature=signature)
        # Of its own: in the loop, a step that may be measured costs every other one its part.
        self._run_measured = tf.function(self._measured_step, input_signature=signature)
        self._count_right = tf.function(self._test_right)
        self._draw_warps = tf.function(augmentation.draw_warps)

    def warm_up(self, *, measured: bool = False) -> None:
        """Compile everything by using it once, and leave no trace of that."""
        before = self.copies()
        self.run(0, 1)
        if measured:
            self.run(0, 1, measured=True)
        # The last batch may be shorter; XLA compiles for every size.
        self.run(self.steps_per_epoch - 1, 1)
        self.test_accuracy()
        self.go_back(before)

    def run(self, first: int, count: int, *, measured: bool = False) -> Steps:
        """Make updates `first` to `first` + `count` - 1, counted from 0, all of one epoch.

        `measured` is whether norms are told of the last one; the updates are the same.
        """
        if measured and count > 1:
            before = self.run(first, count - 1)
            # Where not all is finite any more, the updates are looked at one by one.
            last = self.run(first + count - 1, 1, measured=before.finite)
            return joined((before, last))
        steps = np.arange(first, first + count)
        rates = learning_rates(
            self.config.schedule,
            steps,
            peak=self.config.learning_rate,
            total_steps=self.total_steps,
        )
        position = first % self.steps_per_epoch
        self._prepare(first // self.steps_per_epoch)
        losses, right, finite, norms = (self._run_measured if measured else self._run_steps)(
            self._order,
            tf.constant(rates),
            tf.constant(first, tf.int32),
            tf.constant(position, tf.int32),
            *self._warps,
        )
        starts = np.arange(position, position + count) * self.config.batch_size
        images = np.minimum(self.config.batch_size, self.train_count - starts)
        learnt = self._order.numpy()[starts[0] : starts[-1] + images[-1]]
        # A sum for each batch: the last one may be shorter.
        digits = np.add.reduceat(self._is_digit[learnt], starts - starts[0], dtype=np.int64)
        told = losses.numpy(), right.numpy(), digits, images, bool(finite)
        if not measured:
            return Steps(*told)
        by_layer = norms.numpy()
        if self.optimizer.linear and rates[-1] > 0:
            # What was descended by has the rate in it.
            by_layer[0] /= rates[-1]
        return Steps(*told, by_layer)

    def seen(self, step: int) -> NDArray[np.uint8]:
        """Return the first few images of an update, counted from 0: uint8, (n, 28, 28)."""
        epoch, position = divmod(step, self.steps_per_epoch)
        self._prepare(epoch)
        start = position * self.config.batch_size
        batch = self._order[start : start + self.config.batch_size]
        # The update's own first half: chance deals the warps out by the number of images.
        images = self._images(batch[: (len(batch) + 1) // 2], self._warps, chance=(step, 0))
        first = images.numpy()[:_IMAGES_SEEN].reshape(-1, 28, 28)
        return np.asarray(np.rint(first), np.uint8)

    def dead_shares(self) -> NDArray[np.float32]:
        """Return which part of each hidden layer answers 0 to the first training images."""
        answers = as_inputs(self._x_train[:_IMAGES_ASKED], self.config.scaling)
        shares = []
        for theta, bias in self.network.hidden:
            answers = tf.nn.relu(answers @ theta + bias)  # (n, units)
            shares.append(1 - np.mean(tf.reduce_max(answers, axis=0).numpy() > 0))
        return np.array(shares, np.float32)

    def first_units(self) -> NDArray[np.float32]:
        """Return a copy of the weights of the first layer's first few units: (n, 28, 28)."""
        theta = self.network.parameters[0][:, :_UNITS_SEEN].numpy()  # (784, n)
        return np.ascontiguousarray(theta.T).reshape(-1, 28, 28)

    def test_accuracy(self) -> float:
        """Return the fraction of all test images that the network gets right."""
        return int(self._count_right()) / len(self._y_test)

    def copies(self) -> list[Any]:
        """Return copies of all that updates change."""
        return [tf.identity(variable) for variable in self._variables()]

    def go_back(self, copies: Sequence[Any]) -> None:
        """Set all that updates change to what it was."""
        for variable, value in zip(self._variables(), copies, strict=True):
            variable.assign(value)

    def _variables(self) -> list[Any]:
        return [*self.network.parameters, *self.optimizer.variables]

    def _prepare(self, epoch: int) -> None:
        """Draw an epoch's order of images and its warps: they depend on seed and epoch alone."""
        if self._epoch == epoch:
            return
        generator = np.random.default_rng((self.config.seed, epoch))
        self._order = tf.constant(generator.permutation(self.train_count).astype(np.int32))
        if self.config.distortion:
            strength = tf.constant(self.config.distortion, tf.float32)
            self._warps = self._draw_warps(strength, tf.constant((self.config.seed, epoch)))
        self._epoch = epoch

    def _steps(
        self, order: Tensor, rates: Tensor, first: Tensor, position: Tensor, *warps: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        count = tf.size(rates)
        losses = tf.TensorArray(tf.float32, size=count)
        right = tf.TensorArray(tf.int32, size=count)
        size = self.config.batch_size
        # Over a tensor, this becomes a loop in the graph: one call for all steps, compiled once.
        for index in tf.range(count):
            start = (position + index) * size
            loss, right_in_batch, _ = self._train_step(
                order[start : start + size], warps, learning_rate=rates[index], step=first + index
            )
            losses = losses.write(index, loss)
            right = right.write(index, right_in_batch)
        losses = losses.stack()
        return losses, right.stack(), self._is_finite(losses), tf.zeros((2, 0))

    def _measured_step(
        self, order: Tensor, rates: Tensor, first: Tensor, position: Tensor, *warps: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        start, size = position * self.config.batch_size, self.config.batch_size
        loss, right, by_theta = self._train_step(
            order[start : start + size], warps, learning_rate=rates[0], step=first
        )
        norms = tf.stack([_norms(by_theta), _norms(self.network.thetas)])
        losses = loss[tf.newaxis]
        return losses, right[tf.newaxis], self._is_finite(losses), norms

    def _is_finite(self, losses: Tensor) -> Tensor:
        finite = tf.reduce_all(tf.math.is_finite(losses))
        # A loss is of the parameters before its update, which may have overflowed all the same.
        for parameter in self.network.parameters:
            finite &= tf.reduce_all(tf.math.is_finite(parameter))
        return finite

    def _train_step(
        self, batch: Tensor, warps: Sequence[Tensor], *, learning_rate: Tensor, step: Tensor
    ) -> tuple[Tensor, Tensor, list[Tensor]]:
        """Learn from the images numbered `batch`, (B,), each through one of the warps; returns
        their mean loss, how many were right before the update, and what was descended by: the
        gradients by theta, times the rate for a linear optimizer. `step` counts from 0."""
        # Two halves, whatever the machine: TensorFlow runs them side by side, where it would run
        # each matrix product of a batch this small on one core alone.
        half = (tf.size(batch) + 1) // 2
        with tf.GradientTape() as tape:
            loss_1, right_1 = self._total_loss(batch[:half], warps, chance=(step, 0))
            loss_2, right_2 = self._total_loss(batch[half:], warps, chance=(step, 1))
            loss = (loss_1 + loss_2) / tf.cast(tf.size(batch), tf.float32)
            # One number to multiply instead of every parameter, where that comes to the same.
            descended = learning_rate * loss if self.optimizer.linear else loss
        gradients = tape.gradient(descended, self.network.parameters)
        rate = 1.0 if self.optimizer.linear else learning_rate
        self.optimizer.apply(gradients, rate, tf.cast(step + 1, tf.float32))
        return loss, right_1 + right_2, gradients[::2]

    def _total_loss(
        self, batch: Tensor, warps: Sequence[Tensor], *, chance: tuple[Tensor, int]
    ) -> tuple[Tensor, Tensor]:
        x = as_inputs(self._images(batch, warps, chance=chance), self.config.scaling)  # (n, 784)
        labels = tf.gather(self._y_train, batch)  # (n,)
        logits = self.network.forward(x)  # (n, 10)
        expected = targets(labels, self.config.label_smoothing)
        losses = image_losses(self.config.loss, logits, expected)  # (n,)
        return tf.reduce_sum(losses), _right(logits, labels)

    def _images(
        self, batch: Tensor, warps: Sequence[Tensor], *, chance: tuple[Tensor, int]
    ) -> Tensor:
        """Return the images numbered `batch`, (n, 784), as they are learnt from: 0 to 255."""
        images = tf.gather(self._x_train, batch)
        return augmentation.warped(images, chance, warps) if self.config.distortion else images

    def _test_right(self) -> Tensor:
        right = tf.constant(0)
        for start in tf.range(0, tf.size(self._y_test), _TEST_IMAGES_AT_ONCE):
            part = slice(start, start + _TEST_IMAGES_AT_ONCE)
            x = as_inputs(self._x_test[part], self.config.scaling)
            right += _right(self.network.forward(x), self._y_test[part])
        return right


def as_inputs(pixels: Tensor, scaling: Scaling) -> Tensor:
    """Return pixels, 0 to 255 of any type, as the network takes them: float32, scaled."""
    return scaled(tf.cast(pixels, tf.float32), scaling)


def _norms(matrices: Sequence[Tensor]) -> Tensor:
    return tf.stack([tf.sqrt(tf.reduce_sum(tf.square(each))) for each in matrices])


def _right(logits: Tensor, labels: Tensor) -> Tensor:
    # argmax answers int64 unless told otherwise, and equal compares equal types only.
    answers = tf.argmax(logits, axis=1, output_type=tf.int32)
    return tf.math.count_nonzero(answers == labels, dtype=tf.int32)


def _tensors(images: NDArray[np.uint8], labels: NDArray[np.uint8]) -> tuple[Any, Any]:
    return _shared(images.reshape(-1, INPUTS)), tf.constant(labels.astype(np.int32))


def _shared(array: NDArray[np.uint8]) -> Any:
    """Return a tensor over the array's own memory: what is mapped from a file stays there."""
    # TensorFlow takes every tensor to begin where its vector instructions may.
    if array.ctypes.data % ALIGNMENT_BYTES or not array.flags.writeable:
        return tf.constant(array)
    return tf.experimental.dlpack.from_dlpack(array.__dlpack__())
