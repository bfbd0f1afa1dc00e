"""Runs every measurement in a process of its own, one at a time, and prints one table."""

import argparse
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

MEASUREMENTS = {
    "adapt": "learning a hand: errors, what MNIST loses, time",
    "evaluation": "10,000 images with all figures, the map, the report; stalls beside it",
    "epoch": "one epoch of `article`, against the floor and the alternatives",
    "explain": "why an answer: times, and in how few pixels answers flip",
    "evaluation_page": "the evaluation page: stalls, a stroke beside the map",
    "fast": "`fast`, five seeds",
    "growth": "60,000 to 960,000 images",
    "inside": "the inside page: a stroke's point to its painted views",
    "kills": "windows killed while they draw and train: what is lost",
    "language": "the whole window in another language",
    "learning": "what `while it learns` adds to an epoch of `fast`",
    "points": "one point more in drawings of 5,000",
    "startup": "from the command to a window that reads",
    "stroke": "a stroke's point to its painted bars",
    "window": "a run in the window: stalls, answers, memory",
}


def main() -> int:
    """Measure what is asked for; returns 1 where a measurement failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="NAME", help=", ".join(MEASUREMENTS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    unknown = set(options.only) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"expected names among {', '.join(MEASUREMENTS)}, found {unknown.pop()}")
    if not options.json:
        print(machine())
    failed = False
    for name in options.only or MEASUREMENTS:
        rows = measured(name, options.rounds)
        failed = failed or not rows
        for row in rows:
            print(json.dumps(row) if options.json else line(row), flush=True)
    return int(failed)


def measured(name: str, rounds: int) -> list[dict[str, object]]:
    """Run one measurement; each line it prints is a row."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}", str(rounds)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "TF_CPP_MIN_LOG_LEVEL": "3"},
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        print(f"{name}: failed with status {done.returncode}", file=sys.stderr)
    return [json.loads(text) for text in done.stdout.splitlines()]


def line(row: dict[str, object]) -> str:
    """Return a row of the table; its limit, where it has one, with whether it is met."""
    text = f"{row['what']:<58} {row['median']:>10.3f} {row['unit']:<8}"
    text += f" {row['low']:>10.3f} to {row['high']:<10.3f}"
    if row["limit"] is None:
        return text
    return f"{text} {'met' if row['met'] else 'MISSED':<6} ({row['limit']})"


def machine() -> str:
    """Name the machine that all rows are of."""
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(text.partition(": ")[2] for text in lines if text.startswith("model name"))
    except (OSError, StopIteration):
        pass
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{model}, {cores} cores, Python {platform.python_version()}, {platform.system()}"


if __name__ == "__main__":
    sys.exit(main())
