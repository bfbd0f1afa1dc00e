"""How runs are started, paused, stopped and gone on with."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.training.recipes import is_changed
from mnist_pad.ui.kit.command import TRAIN, Command
from mnist_pad.ui.training import words
from mnist_pad.ui.training.scrubber import use_snapshot
from mnist_pad.ui.training.what_if import what_if_commands
from mnist_pad.workspace.workspace import Workspace


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return the training page's commands."""
    return (
        *_running(workspace, window),
        *_after_divergence(workspace, window),
        use_snapshot(workspace, window),
        *what_if_commands(workspace, window),
        *_settings(workspace, window),
    )


def _running(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    run = workspace.run
    # Paused and stopping are phases, which nothing but progress tells of.
    changes = (run.run_started, run.run_progressed, run.run_ended)
    return (
        # Train and Stop are two buttons, in no menu; there, one entry stands for both, under one
        # key.
        Command(
            window,
            "train",
            "",
            translate("TrainingPanel", "Train"),
            workspace.train,
            usable=lambda: not run.is_running,
            changes=changes,
            tip=translate("TrainingPanel", "Train the network (Ctrl+T)"),
        ),
        Command(
            window,
            "stop",
            "",
            translate("TrainingPanel", "Stop"),
            run.stop,
            usable=lambda: run.is_running,
            changes=changes,
            tip=translate("TrainingPanel", "Stop and keep what was learnt (Ctrl+T)"),
        ),
        Command(
            window,
            "trainOrStop",
            TRAIN,
            lambda: (
                translate("TrainingPanel", "&Stop")
                if run.is_running
                else translate("TrainingPanel", "&Train")
            ),
            lambda: run.stop() if run.is_running else workspace.train(),
            keys="Ctrl+T",
            changes=changes,
            tip=translate("TrainingPanel", "Train, or stop and keep what was learnt"),
        ),
        Command(
            window,
            "pause",
            TRAIN,
            lambda: (
                translate("TrainingPanel", "&Resume")
                if run.is_paused
                else translate("TrainingPanel", "&Pause")
            ),
            lambda: run.resume() if run.is_paused else run.pause(),
            keys="Ctrl+P",
            usable=lambda: run.is_running and not run.is_stopping,
            changes=changes,
            tip=translate("TrainingPanel", "Pause or resume the run"),
        ),
        *_steps(workspace, window),
        Command(
            window,
            "continueTraining",
            TRAIN,
            translate("TrainingPanel", "&Continue the run of these weights"),
            workspace.going_on.go_on,
            usable=lambda: not run.is_running and workspace.going_on.possible,
            changes=(
                *changes,
                workspace.weights.weights_changed,
                # How many epochs are asked for decides whether any are left to go on with.
                workspace.recipe.recipe_changed,
            ),
            tip=translate("TrainingPanel", "Train on where the run of the weights in use ended"),
        ),
    )


def _after_divergence(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    run, recovery = workspace.run, workspace.recovery

    def lesson() -> int | None:
        return None if run.is_running else words.divergence_lesson(run.current)

    def see(number: int | None) -> None:
        if number is not None:
            workspace.open_lesson(number)

    return (
        Command(
            window,
            "goOnSlower",
            TRAIN,
            lambda: (
                translate("TrainingPanel", "Start again with a &smaller rate")
                if recovery.offer == "start"
                else translate("TrainingPanel", "Go on from the last good weights, &slower")
            ),
            workspace.going_on.go_on_slower,
            usable=lambda: recovery.offer is not None,
            changes=(run.run_started, run.run_progressed, run.run_ended),
            tip=translate(
                "TrainingPanel",
                "Back to the last good weights, or to the start where there are none, and on from "
                "there with a tenth of the learning rate",
            ),
        ),
        Command(
            window,
            "seeLesson",
            "",
            lambda: words.see_lesson(lesson()),
            lambda: see(lesson()),
            usable=lambda: lesson() is not None,
            changes=(run.run_started, run.run_progressed, run.run_ended),
            tip=translate("TrainingPanel", "Open the lesson that tells why this run diverged"),
        ),
        Command(
            window,
            "seeRecipeLesson",
            "",
            lambda: words.see_lesson(words.recipe_lesson(workspace.recipe.config.recipe)),
            lambda: see(words.recipe_lesson(workspace.recipe.config.recipe)),
            usable=lambda: words.recipe_lesson(workspace.recipe.config.recipe) is not None,
            changes=(workspace.recipe.recipe_changed,),
            tip=translate("TrainingPanel", "Open the article's lesson that this recipe is of"),
        ),
    )


def _steps(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    run = workspace.run
    changes = (run.run_started, run.run_progressed, run.run_ended)

    def usable() -> bool:
        return not run.is_running or run.can_be_slow

    return (
        Command(
            window,
            "oneStep",
            TRAIN,
            translate("TrainingPanel", "One ste&p"),
            partial(workspace.go, "one_step"),
            usable=usable,
            changes=changes,
            tip=translate(
                "TrainingPanel", "Make one update, show what it changed, and wait; then Resume"
            ),
        ),
        Command(
            window,
            "oneEpoch",
            TRAIN,
            translate("TrainingPanel", "One &epoch"),
            partial(workspace.go, "one_epoch"),
            usable=usable,
            changes=changes,
            tip=translate("TrainingPanel", "Go through all training images once, and wait"),
        ),
    )


def _settings(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    run, recipe, preferences = workspace.run, workspace.recipe, workspace.preferences
    return (
        Command(
            window,
            "resetSettings",
            TRAIN,
            translate("TrainingPanel", "Back to the recipe's &own settings"),
            lambda: recipe.choose_recipe(recipe.config.recipe),
            usable=lambda: not run.is_running and is_changed(recipe.config),
            changes=(run.run_started, run.run_ended, recipe.recipe_changed),
            tip=translate("TrainingPanel", "Take back what was changed of the recipe's settings"),
        ),
        Command(
            window,
            "loadAhead",
            TRAIN,
            translate("TrainingPanel", "&Load TensorFlow when the pointer comes near"),
            lambda: preferences.choose(load_ahead=not preferences.current.load_ahead),
            checked=lambda: preferences.current.load_ahead,
            changes=(preferences.preferences_changed,),
            tip=translate("TrainingPanel", "Training then begins at once; it takes 600 MB"),
        ),
    )
