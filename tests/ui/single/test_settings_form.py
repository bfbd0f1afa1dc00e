"""The settings by themselves: an input for each, what cannot be is marked and told."""

from dataclasses import dataclass, fields, replace
from typing import Annotated

import pytest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSpinBox, QWidget

from mnist_pad.training.config import TrainingConfig, Whole
from mnist_pad.training.recipes import RECIPES
from mnist_pad.ui.training import settings_form
from mnist_pad.ui.training.settings_form import SettingsForm
from mnist_pad.workspace.recipe import RecipeStore

SETTINGS = [field.name for field in fields(TrainingConfig) if field.name != "recipe"]
KINDS = {QSpinBox: "Spin", QDoubleSpinBox: "Spin", QComboBox: "Combo", QLineEdit: "Edit"}


@dataclass(frozen=True)
class OneMore(TrainingConfig):
    """The settings of a later version."""

    warm_up: Annotated[int, Whole(0, 40)] = 3


@pytest.fixture
def recipe(qapp):
    return RecipeStore()


@pytest.fixture
def person(show, recipe):
    """Somebody at the settings."""
    return show(SettingsForm(recipe))


def camel(setting):
    first, *others = setting.split("_")
    return first + "".join(map(str.capitalize, others))


def inputs(person):
    """Return the settings' inputs by their names."""
    found = [widget for kind in KINDS for widget in person.window.findChildren(kind)]
    return {each.objectName(): each for each in found if not each.objectName().startswith("qt_")}


def marked(person):
    return [name for name, widget in inputs(person).items() if widget.property("wrong")]


def problem(person):
    return person.text("settingsProblem") if person.is_visible("settingsProblem") else ""


def test_every_setting_has_one_input_whose_name_is_made_of_its_own(person):
    names = {
        name.removesuffix(ending)
        for name, widget in inputs(person).items()
        for kind, ending in KINDS.items()
        if isinstance(widget, kind) and name.endswith(ending)
    }
    assert names == set(map(camel, SETTINGS))


def test_every_setting_is_called_something_and_explained(person):
    labels = {label.buddy(): label for label in person.window.findChildren(QLabel) if label.buddy()}
    for name, widget in inputs(person).items():
        label = labels[widget]
        assert label.text() == widget.accessibleName() != "", name
        assert label.toolTip() == widget.toolTip() != "", name
    texts = [label.text() for label in labels.values()]
    assert len(set(texts)) == len(texts)


def test_a_setting_more_is_an_input_more(show, recipe, monkeypatch):
    monkeypatch.setattr(settings_form, "TrainingConfig", OneMore)
    recipe.choose(OneMore())
    person = show(SettingsForm(recipe))
    assert len(inputs(person)) == len(SETTINGS) + 1
    spin = person.widget("warmUpSpin")
    assert (spin.value(), spin.maximum(), spin.accessibleName()) == (3, 40, "Warm up")
    person.set("warmUpSpin", 7)
    assert recipe.config.warm_up == 7


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_is_shown_and_taken_back_just_as_it_is(person, recipe, name):
    recipe.choose_recipe(name)
    assert recipe.config is RECIPES[name]
    seed = person.widget("seedSpin")
    seed.stepUp()
    assert recipe.config == replace(RECIPES[name], seed=RECIPES[name].seed + 1)
    # Every other input gives back what it was shown, to the last figure.
    seed.stepDown()
    assert recipe.config == RECIPES[name]


@pytest.mark.parametrize(
    ("name", "typed", "changes"),
    [
        ("epochsSpin", "12", {"epochs": 12}),
        ("learningRateSpin", "0.00025", {"learning_rate": 0.00025}),
        ("weightDeviationSpin", "0.3", {"weight_deviation": 0.3}),
        ("labelSmoothingSpin", "0.125", {"label_smoothing": 0.125}),
        ("hiddenSizesEdit", "64,32", {"hidden_sizes": (64, 32)}),
        ("hiddenSizesEdit", " 64 ", {"hidden_sizes": (64,)}),
        ("penStylesSpin", "500", {"pen_styles": 500}),
    ],
)
def test_what_is_typed_is_the_setting(person, recipe, name, typed, changes):
    before = recipe.config
    person.type(name, typed)
    assert recipe.config == replace(before, **changes)
    assert person.widget(name).text() == typed
    assert (marked(person), problem(person)) == ([], "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lossCombo", "squared_error"),
        ("optimizerCombo", "momentum"),
        ("scalingCombo", "raw"),
        ("activationCombo", "tanh"),
        ("labelsCombo", "shuffled"),
    ],
)
def test_what_is_chosen_is_the_setting(person, recipe, name, value):
    combo = person.widget(name)
    combo.setCurrentIndex(combo.findData(value))
    assert getattr(recipe.config, name.removesuffix("Combo")) == value
    assert "_" not in combo.currentText()


