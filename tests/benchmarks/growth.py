"""60,000, 240,000 and 960,000 images: seconds and bytes an image.

The larger sets are MNIST with copies moved by a few pixels, written as a folder of IDX files. Each
is trained on in a process of its own, an epoch that counts after one that does not.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
from numpy.typing import NDArray

from mnist_pad.dataset import mnist
from mnist_pad.training.events import EpochEnded
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from tests.benchmarks.rows import report

COPIES = (1, 4, 16)
SHIFT_PX = 2


def write(folder: Path, copies: int) -> None:
    """Write MNIST `copies` times over, each copy's images moved; the first is MNIST itself."""
    digits = mnist.load()
    folder.mkdir()
    _write_idx(folder / "t10k-images-idx3-ubyte", [digits.x_test], digits.x_test.shape)
    _write_idx(folder / "t10k-labels-idx1-ubyte", [digits.y_test], digits.y_test.shape)
    count = copies * len(digits.x_train)
    labels = [digits.y_train] * copies
    _write_idx(folder / "train-images-idx3-ubyte", _moved(digits.x_train, copies), (count, 28, 28))
    _write_idx(folder / "train-labels-idx1-ubyte", labels, (count,))


def _moved(images: NDArray[np.uint8], copies: int) -> Iterator[NDArray[np.uint8]]:
    random = np.random.default_rng(0)
    yield images
    for _ in range(1, copies):
        moved = np.empty_like(images)
        shifts = random.integers(-SHIFT_PX, SHIFT_PX + 1, (len(images), 2))
        for shift in np.unique(shifts, axis=0):
            these = (shifts == shift).all(axis=1)
            moved[these] = np.roll(images[these], shift.tolist(), axis=(1, 2))
        yield moved


def _write_idx(path: Path, parts: Iterable[NDArray[np.uint8]], shape: tuple[int, ...]) -> None:
    with path.open("wb") as file:
        file.write(np.array([0x800 + len(shape), *shape], ">u4").tobytes())
        for part in parts:
            file.write(part.tobytes())


def seconds_and_bytes(folder: Path) -> tuple[float, float]:
    """Train on a folder; returns an epoch's seconds and the bytes of memory, both an image.

    Pages of the file that a large set is mapped from are not memory that must be there.
    """
    before = _memory_bytes()
    digits = mnist.load(folder)
    events = train(replace(recipe("article"), epochs=2), digits)
    seconds = [event.seconds for event in events if isinstance(event, EpochEnded)][-1]
    count = len(digits.x_train)
    return seconds / count, (_memory_bytes() - before) / count


def _memory_bytes() -> int:
    memory = psutil.Process().memory_info()
    return memory.rss - getattr(memory, "shared", 0)


def main(rounds: int) -> None:
    """Measure all sizes in turn, `rounds` times."""
    with tempfile.TemporaryDirectory() as temporary:
        folders = {copies: Path(temporary) / str(copies) for copies in COPIES}
        for copies, folder in folders.items():
            write(folder, copies)
        taken = [{c: _in_a_process(folder) for c, folder in folders.items()} for _ in range(rounds)]
    for copies in COPIES:
        label = f"{copies * 60:,}k images, an epoch of `article`"
        report(f"{label}, time an image", [1e6 * once[copies][0] for once in taken], "µs")
        report(f"{label}, memory an image", [once[copies][1] for once in taken], "bytes")
    ratios = [once[COPIES[-1]][0] / once[COPIES[0]][0] for once in taken]
    report("time an image, 960k / 60k", ratios, "", at_most=1.1)


def _in_a_process(folder: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.growth", "--train", str(folder)],
        stdout=subprocess.PIPE,
        check=True,
    )
    seconds, byte_count = json.loads(done.stdout)
    return seconds, byte_count


if __name__ == "__main__":
    if sys.argv[1] == "--train":
        print(json.dumps(seconds_and_bytes(Path(sys.argv[2]))))
    else:
        main(int(sys.argv[1]))
