"""`mnist-pad explain`: why a picture, or a drawing, is read as it is."""

import argparse
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.errors import UsageError
from mnist_pad.base.wording import listed, translate
from mnist_pad.commands.data import tell
from mnist_pad.commands.labelled_images import read_samples
from mnist_pad.commands.output import add_json_flag, percent, print_json
from mnist_pad.commands.predict import read
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.dataset import mnist
from mnist_pad.dataset.drawings import Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.recognizer.explaining.flip import Flip, smallest_change
from mnist_pad.recognizer.explaining.gradient import saliency
from mnist_pad.recognizer.explaining.nearest import LastHidden, Neighbour, last_hidden
from mnist_pad.recognizer.explaining.pixels import inputs_of
from mnist_pad.recognizer.forward import Activations
from mnist_pad.recognizer.marks import Mark
from mnist_pad.recognizer.numbers import InkReader
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights

_NEAREST: Final = 5
_STRONGEST: Final = 5
_SIDE_PX: Final = 28
# From paper to ink; what is changed has signs of its own, so these have neither.
_GREYS: Final = " .:coO0@"


@dataclass(frozen=True, eq=False)
class _Explained:
    """A picture, (784,), how it is read, and why."""

    image: NDArray[np.uint8]
    digit: int
    prediction: Prediction
    layers: Activations
    saliency: NDArray[np.float64]
    nearest: tuple[Neighbour, ...]
    flip: Flip | None


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("picture", metavar="PICTURE", nargs="?", type=Path, help="of one digit")
    parser.add_argument("--ink", metavar="F", type=Path, help="a file of drawings, with --id")
    parser.add_argument("--id", metavar="ID", help="which drawing of --ink")
    add_weights_option(parser)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Print how one digit is read and why."""
    _check(options)
    weights = chosen_weights(options)
    recognizer = Recognizer(weights)
    if options.picture is not None:
        name = str(options.picture)
        image = _only(read(options.picture, recognizer), name)
    else:
        name = f"{options.ink}: drawing {options.id}"
        image = _drawn(_sample(options.ink, options.id), recognizer, name)
    explained = _explained(image, weights, name)
    if options.json:
        print_json(_as_json(explained))
    else:
        print(f"{name}: {_in_words(explained)}")
    return 0


def _check(options: argparse.Namespace) -> None:
    if options.picture is not None and (options.ink is not None or options.id is not None):
        raise UsageError("expected a picture, or --ink and --id, found both")
    if options.picture is None and options.ink is None:
        raise UsageError("expected a picture, or --ink and --id, found neither")
    if options.picture is None and options.id is None:
        raise UsageError("--id: expected which drawing of --ink, found none")


def _sample(path: Path, wanted: str) -> Sample:
    samples = read_samples(path)
    found = [sample for sample in samples if str(sample.id) == wanted]
    if not found:
        known = listed([str(sample.id) for sample in samples])
        raise UsageError(f"{path}: expected a drawing with the id {wanted}, found {known}")
    if len(found) > 1:
        # Refused, none of them could be explained.
        tell(path, f"{len(found)} drawings have the id {wanted}; the first is explained")
    return found[0]


def _drawn(sample: Sample, recognizer: Recognizer, name: str) -> NDArray[np.uint8]:
    """Return a drawing's image; one that nobody labelled may be several digits."""
    if sample.label is None and sample.image is None:
        return _only(InkReader(recognizer).read(sample.ink), name)
    (image,) = SampleImages().of([sample])
    if image is None:
        raise UsageError(f"{name}: expected one digit, found too little ink")
    return image


def _only(marks: tuple[Mark, ...], name: str) -> NDArray[np.uint8]:
    """Return the image of the one digit there is."""
    if len(marks) != 1:
        found = f"{len(marks)} marks" if marks else "no ink"
        raise UsageError(f"{name}: expected one digit, found {found}")
    (mark,) = marks
    if mark.found.stages is None or mark.prediction.digit is None:
        raise UsageError(f"{name}: expected one digit, found none: {mark.prediction.reason}")
    return mark.found.stages.image


