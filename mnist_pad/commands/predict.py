"""`mnist-pad predict`: reads pictures."""

import argparse
import sys
from pathlib import Path

from mnist_pad.commands.output import add_json_flag, percent, print_json
from mnist_pad.commands.weights import add_weights_option, chosen_weights
from mnist_pad.pictures.reading import PictureError, rasterize_picture, read_picture
from mnist_pad.recognizer.prediction import Prediction
from mnist_pad.recognizer.recognizer import Recognizer, nothing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("pictures", metavar="PICTURE", nargs="+", type=Path)
    add_weights_option(parser)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Read each picture; one that is none is told, and the others are read all the same."""
    recognizer = Recognizer(chosen_weights(options))
    status = 0
    for picture in options.pictures:
        try:
            prediction = read(picture, recognizer)
        except PictureError as error:
            print(f"mnist-pad: error: {error}", file=sys.stderr)
            # As EXIT_USAGE of `cli`, which stands above the commands and is not imported by them.
            status = 2
            continue
        if options.json:
            print_json(_as_json(picture, prediction))
        else:
            print(f"{picture}: {_in_words(prediction)}")
    return status


def read(picture: Path, recognizer: Recognizer) -> Prediction:
    """Return what `recognizer` says of a picture file; raises PictureError."""
    stages = rasterize_picture(read_picture(picture))
    return nothing("no ink found") if stages is None else recognizer.read(stages.image)


def _as_json(picture: Path, prediction: Prediction) -> dict[str, object]:
    return {
        "picture": str(picture),
        "verdict": prediction.verdict,
        "digit": prediction.digit,
        "probabilities": prediction.probabilities.tolist(),
    }


def _in_words(prediction: Prediction) -> str:
    if prediction.digit is None:
        return f"not a digit ({prediction.reason})"
    probability = percent(float(prediction.probabilities[prediction.digit]))
    if prediction.verdict == "unsure":
        return f"unsure, {prediction.reason} ({probability})"
    return f"{prediction.digit} ({probability})"
