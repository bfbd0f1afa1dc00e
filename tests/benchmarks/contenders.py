"""The same epoch, done by each contender; prints the seconds of some epochs as JSON."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from mnist_pad.dataset import mnist
from mnist_pad.training.events import EpochEnded
from mnist_pad.training.loop import train
from mnist_pad.training.quietly import tensorflow as tf
from mnist_pad.training.recipes import recipe

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


def floor(epochs: int) -> list[float]:
    """Multiply what an epoch multiplies: forward 3, weight gradients 3, input gradients 2."""
    random = np.random.default_rng(0)

    def matrix(*shape: int) -> Any:
        return tf.constant(random.standard_normal(shape).astype(np.float32))

    layers = [
        (matrix(BATCH, inputs), matrix(inputs, outputs), matrix(BATCH, outputs))
        for inputs, outputs in pairwise(SIZES)
    ]

    @tf.function
    def products() -> None:
        for _ in tf.range(STEPS):
            results = []
            for number, (x, theta, gradient) in enumerate(layers):
                results += [x @ theta, tf.matmul(x, gradient, transpose_a=True)]
                if number:
                    results.append(tf.matmul(gradient, theta, transpose_b=True))
            with tf.control_dependencies(results):
                tf.no_op()

    return timed(products, epochs)


def ours(epochs: int) -> list[float]:
    """Train `article`; its events tell each epoch's seconds."""
    config = replace(recipe("article"), epochs=epochs + 1)
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


if __name__ == "__main__":
    contender, count = sys.argv[1:]
    chosen = {"floor": floor, "ours": ours, "eager": eager, "keras": keras}[contender]
    print(json.dumps(chosen(int(count))))
