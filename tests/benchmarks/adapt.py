"""`mnist-pad adapt` on three drawings of each digit, read on the writer's other drawings.

On a writer of our own making, or on those of a file of drawings with a "writer" on each line:
`python -m tests.benchmarks.adapt ROUNDS FILE` takes each who has six or more of every digit.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from mnist_pad.dataset.drawings import Sample, read, write
from tests.benchmarks.own_writer import drawings
from tests.benchmarks.rows import report

LEARNT: Final = 3
"""Drawings of each digit to learn from: the first."""
LEAST: Final = 6


def main(rounds: int, path: Path | None) -> None:
    """Measure every writer; the time, `rounds` times."""
    hands = own_hand() if path is None else hands_of(path)
    results = {name: measured(samples) for name, samples in hands.items()}
    before = sum(result["before"] for result in results.values())
    after = sum(result["after"] for result in results.values())
    for name, result in results.items():
        who = f"adapt, {name}: misread of {result['others']}"
        report(f"{who}, before", [result["before"]], "")
        report(f"{who}, after", [result["after"]], "")
    report("adapt: misread after / before, all writers", [after / before], "", at_most=0.5)
    lost = [100 * (result["mnist_before"] - result["mnist_after"]) for result in results.values()]
    report("adapt: the most that MNIST loses", [max(lost)], "points", at_most=0.1)
    seconds = [result["seconds"] for result in results.values()]
    first = next(iter(hands.values()))
    seconds += [measured(first)["seconds"] for _ in range(rounds - 1)]
    report("adapt, start to end", [max(seconds)], "s", at_most=10)


def own_hand() -> dict[str, list[Sample]]:
    """Return our own writer's drawings, those to learn from first."""
    return {"a writer of our own": [*drawings(LEARNT, seed=1), *drawings(30, seed=2)]}


def hands_of(path: Path) -> dict[str, list[Sample]]:
    """Return the drawings of those who have enough, by name."""
    samples, _ = read(path)
    hands: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        hands[str(sample.extra.get("writer"))].append(sample)
    return {
        name: samples
        for name, samples in hands.items()
        if min(Counter(s.label for s in samples).get(digit, 0) for digit in range(10)) >= LEAST
    }


def measured(samples: Sequence[Sample]) -> Mapping[str, Any]:
    """Adapt to the first drawings of each digit, as a user would, and read the others."""
    seen: Counter[int | None] = Counter()
    learnt, others = [], []
    for sample in samples:
        seen[sample.label] += 1
        (learnt if seen[sample.label] <= LEARNT else others).append(sample)
    with tempfile.TemporaryDirectory() as folder:
        ink, rest, out = (Path(folder) / name for name in ("learnt", "others", "out.npz"))
        write(learnt, ink)
        write(others, rest)
        started = time.perf_counter()
        *_, end = command("adapt", "--ink", ink, "--out", out)
        seconds = time.perf_counter() - started
        (before,) = command("evaluate", "--ink", rest)
        (after,) = command("evaluate", "--ink", rest, "--weights", out)
    count = len(others)
    return {
        "others": count,
        "before": round(count * (1 - before["accuracy"])),
        "after": round(count * (1 - after["accuracy"])),
        "mnist_before": end["mnist_before"],
        "mnist_after": end["mnist_after"],
        "seconds": seconds,
    }


def command(*arguments: object) -> list[dict[str, Any]]:
    """Run a command and return the objects it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "mnist_pad", *map(str, arguments), "--json"],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
