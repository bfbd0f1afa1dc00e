"""`fast` with five seeds: test accuracy, and seconds of training to 98 %."""

import sys
from dataclasses import replace

from mnist_pad.dataset import mnist
from mnist_pad.training.events import EpochEnded, RunEnded
from mnist_pad.training.recipes import recipe
from mnist_pad.training.run import train
from tests.benchmarks import epoch
from tests.benchmarks.rows import report

SEEDS = range(5)


def main(rounds: int) -> None:
    """Train with each seed; more rounds would be other seeds."""
    digits = mnist.load()
    accuracies, to_98, whole, floors = [], [], [], []
    for seed in SEEDS:
        floors.append(epoch.floor())
        epochs = []
        for event in train(replace(recipe("fast"), seed=seed), digits):
            if isinstance(event, EpochEnded):
                epochs.append(event)
            if isinstance(event, RunEnded):
                assert event.test_accuracy is not None
                accuracies.append(event.test_accuracy)
        whole.append(sum(ended.seconds for ended in epochs))
        to_98.append(seconds_to(0.98, epochs))
    report("`fast`, test accuracy", accuracies, "", at_least=0.98)
    report("`fast`, seconds of training in all", whole, "s")
    report("`fast`, seconds of training to 98 %", to_98, "s", at_most=3)
    ratios = [seconds / floor for seconds, floor in zip(to_98, floors, strict=True)]
    report("the same / the floor of an epoch", ratios, "", at_most=9)


def seconds_to(accuracy: float, epochs: list[EpochEnded]) -> float:
    """Return the training time up to the first epoch that reads so well; infinite for none."""
    spent = 0.0
    for ended in epochs:
        spent += ended.seconds
        if ended.test_accuracy >= accuracy:
            return spent
    return float("inf")


if __name__ == "__main__":
    main(int(sys.argv[1]))
