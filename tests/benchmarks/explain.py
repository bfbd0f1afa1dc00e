"""What explaining an answer takes, on one core, and in how few pixels answers flip."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

# One core, before NumPy is there: what is measured runs beside the window's own.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np

from mnist_pad.dataset import mnist
from mnist_pad.ink.raster import scale
from mnist_pad.recognizer.explaining.breaking import Breakage
from mnist_pad.recognizer.explaining.flip import flips, smallest_change
from mnist_pad.recognizer.explaining.gradient import saliency
from mnist_pad.recognizer.explaining.liking import liked
from mnist_pad.recognizer.explaining.nearest import LastHidden, last_hidden
from mnist_pad.recognizer.explaining.order import alike
from mnist_pad.recognizer.explaining.paths import strongest_paths
from mnist_pad.recognizer.explaining.receptive import receptive_fields
from mnist_pad.recognizer.explaining.units import layer_units
from mnist_pad.recognizer.forward import activations
from mnist_pad.recognizer.weights import shipped
from tests.benchmarks.rows import percentile, report
from tests.recognizer.explaining.attacks import Plain, deep_fool, fast_gradient_sign, pixels

IMAGES = 200


def taken_ms(work: Callable[[Any], object], over: Iterable[Any]) -> list[float]:
    """Return what each call takes of the processor, whatever else runs meanwhile."""
    taken = []
    for each in over:
        started = time.process_time()
        work(each)
        taken.append(1000 * (time.process_time() - started))
    return taken


def report_ms(what: str, taken: list[float], at_most: float | None = None) -> None:
    """Report the median, and the 99th percentile with its limit."""
    report(f"{what}, median", taken, "ms")
    report(f"{what}, 99th percentile", [percentile(taken, 99)], "ms", at_most=at_most)


def main(rounds: int) -> None:
    """Measure on the first 200 test images; what is made once, `rounds` times."""
    weights, digits = shipped(), mnist.load()
    images = digits.x_test[:IMAGES].reshape(-1, 784)
    changes = {}
    taken = taken_ms(
        lambda at: changes.update({at: smallest_change(weights, images[at])}), range(IMAGES)
    )
    report_ms("the smallest change that flips", taken, at_most=50)
    report_ms("the same for each other digit", taken_ms(lambda i: flips(weights, i), images[::10]))
    compare([change.changed for change in changes.values() if change], weights, images)

    layers = [activations(weights, scale(image[np.newaxis])) for image in images]
    answers = [int(layer[-1].argmax()) for layer in layers]
    pairs = list(zip(images, answers, layers, strict=True))
    report_ms("saliency", taken_ms(lambda p: saliency(weights, p[0], p[1]), pairs))
    report_ms(
        "the ten strongest paths",
        taken_ms(lambda p: strongest_paths(weights, p[2], p[1], 10), pairs),
    )
    report_ms(
        "what a digit would like to see",
        taken_ms(lambda p: liked(weights, 8, p[0]), pairs),
        at_most=50,
    )

    known = digits.x_train, digits.y_train
    report(
        "an index of 60,000 training images",
        taken_ms(lambda _: LastHidden(weights, *known), range(rounds)),
        "ms",
    )
    index = LastHidden(weights, *known)
    hidden = last_hidden(weights, scale(images))
    report_ms(
        "the five nearest of them", taken_ms(lambda h: index.nearest(h, 5), hidden), at_most=5
    )
    for layer in (0, 1):
        fields = receptive_fields(weights, layer)
        report(f"{len(fields)} units in order", taken_ms(alike, [fields] * rounds), "ms")
    whole = taken_ms(lambda layer: layer_units(weights, digits.x_train, layer, 9), [0, 1] * rounds)
    report("what excites a layer's units, of 60,000", whole, "ms")
    broken = Breakage(noise=0.1, pruned=0.3, bits=8, biases=(0,), units=((0, 3),))
    report(
        "weights broken in every way",
        taken_ms(lambda _: broken.apply(weights), range(rounds)),
        "ms",
    )


def compare(ours: list[int], weights: Any, images: Any) -> None:
    """Report how many pixels are changed in all, by ours and by what others do."""
    network = Plain(weights)
    signs = sum(pixels(fast_gradient_sign(network, image), image) for image in images)
    fooled = sum(pixels(deep_fool(network, image), image) for image in images)
    report(f"pixels changed, {IMAGES} digits: the gradient's sign", [signs], "pixels")
    report(f"pixels changed, {IMAGES} digits: DeepFool", [fooled], "pixels")
    # Every digit flips, and all of them together in fewer pixels than by either.
    report(f"digits flipped, of {IMAGES}", [len(ours)], "", at_least=IMAGES)
    report(
        f"pixels changed, {IMAGES} digits: here",
        [sum(ours)],
        "pixels",
        at_most=min(signs, fooled) - 1,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
