"""The named recipes: the article's, its failures, and ours."""

from dataclasses import replace
from typing import Final

from mnist_pad.base.phrases import phrase
from mnist_pad.training.config import ConfigError, TrainingConfig

# The defaults of a TrainingConfig are the article's settings.
_ARTICLE: Final = TrainingConfig(recipe="article")

# What `fast`, `accurate` and `shipped` say was chosen with the last 10,000 training images held
# out; the test set was not looked at.

_FAST: Final = TrainingConfig(
    recipe="fast",
    weight_deviation=None,
    optimizer="adam",
    learning_rate=8e-3,
    schedule="one_cycle",
    momentum=0.8,
    label_smoothing=0.02,
    epochs=5,
)

_ACCURATE: Final = replace(
    _FAST,
    recipe="accurate",
    learning_rate=3e-3,
    momentum=0.9,
    weight_decay=0.02,
    label_smoothing=0.05,
    distortion=0.6,
    pen_styles=12_000,
    counter_examples=8_000,
    held_out=3_000,
    epochs=120,
)

RECIPES: Final[dict[str, TrainingConfig]] = {
    config.recipe: config
    for config in (
        _FAST,
        _ACCURATE,
        replace(
            _ACCURATE,
            recipe="shipped",
            optimizer="muon",
            learning_rate=0.01,
            momentum=0.95,
            weight_decay=0.015,
            batch_size=2048,
            distortion=0.65,
            pen_styles=28_000,
            counter_examples=20_000,
            held_out=5_000,
            epochs=540,
            # Of a few seeds, the one whose network reads people's pen drawings best.
            seed=2,
        ),
        _ARTICLE,
        TrainingConfig(recipe="article-mse", loss="squared_error"),
        TrainingConfig(
            recipe="article-raw", scaling="raw", weight_deviation=1.0, loss="squared_error"
        ),
        TrainingConfig(recipe="article-wide", weight_deviation=1.0, loss="squared_error"),
        TrainingConfig(recipe="article-deeper", hidden_sizes=(256, 128, 64)),
    )
}
"""Every recipe by name, in the order the window lists them."""

DEFAULT_RECIPE: Final = "fast"


def recipe(name: str) -> TrainingConfig:
    """Return the recipe of that name; raises ConfigError, naming those there are."""
    if name not in RECIPES:
        words = phrase("Errors", "recipe: expected one of {names}, found {found!r}")
        raise ConfigError(words.given(names=", ".join(RECIPES), found=name))
    return RECIPES[name]


def is_changed(config: TrainingConfig) -> bool:
    """Tell whether any setting differs from those of the recipe that the config names."""
    return config != RECIPES.get(config.recipe)
