"""How weights are called wherever they are named."""

from pathlib import Path

from mnist_pad.base.wording import percent, translate
from mnist_pad.workspace.weights import BUILT_IN, WeightsInUse
from mnist_pad.workspace.workspace import Workspace


def describe(workspace: Workspace, in_use: WeightsInUse) -> str:
    """Say where weights come from, and how well they read MNIST's test set."""
    name, accuracy = short_name(workspace, in_use), in_use.weights.meta.test_accuracy
    return name if accuracy is None else f"{name} · {percent(accuracy, decimals=2)}"


def short_name(workspace: Workspace, in_use: WeightsInUse) -> str:
    """Say where weights come from, and no more."""
    origin = in_use.origin
    if origin == BUILT_IN:
        return translate("WeightsFoot", "Built-in")
    if origin.kind == "file":
        return Path(origin.name).name
    record = workspace.runs.record(origin.name)
    name = record.name if record is not None and record.name else in_use.weights.meta.recipe
    if origin.step is None:
        return name
    words = translate("WeightsFoot", "{run}, step {step:,}")
    return words.format(run=name, step=origin.step)
