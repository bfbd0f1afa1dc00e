"""What the next run is told: a recipe and what the user made of its settings."""

from PySide6.QtCore import QObject, Signal

from mnist_pad.base.phrases import Words
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.recipes import DEFAULT_RECIPE, RECIPES


class RecipeStore(QObject):
    """Holds a `TrainingConfig`, and what is wrong with a setting that makes none.

    Signals: `recipe_changed()`.
    """

    recipe_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.config = RECIPES[DEFAULT_RECIPE]
        self.problem: Words = ""

    def choose_recipe(self, name: str) -> None:
        """Take a recipe as it stands."""
        self.choose(RECIPES[name])

    def choose(self, config: TrainingConfig) -> None:
        """Take these settings."""
        # After a problem even the same settings are news: they can be used again.
        if config != self.config or self.problem:
            self.config, self.problem = config, ""
            self.recipe_changed.emit()

    def refuse(self, problem: Words) -> None:
        """Note, in one sentence, why the settings as they stand make no run."""
        if problem != self.problem:
            self.problem = problem
            self.recipe_changed.emit()
