"""The inside page, as the window knows it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from mnist_pad.base.wording import translate
from mnist_pad.ui.kit.command import TRAIN, Command, Commands
from mnist_pad.ui.panel import Panel
from mnist_pad.workspace.workspace import Workspace


def _build(workspace: Workspace, commands: Commands) -> QWidget:
    # Loaded when it is first opened: the window's start does not wait for it.
    from mnist_pad.ui.inside.page import InsidePage

    return InsidePage(workspace, commands)


def commands(workspace: Workspace, window: QWidget) -> Sequence[Command]:
    """Return how a network that was broken is mended."""
    breaking = workspace.breaking

    return (
        Command(
            window,
            "mendNetwork",
            TRAIN,
            translate("InsidePage", "&Mend the network"),
            breaking.mend,
            usable=lambda: breaking.is_broken,
            changes=(breaking.breaking_changed,),
            tip=translate("InsidePage", "Read with the whole network again"),
        ),
    )


def _help() -> str:
    return translate(
        "InsidePage",
        "What goes on in the network while it reads the drawing: every unit, what it looks for, "
        "why the answer is what it is, and the smallest change to another. Break the network and "
        "see what it still reads; nothing of that touches the weights in use.",
    )


PANEL: Final = Panel(
    "insidePage",
    "page",
    _build,
    commands,
    lambda: translate("InsidePage", "Inside"),
    "Ctrl+I",
    help=_help,
)
