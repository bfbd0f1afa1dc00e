"""One epoch of `article`: ours, the bare matrix products, and what one would use instead.

Each contender trains 784-256-128-10 on 60,000 images in batches of 256 with plain gradient
descent, float32, and runs in a process of its own, in turn with the others.
"""

import json
import statistics
import subprocess
import sys
from importlib.util import find_spec

from tests.benchmarks.rows import report

FLOORS = {"floor_numpy": "numpy", "floor_torch": "torch", "floor_tensorflow": "tensorflow"}

RIVALS = {
    "eager": ("the article's eager GradientTape loop", "tensorflow"),
    "keras": ("Keras fit", "keras"),
    "pytorch": ("an eager PyTorch loop", "torch"),
    "scikit_learn": ("scikit-learn's MLPClassifier", "sklearn"),
}

EPOCHS = 9


def seconds(contender: str) -> float:
    """Return the median epoch of one contender, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.contenders", contender, str(EPOCHS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return statistics.median(json.loads(done.stdout))


def floor() -> float:
    """Return the seconds of an epoch's bare matrix products in the fastest library at hand."""
    return min(seconds(name) for name, module in FLOORS.items() if find_spec(module))


def main(rounds: int) -> None:
    """Measure all contenders that are installed in turn, `rounds` times."""
    floors = [name for name, module in FLOORS.items() if find_spec(module)]
    rivals = {name: what for name, (what, module) in RIVALS.items() if find_spec(module)}
    names = [*floors, "ours", "ours_distorted", *rivals]
    taken = [{name: seconds(name) for name in names} for _ in range(rounds)]
    lowest = [min(once[name] for name in floors) for once in taken]
    report("floor: an epoch's bare matrix products", lowest, "s")
    report("an epoch of `article`: ours", [once["ours"] for once in taken], "s")
    ours = [once["ours"] / floor for once, floor in zip(taken, lowest, strict=True)]
    report("ours / floor", ours, "", at_most=1.15)
    distorted = [once["ours_distorted"] / once["ours"] for once in taken]
    report("ours with every image distorted / ours", distorted, "", at_most=1.8)
    for name, what in rivals.items():
        ratios = [once[name] / floor for once, floor in zip(taken, lowest, strict=True)]
        report(f"{what} / floor", ratios, "")


if __name__ == "__main__":
    main(int(sys.argv[1]))
