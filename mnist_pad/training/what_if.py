"""Settings that show what goes wrong, or otherwise, and why: several of a recipe's changed at once.

What each shows was measured; `tests/training/test_what_if.py` runs them.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.recipes import RECIPES

_FAST: Final = RECIPES["fast"]
_ARTICLE: Final = RECIPES["article"]

WHAT_IF: Final[Mapping[str, TrainingConfig]] = {
    "zero_weights": replace(_FAST, weight_deviation=0.0),
    "large_rate": replace(_FAST, learning_rate=100 * _FAST.learning_rate),
    # At the article's rate ReLU would take long too: this one suits it.
    "deep_sigmoid": replace(
        _ARTICLE,
        activation="sigmoid",
        hidden_sizes=(128, 128, 128, 128),
        weight_deviation=None,
        learning_rate=0.1,
        epochs=10,
    ),
    # Of 60,000 images, five epochs would learn nothing by heart.
    "shuffled_labels": replace(
        _FAST,
        labels="shuffled",
        train_images=2_000,
        label_smoothing=0.0,
        schedule="constant",
        learning_rate=1e-3,
        epochs=100,
    ),
    "few_images": replace(_FAST, train_images=100, epochs=50),
    "batch_of_one": replace(_ARTICLE, batch_size=1, epochs=1),
    "batch_of_all": replace(_ARTICLE, batch_size=60_000, epochs=10),
}
"""Settings by name, in the order the window lists them; their `recipe` is the one they change."""


def what_if_of(config: TrainingConfig) -> str | None:
    """Return which of WHAT_IF the settings are, whatever their seed; None where they are none."""
    # All of them have the seed that settings have by default.
    plain = replace(config, seed=0)
    return next((name for name, settings in WHAT_IF.items() if settings == plain), None)
