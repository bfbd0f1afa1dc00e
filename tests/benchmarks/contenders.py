"""The same epoch, done by each contender; prints the seconds of some epochs as JSON."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mnist_pad.dataset import mnist
from mnist_pad.training.events import EpochEnded
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from mnist_pad.training.tensorflow_import import tensorflow as tf

Matrix = NDArray[np.float32]

SIZES = (784, 256, 128, 10)
BATCH = 256
STEPS = 235


def timed(epoch: Callable[[], object], epochs: int) -> list[float]:
    """Time some epochs after one that is not counted."""
    epoch()
    taken = []
    for _ in range(epochs):
        started = time.perf_counter()
        epoch()
        taken.append(time.perf_counter() - started)
    return taken


def floor_numpy(epochs: int) -> list[float]:
    """Multiply what an epoch multiplies, into arrays that are there already."""
    products = [(left, right, left @ right) for left, right in factors()]

    def epoch() -> None:
        for _ in range(STEPS):
            for left, right, result in products:
                np.matmul(left, right, out=result)

    return timed(epoch, epochs)


def floor_torch(epochs: int) -> list[float]:
    """Multiply the same with PyTorch, which brings Intel's MKL on Intel's processors."""
    import torch

    tensors = [(torch.from_numpy(left), torch.from_numpy(right)) for left, right in factors()]
    products = [(left, right, left @ right) for left, right in tensors]

    def epoch() -> None:
        for _ in range(STEPS):
            for left, right, result in products:
                torch.mm(left, right, out=result)

    return timed(epoch, epochs)


def floor_tensorflow(epochs: int) -> list[float]:
    """Multiply the same in one compiled loop, whose kernels are oneDNN's or Eigen's."""
    # A graph has no views: what is transposed above is kept as it is in memory, and a flag told.
    products = []
    for left, right in factors():
        a, b = (not array.flags.c_contiguous for array in (left, right))
        operands = (
            np.ascontiguousarray(array.T if t else array) for array, t in ((left, a), (right, b))
        )
        products.append((*map(tf.constant, operands), a, b))

    @tf.function
    def multiply(steps: object) -> object:
        seen = tf.constant(0.0)
        for _ in tf.range(steps):
            with tf.control_dependencies([seen]):
                results = [
                    tf.matmul(left, right, transpose_a=a, transpose_b=b)
                    for left, right, a, b in products
                ]
            # Each is used, or the graph would leave it out.
            seen = tf.add_n([result[0, 0] for result in results])
        return seen

    return timed(lambda: float(multiply(tf.constant(STEPS))), epochs)


def factors() -> list[tuple[Matrix, Matrix]]:
    """Return an update's factors: forward 3, weight gradients 3, input gradients 2."""
    random = np.random.default_rng(0)
    pairs = []
    for number, (inputs, outputs) in enumerate(pairwise(SIZES)):
        x = random.standard_normal((BATCH, inputs), dtype=np.float32)
        theta = random.standard_normal((inputs, outputs), dtype=np.float32)
        gradient = random.standard_normal((BATCH, outputs), dtype=np.float32)
        pairs += [(x, theta), (x.T, gradient)]
        if number:
            pairs.append((gradient, theta.T))
    return pairs


def ours(epochs: int, *, distortion: float = 0.0) -> list[float]:
    """Train `article`; its events tell each epoch's seconds."""
    config = replace(recipe("article"), epochs=epochs + 1, distortion=distortion)
    events = train(config, mnist.load())
    return [event.seconds for event in events if isinstance(event, EpochEnded)][1:]


def eager(epochs: int) -> list[float]:
    """Train as the article's facts describe it: eager steps under a tape, updates in place."""
    digits = mnist.load()
    x = tf.constant(digits.x_train.reshape(-1, 784).astype(np.float32) / 255 - 0.5)
    y = tf.one_hot(digits.y_train, 10)
    parameters = []
    for inputs, outputs in pairwise(SIZES):
        parameters.append(tf.Variable(tf.random.truncated_normal((inputs, outputs), stddev=0.1)))
        parameters.append(tf.Variable(tf.zeros(outputs)))

    def epoch() -> None:
        data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(10_000).batch(BATCH)
        for images, targets in data:
            with tf.GradientTape() as tape:
                h = tf.nn.relu(images @ parameters[0] + parameters[1])
                h = tf.nn.relu(h @ parameters[2] + parameters[3])
                logits = h @ parameters[4] + parameters[5]
                losses = tf.nn.softmax_cross_entropy_with_logits(targets, logits)
                loss = tf.reduce_mean(losses)
            for parameter, gradient in zip(
                parameters, tape.gradient(loss, parameters), strict=True
            ):
                parameter.assign_sub(1e-3 * gradient)

    return timed(epoch, epochs)


def keras(epochs: int) -> list[float]:
    """Train the same network with Keras's layers, optimizer and `fit`."""
    digits = mnist.load()
    x = digits.x_train.reshape(-1, 784).astype(np.float32) / 255 - 0.5
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [layers.Dense(256, "relu"), layers.Dense(128, "relu"), layers.Dense(10)]
    )
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(tf.keras.optimizers.SGD(1e-3), loss, metrics=["accuracy"])
    return timed(lambda: model.fit(x, digits.y_train, batch_size=BATCH, verbose=0), epochs)


def pytorch(epochs: int) -> list[float]:
    """Train the same network with an eager PyTorch loop and its SGD."""
    import torch

    digits = mnist.load()
    x = torch.from_numpy(digits.x_train.reshape(-1, 784).astype(np.float32) / 255 - 0.5)
    y = torch.from_numpy(digits.y_train.astype(np.int64))
    nn = torch.nn
    model = nn.Sequential(
        nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10)
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=1e-3)

    def epoch() -> None:
        for batch in torch.randperm(len(x)).split(BATCH):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimizer.step()

    return timed(epoch, epochs)


def scikit_learn(epochs: int) -> list[float]:
    """Train the same network with scikit-learn's MLPClassifier, an epoch a call."""
    from sklearn.neural_network import MLPClassifier

    digits = mnist.load()
    x = digits.x_train.reshape(-1, 784).astype(np.float32) / 255 - 0.5
    model = MLPClassifier(
        hidden_layer_sizes=(256, 128),
        solver="sgd",
        batch_size=BATCH,
        learning_rate_init=1e-3,
        momentum=0,
    )
    classes = np.arange(10)
    return timed(lambda: model.partial_fit(x, digits.y_train, classes=classes), epochs)


CONTENDERS = {
    "floor_numpy": floor_numpy,
    "floor_torch": floor_torch,
    "floor_tensorflow": floor_tensorflow,
    "ours": ours,
    "ours_distorted": partial(ours, distortion=1.0),
    "eager": eager,
    "keras": keras,
    "pytorch": pytorch,
    "scikit_learn": scikit_learn,
}

if __name__ == "__main__":
    contender, count = sys.argv[1:]
    print(json.dumps(CONTENDERS[contender](int(count))))