def _explained(image: NDArray[np.uint8], weights: Weights, name: str) -> _Explained:
    prediction, layers = Recognizer(weights).read_whole(image)
    if prediction.digit is None:
        raise UsageError(f"{name}: expected one digit, found none: {prediction.reason}")
    digit = prediction.digit
    known = mnist.load()
    index = LastHidden(weights, known.x_train, known.y_train)
    hidden = last_hidden(weights, inputs_of(image, weights.meta.scaling))[0]
    return _Explained(
        image=image.reshape(-1),
        digit=digit,
        prediction=prediction,
        layers=layers,
        saliency=saliency(weights, image, digit),
        nearest=index.nearest(hidden, _NEAREST),
        flip=smallest_change(weights, image),
    )


def _as_json(explained: _Explained) -> dict[str, Any]:
    flip = explained.flip
    return {
        "digit": explained.digit,
        "probabilities": explained.prediction.probabilities.tolist(),
        "image": explained.image.tolist(),
        "layers": [layer.tolist() for layer in explained.layers],
        "saliency": explained.saliency.tolist(),
        "nearest": [asdict(neighbour) for neighbour in explained.nearest],
        "flip": None
        if flip is None
        else {"digit": flip.digit, "image": flip.image.tolist(), "changed": flip.changed},
    }


def _in_words(explained: _Explained) -> str:
    probability = float(explained.prediction.probabilities[explained.digit])
    lines = [f"{explained.digit} ({percent(probability)})", ""]
    of_layer = translate("Commands", "layer {layer}, strongest units (of {count:,}): {units}")
    for number, layer in enumerate(explained.layers[:-1], start=1):
        lines.append(of_layer.format(layer=number, count=len(layer), units=_strongest(layer)))
    of_logits = translate("Commands", "logits: {logits}")
    each = (f"{digit}: {logit:.4g}" for digit, logit in enumerate(explained.layers[-1]))
    lines.append(of_logits.format(logits=", ".join(each)))
    lines.append(_nearest_in_words(explained.nearest))
    return "\n".join([*lines, "", *_flip_in_words(explained)])


def _strongest(layer: NDArray[Any]) -> str:
    units = np.argsort(-np.abs(layer), kind="stable")[:_STRONGEST]
    return ", ".join(f"{unit} ({layer[unit]:.4g})" for unit in units)


def _nearest_in_words(nearest: tuple[Neighbour, ...]) -> str:
    if not nearest:
        return translate("Commands", "nearest training digits: none, the weights overflow")
    told = translate("Commands", "nearest training digits: {digits}")
    one = translate("Commands", "{label} (number {index}, distance {distance:.4g})")
    return told.format(digits=", ".join(one.format(**asdict(each)) for each in nearest))


def _flip_in_words(explained: _Explained) -> list[str]:
    flip = explained.flip
    if flip is None:
        return [translate("Commands", "No change was found that makes it another digit.")]
    if flip.changed == 1:
        told = translate("Commands", "Read as {digit} with 1 pixel changed (+ inked, - wiped out):")
    else:
        told = translate(
            "Commands", "Read as {digit} with {changed:,} pixels changed (+ inked, - wiped out):"
        )
    first = told.format(digit=flip.digit, changed=flip.changed)
    return [first, *_picture(explained.image, flip.image)]


def _picture(image: NDArray[np.uint8], changed: NDArray[np.float64]) -> list[str]:
    """Draw a changed picture, its changes marked; two signs a pixel are about as wide as high."""
    greys = np.array(list(_GREYS))[image.astype(np.intp) * (len(_GREYS) - 1) // 255]
    signs = np.where(changed > image, "+", np.where(changed < image, "-", greys))
    rows = np.repeat(signs.reshape(_SIDE_PX, _SIDE_PX), 2, axis=1)
    return ["".join(row).rstrip() for row in rows]
