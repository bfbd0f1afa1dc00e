"""Settings: what can be trained, and what is refused in one sentence."""

from dataclasses import asdict, replace

import pytest

from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.training.recipes import DEFAULT_RECIPE, RECIPES, recipe


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("epochs", 0),
        ("epochs", 2.0),
        ("epochs", True),
        ("batch_size", 0),
        ("batch_size", 60_001),
        ("seed", -1),
        ("hidden_sizes", ()),
        ("hidden_sizes", (0,)),
        ("hidden_sizes", (8_193,)),
        ("hidden_sizes", (8,) * 17),
        ("learning_rate", 0.0),
        ("learning_rate", float("nan")),
        ("learning_rate", "fast"),
        ("weight_deviation", -0.1),
        ("activation", "step"),
        ("labels", "none"),
        ("train_images", -1),
        ("momentum", 1.0),
        ("label_smoothing", -0.1),
        ("weight_decay", float("inf")),
        ("loss", "hinge"),
        ("optimizer", "lbfgs"),
        ("schedule", "steps"),
        ("scaling", "none"),
    ],
)
def test_what_cannot_be_trained_is_refused_by_name(setting, value):
    with pytest.raises(ConfigError) as refusal:
        replace(TrainingConfig(), **{setting: value})
    message = str(refusal.value)
    assert message.startswith(f"{setting.replace('_', ' ')}: expected ")
    assert ", found " in message
    assert "\n" not in message


@pytest.mark.parametrize("name", RECIPES)
def test_recipes_come_back_from_what_a_weights_file_holds(name):
    config = recipe(name)
    stored = asdict(config) | {"hidden_sizes": list(config.hidden_sizes)}
    assert TrainingConfig.from_dict(stored) == config
    assert config.recipe == name


@pytest.mark.parametrize(
    ("values", "words"),
    [({"epoch": 3}, "epoch"), ({"hidden_sizes": 3}, "hidden"), ({"hidden_sizes": "ab"}, "hidden")],
)
def test_stored_settings_that_are_none_are_refused(values, words):
    with pytest.raises(ConfigError, match=words):
        TrainingConfig.from_dict(values)


def test_the_article_s_recipe_is_the_article_s():
    article = recipe("article")
    assert (article.batch_size, article.learning_rate, article.epochs) == (256, 1e-3, 500)
    assert (article.hidden_sizes, article.weight_deviation) == ((256, 128), 0.1)
    assert (article.optimizer, article.loss, article.scaling) == ("sgd", "cross_entropy", "centred")
    assert replace(recipe("article-mse"), recipe="article", loss="cross_entropy") == article


def test_an_unknown_recipe_is_refused_with_those_there_are():
    assert DEFAULT_RECIPE in RECIPES
    with pytest.raises(ConfigError, match=r"article-mse.*'nonsense'"):
        recipe("nonsense")