def test_no_deviation_is_called_he_and_is_none(person, recipe):
    spin = person.widget("weightDeviationSpin")
    assert (spin.text(), recipe.config.weight_deviation) == ("He", None)
    spin.setValue(0.1)
    assert recipe.config.weight_deviation == 0.1
    spin.setValue(0)
    assert (spin.text(), recipe.config.weight_deviation) == ("0", 0.0)
    spin.stepDown()
    assert (spin.text(), recipe.config.weight_deviation) == ("He", None)


@pytest.mark.parametrize(
    "typed", ["", "many", "256,", "0", "256, 0", "-3", "1e3", "999999999", ", ".join("1" * 99)]
)
def test_what_cannot_be_is_marked_and_told_and_nothing_else_is(person, recipe, typed):
    before = recipe.config
    person.type("hiddenSizesEdit", "32")
    edited = replace(before, hidden_sizes=(32,))
    person.widget("hiddenSizesEdit").setText(typed)
    assert "hidden" in problem(person)
    assert str(recipe.problem) == problem(person)
    assert marked(person) == ["hiddenSizesEdit"]
    assert recipe.config == edited
    assert person.text("hiddenSizesEdit") == typed


def test_what_is_mended_is_marked_and_told_no_longer(person, recipe):
    person.type("hiddenSizesEdit", "many")
    person.type("hiddenSizesEdit", "16")
    assert (marked(person), problem(person), recipe.problem) == ([], "", "")
    assert recipe.config.hidden_sizes == (16,)


def test_another_recipe_takes_the_mark_away_too(person, recipe):
    person.type("hiddenSizesEdit", "many")
    recipe.choose_recipe("article")
    assert (marked(person), problem(person)) == ([], "")
    assert person.text("hiddenSizesEdit") == "256, 128"


def test_the_limits_are_those_of_the_settings(person):
    batch, rate = person.widget("batchSizeSpin"), person.widget("learningRateSpin")
    assert (batch.minimum(), batch.maximum()) == (1, 60_000)
    assert 0 < rate.minimum() <= 1e-5
    assert rate.maximum() == 1000
    assert person.widget("momentumSpin").maximum() < 1
    # Whatever the inputs' ends are, they make settings.
    for widget in person.window.findChildren(QDoubleSpinBox):
        for value in (widget.minimum(), widget.maximum()):
            widget.setValue(value)
            assert problem(person) == "", widget.objectName()


@pytest.mark.parametrize(
    ("change", "name", "used"),
    [
        ({"optimizer": "sgd"}, "momentumSpin", False),
        ({"optimizer": "momentum"}, "momentumSpin", True),
        ({"optimizer": "adam"}, "momentumSpin", True),
        ({"loss": "squared_error"}, "labelSmoothingSpin", False),
        ({"loss": "cross_entropy"}, "labelSmoothingSpin", True),
    ],
)
def test_a_setting_without_effect_is_grey(person, recipe, change, name, used):
    recipe.choose(replace(recipe.config, **change))
    assert person.is_enabled(name) is used
    others = [w for n, w in inputs(person).items() if n not in ("momentumSpin", name)]
    assert all(isinstance(w, QWidget) and w.isEnabled() for w in others)


def test_numbers_have_no_zeros_at_their_end(person, recipe):
    recipe.choose(replace(recipe.config, learning_rate=0.001, weight_decay=0.0, momentum=0.5))
    shown = [person.text(f"{name}Spin") for name in ("learningRate", "weightDecay", "momentum")]
    assert shown == ["0.001", "0", "0.5"]
