"""The list of recipes: what files and the command line call them, and what that means."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from mnist_pad.base.wording import translate
from mnist_pad.training.recipes import RECIPES
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.wheel import leave_wheel_alone
from mnist_pad.ui.training import words


class RecipeCombo(QComboBox):
    """Shows the technical name; in the list that opens, the title stands beside each."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "recipeCombo", translate("TrainingPanel", "Recipe"))
        tip = translate("TrainingPanel", "A recipe is a set of settings, each good for something")
        self.setToolTip(tip)
        self.addItems(list(RECIPES))
        self.setItemDelegate(_Titled(self))
        leave_wheel_alone(self)

    def showPopup(self) -> None:
        """Open a list as wide as its titles, not as the box."""
        view = self.view()
        width = view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(max(self.width(), width))
        super().showPopup()


class _Titled(QStyledItemDelegate):
    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        name = str(value)
        return translate("RecipeTitle", "{name}: {title}").format(
            name=name, title=words.recipe_title(name)
        )
