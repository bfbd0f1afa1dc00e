"""One epoch of `article`: ours, the bare matrix products, and what one would use instead.

Each contender trains 784-256-128-10 on 60,000 images in batches of 256 with plain gradient
descent, float32, and runs in a process of its own, in turn with the others.
"""

import json
import statistics
import subprocess
import sys

from tests.benchmarks.rows import report

CONTENDERS = {
    "floor": "the bare matrix products of an epoch (TensorFlow)",
    "ours": "ours",
    "eager": "the article's eager GradientTape loop",
    "keras": "Keras fit",
}

EPOCHS = 3


def seconds(contender: str) -> float:
    """Return the median epoch of one contender, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.contenders", contender, str(EPOCHS)],
        stdout=subprocess.PIPE,
        check=True,
    )
    return statistics.median(json.loads(done.stdout))


def main(rounds: int) -> None:
    """Measure all contenders in turn, `rounds` times."""
    taken = [{name: seconds(name) for name in CONTENDERS} for _ in range(rounds)]
    for name, what in CONTENDERS.items():
        report(f"an epoch: {what}", [once[name] for once in taken], "s")
    for name in CONTENDERS:
        if name != "floor":
            limit = 1.15 if name == "ours" else None
            ratios = [once[name] / once["floor"] for once in taken]
            report(f"{CONTENDERS[name]} / floor", ratios, "", at_most=limit)


if __name__ == "__main__":
    main(int(sys.argv[1]))
