"""The settings of a run: one field of `TrainingConfig` a widget."""

from dataclasses import replace
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mnist_pad.training.config import ConfigError, Number, Sizes, TrainingConfig, Whole
from mnist_pad.ui.kit.late import Late
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.wheel import leave_wheel_alone
from mnist_pad.ui.theme import GRID_PX
from mnist_pad.ui.training import setting_words
from mnist_pad.ui.training.inputs import Field, Input, choice, number, sizes, whole
from mnist_pad.workspace.recipe import RecipeStore

_COLUMNS: Final = 3
_HE: Final = "He"

_FIRST: Final = ("epochs", "learning_rate", "batch_size", "seed", "loss", "optimizer", "schedule")
"""What is changed most; the others follow as `TrainingConfig` has them."""


class SettingsForm(QWidget):
    """Shows the settings of the next run and takes what the user makes of them."""

    def __init__(self, recipe: RecipeStore) -> None:
        super().__init__()
        self._recipe = recipe
        self._showing = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID_PX)
        self._grid.setVerticalSpacing(GRID_PX // 4)
        self._fields = {field.setting: field for field in _fields()}
        self._names = [self._named(field) for field in self._fields.values()]
        self._columns = 0
        self._arrange(_COLUMNS)
        self._problem = named(QLabel(), "settingsProblem", self.tr("What is wrong"))
        self._problem.setProperty("role", "wrong")
        self._problem.setWordWrap(True)
        # Below all fields, however few rows they take: an empty row has no height.
        self._grid.addWidget(self._problem, 2 * len(self._fields), 0, 1, _COLUMNS)
        recipe.recipe_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Fill the fields from the store, unless the user is at them."""
        config, problem = self._recipe.config, self._recipe.problem
        # Filling a field emits what the user's own change would.
        self._showing = True
        # While a setting is wrong, the store holds the settings from before: filled in, they would
        # wipe out what is being typed.
        if not problem:
            for setting, field in self._fields.items():
                # What is being typed stays as it is typed while it means the same.
                if not _holds(field, getattr(config, setting)):
                    field.input.show_value(getattr(config, setting))
            self._mark(None)
        self._showing = False
        # What has no effect is grey; plain gradient descent has no memory to speak of.
        self._fields["momentum"].input.widget.setEnabled(config.optimizer != "sgd")
        self._fields["label_smoothing"].input.widget.setEnabled(config.loss == "cross_entropy")
        self._problem.setText(str(problem))
        self._problem.setVisible(bool(problem))

    def _take(self) -> None:
        """Take the settings as the user has made them."""
        if self._showing:
            return
        wrong = None
        try:
            config = self._recipe.config
            for setting, field in self._fields.items():
                wrong = field
                config = replace(config, **{setting: field.input.value()})
        except ConfigError as error:
            self._recipe.refuse(error.words)
            self._mark(wrong)
            return
        self._recipe.choose(config)

    def _mark(self, wrong: Field | None) -> None:
        for field in self._fields.values():
            widget = field.input.widget
            widget.setProperty("wrong", field is wrong)
            # A style sheet heeds a changed property only when it is applied anew.
            widget.style().polish(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave no word of a choice cut: where three columns are too narrow, there are fewer."""
        super().resizeEvent(event)
        spacing = self._grid.horizontalSpacing()
        choices = [field.input.widget for field in self._fields.values()]
        widest = max(
            each.sizeHint().width()
            for each in (*self._names, *choices)
            if isinstance(each, QLabel | QComboBox)
        )
        self._arrange(min(_COLUMNS, max(1, (self.width() + spacing) // (widest + spacing))))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, (name, field) in enumerate(zip(self._names, self._fields.values(), strict=True)):
            row, column = divmod(place, columns)
            # A widget that is there already changes its place.
            self._grid.addWidget(name, 2 * row, column)
            self._grid.addWidget(field.input.widget, 2 * row + 1, column)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def _named(self, field: Field) -> QLabel:
        widget = field.input.widget
        name = QLabel(field.label)
        name.setProperty("role", "small")
        name.setBuddy(widget)
        widget.setAccessibleName(field.label)
        widget.setToolTip(setting_words.tip(field.setting))
        name.setToolTip(widget.toolTip())
        # A choice with long names must not make its column wider than the others.
        widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        leave_wheel_alone(widget)
        field.input.changed.connect(self._take)
        return name


class LateSettings(Late):
    """The settings, of which few need to see any: their inputs take long to make."""

    def __init__(self, recipe: RecipeStore) -> None:
        super().__init__()
        self._recipe = recipe
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def fill(self) -> None:
        """Make the inputs."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(SettingsForm(self._recipe))


def _holds(field: Field, value: object) -> bool:
    try:
        return bool(field.input.value() == value)
    except ConfigError:
        return False


def _fields() -> list[Field]:
    """Return a field for each setting, as its annotation says: a setting more is a line there."""
    hints = get_type_hints(TrainingConfig, include_extras=True)
    others = [setting for setting in hints if setting not in ("recipe", *_FIRST)]
    return [_field(setting, hints[setting]) for setting in (*_FIRST, *others)]


def _field(setting: str, hint: Any) -> Field:
    first, *others = setting.split("_")
    name = first + "".join(map(str.capitalize, others))
    return Field(setting, setting_words.label(setting), _input(name, hint))


def _input(name: str, hint: Any) -> Input:
    if get_origin(hint) is Literal:
        values = get_args(hint)
        return choice(f"{name}Combo", {value: setting_words.choice(value) for value in values})
    plain, limits = get_args(hint) if get_origin(hint) is Annotated else (hint, None)
    if isinstance(limits, Whole):
        return whole(f"{name}Spin", limits.low, limits.high)
    if isinstance(limits, Number):
        nothing = _HE if type(None) in get_args(plain) else ""
        return number(f"{name}Spin", limits, nothing=nothing)
    # A setting of a kind that has no input yet is a defect, no mistake of the user's.
    assert isinstance(limits, Sizes), name
    return sizes(f"{name}Edit")
