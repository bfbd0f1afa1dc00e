"""How weights are called wherever they are named."""

from pathlib import Path

from mnist_pad.base.wording import percent, translate
from mnist_pad.workspace.weights import BUILT_IN, WeightsInUse
from mnist_pad.workspace.workspace import Workspace


def describe(workspace: Workspace, in_use: WeightsInUse) -> str:
    """Say where weights come from, and how well they read MNIST's test set."""
    meta, origin = in_use.weights.meta, in_use.origin
    if origin == BUILT_IN:
        name = translate("WeightsFoot", "Built-in")
    elif origin.kind == "file":
        name = Path(origin.name).name
    else:
        record = workspace.runs.record(origin.name)
        name = record.name if record is not None and record.name else meta.recipe
    accuracy = meta.test_accuracy
    return name if accuracy is None else f"{name} · {percent(accuracy, decimals=2)}"
