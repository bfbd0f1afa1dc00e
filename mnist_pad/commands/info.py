"""`mnist-pad info`: looks at the data, or at a weights file, before anything is done with it."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.base.wording import translate
from mnist_pad.commands.data import add_data_options, chosen_data, chosen_turn
from mnist_pad.commands.output import add_json_flag, padded, percent, print_json
from mnist_pad.commands.weights import add_scaling_option, load_for
from mnist_pad.dataset.digits import Digits
from mnist_pad.dataset.summary import Summary, look
from mnist_pad.recognizer.weights import Weights

_KINDS: Final = ("theta", "bias")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    subject = parser.add_mutually_exclusive_group()
    add_data_options(parser, subject)
    subject.add_argument(
        "--weights", metavar="F", type=Path, help=translate("Help", "look at this weights file")
    )
    add_scaling_option(parser)
    add_json_flag(parser)


def run(options: argparse.Namespace) -> int:
    """Print the facts."""
    if options.weights is not None:
        chosen_turn(options)
        _show_weights(load_for(options.weights, options.scaling), as_json=options.json)
    elif options.scaling is not None:
        raise UsageError(phrase("Errors", "--scaling: expected --weights beside it, found none"))
    else:
        _show_data(chosen_data(options), as_json=options.json)
    return 0


def _show_data(digits: Digits, *, as_json: bool) -> None:
    summary = look(digits)
    if as_json:
        print_json({"name": digits.name, "fingerprint": digits.fingerprint, **asdict(summary)})
        return
    print(f"{digits.name}, SHA-256 {digits.fingerprint}\n")
    to = translate("Commands", "{low} to {high}")
    for array in summary.arrays:
        print(
            f"{array.name:<8} {array.kind} {array.dtype:<6} {array.shape!s:<16} "
            + to.format(low=array.minimum, high=array.maximum)
        )
    _print_counts(summary)


def _print_counts(summary: Summary) -> None:
    head, last = translate("Commands", "digit"), translate("Commands", "all")
    digits = "".join(f"{digit:>7}" for digit in range(10))
    print("\n" + padded(head, 9) + digits + padded(last, 7, right=True))
    rows = (
        (translate("Commands", "training"), summary.train_counts),
        (translate("Commands", "test"), summary.test_counts),
    )
    for name, counts in rows:
        print(padded(name, 9) + "".join(f"{count:>7}" for count in counts) + f"{sum(counts):>7}")


def _show_weights(weights: Weights, *, as_json: bool) -> None:
    facts = _weights_facts(weights)
    if as_json:
        print_json(facts)
        return
    layers = "-".join(map(str, weights.layer_sizes))
    for name, value in _rows(weights):
        shown = value.format(
            layers=layers,
            parameters=facts["parameters"],
            meta=weights.meta,
            accuracy=percent(weights.meta.test_accuracy),
        )
        print(padded(name, 12) + shown)
    to = translate("Commands", "{low} to {high}")
    for name, low, high in facts["ranges"]:
        print(padded(name, 12) + to.format(low=f"{low:.4g}", high=f"{high:.4g}"))


def _rows(weights: Weights) -> Iterator[tuple[str, str]]:
    parameters = translate("Commands", "{layers}, {parameters:,} parameters")
    yield translate("Commands", "layers"), parameters
    seed = translate("Commands", "{meta.recipe}, seed {meta.seed}")
    yield translate("Commands", "recipe"), seed
    epochs = translate("Commands", "{meta.epochs:,} epochs, {meta.step:,} steps")
    if weights.meta.epochs == 1:
        epochs = translate("Commands", "1 epoch, {meta.step:,} steps")
    yield translate("Commands", "trained"), epochs
    yield translate("Commands", "test set"), "{accuracy}"
    if weights.meta.adapted_from:
        origin = translate("Commands", "from {meta.adapted_from}")
        yield translate("Commands", "adapted"), origin
    yield translate("Commands", "pixels"), "{meta.scaling}"


def _weights_facts(weights: Weights) -> dict[str, Any]:
    names = (f"{kind}_{layer}" for layer in range(1, len(weights.layer_sizes)) for kind in _KINDS)
    ranges = [
        (name, float(array.min()), float(array.max()))
        for name, array in zip(names, weights.parameters, strict=True)
    ]
    return {
        "layer_sizes": list(weights.layer_sizes),
        "parameters": sum(array.size for array in weights.parameters),
        **{key: value for key, value in asdict(weights.meta).items() if key != "config"},
        "config": dict(weights.meta.config),
        "ranges": ranges,
    }
