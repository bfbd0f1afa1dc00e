"""What if: settings that show something, chosen from one menu, and what to look at then."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mnist_pad.base.wording import translate
from mnist_pad.training.what_if import WHAT_IF, what_if_of
from mnist_pad.ui.kit.command import TRAIN, Command, Commands, exclusive
from mnist_pad.ui.kit.names import named
from mnist_pad.workspace.workspace import Workspace


def what_if_commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return a command for each, of which one at most is checked."""
    return exclusive(window, [_command(workspace, window, name) for name in WHAT_IF])


def what_if_button(commands: Commands) -> QToolButton:
    """Return a button whose menu shows the commands."""
    button = named(QToolButton(), "whatIfButton", translate("WhatIf", "What if"))
    button.setText(translate("WhatIf", "What if …"))
    button.setToolTip(translate("WhatIf", "Settings that show what goes wrong, and why"))
    button.setProperty("role", "plain")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = named(QMenu(button), "whatIfMenu", translate("WhatIf", "What if"))
    menu.addActions([commands[action_name(name)] for name in WHAT_IF])
    button.setMenu(menu)
    return button


def action_name(name: str) -> str:
    """Return what the command of one of WHAT_IF is called."""
    return "whatIf" + "".join(map(str.capitalize, name.split("_")))


def look_at(name: str) -> str:
    """Say of one of WHAT_IF what it does and what to look at."""
    # The figures were measured with seed 0.
    words = {
        "zero_weights": translate(
            "WhatIf",
            "All weights start at zero: every unit of a layer is the same as its neighbours, and "
            "nothing ever breaks the symmetry. Look at the loss, which stays at 2.30, as of mere "
            "guessing: 11.35 % right, the share of the ones.",
        ),
        "large_rate": translate(
            "WhatIf",
            "A learning rate a hundred times too large: each update jumps far past the goal. Look "
            "at the loss, which leaps from 2.5 to over 100 and ends at 2.30: 11.35 % right instead "
            "of 98 %.",
        ),
        "deep_sigmoid": translate(
            "WhatIf",
            "Sigmoid, four layers deep: each layer passes on a quarter of the gradient at most, so "
            "that it vanishes on its way to the first. Look at the accuracy: about 11 % after two "
            "epochs, 63 % after ten. Then choose ReLU: 91 % after one, 97 % after ten.",
        ),
        "shuffled_labels": translate(
            "WhatIf",
            "Labels dealt out by chance to 2,000 images: there is nothing to understand, and the "
            "network learns them by heart. Look at the two accuracies: training climbs to 98 %, "
            "the test stays at chance, 10 %.",
        ),
        "few_images": translate(
            "WhatIf",
            "A hundred training images, fifty times over: overfitting. Look at the gap between "
            "the two accuracies: training reaches 100 %, the test stops at 68 %.",
        ),
        "batch_of_one": translate(
            "WhatIf",
            "One image an update, 60,000 updates an epoch: look how the loss jitters, and still "
            "93 % are right after one epoch, where batches of 256 have 49 % after two. It takes "
            "a minute.",
        ),
        "batch_of_all": translate(
            "WhatIf",
            "All 60,000 images in one update: look how smoothly the loss falls, and how slowly, "
            "from 2.76 to 2.60 in ten epochs, which are ten updates: 11.55 % right.",
        ),
    }
    return words[name]


def _title(name: str) -> str:
    titles = {
        "zero_weights": translate("WhatIf", "… all weights start at zero?"),
        "large_rate": translate("WhatIf", "… the learning rate is a hundred times too large?"),
        "deep_sigmoid": translate("WhatIf", "… sigmoid is four layers deep?"),
        "shuffled_labels": translate("WhatIf", "… the labels are shuffled?"),
        "few_images": translate("WhatIf", "… there are but 100 training images?"),
        "batch_of_one": translate("WhatIf", "… a batch is one image?"),
        "batch_of_all": translate("WhatIf", "… a batch is all 60,000 images?"),
    }
    return titles[name]


def _command(workspace: Workspace, window: QWidget, name: str) -> Command:
    run, recipe = workspace.run, workspace.recipe
    return Command(
        window,
        action_name(name),
        TRAIN,
        _title(name),
        partial(recipe.choose, WHAT_IF[name]),
        usable=lambda: not run.is_running,
        checked=lambda: what_if_of(recipe.config) == name,
        changes=(run.run_started, run.run_ended, recipe.recipe_changed),
        tip=translate("WhatIf", "Set what shows it; the page says what to look at"),
        submenu=translate("WhatIf", "&What if"),
    )
