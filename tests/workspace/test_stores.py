"""The small stores: each tells what changed, once, and only if it did."""

import numpy as np
import pytest

from mnist_pad.engine.record import Origin
from mnist_pad.pictures.reading import picture_of
from mnist_pad.training.recipes import RECIPES
from mnist_pad.workspace.drawing import DrawingStore, Tools
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.preferences import Preferences, PreferencesStore
from mnist_pad.workspace.recipe import RecipeStore
from mnist_pad.workspace.weights import BUILT_IN, WeightsInUse, WeightsStore


class Told:
    """Counts how often a signal was emitted."""

    def __init__(self, signal):
        self.times = 0
        signal.connect(self._count)

    def _count(self, *_):
        self.times += 1


@pytest.fixture
def drawing(qapp):
    return DrawingStore()


def test_a_stroke_tells_of_each_point_and_of_one_step(drawing):
    points, steps = Told(drawing.ink_changed), Told(drawing.drawing_changed)
    drawing.press(10, 10)
    drawing.move(20, 20)
    drawing.move(30, 30)
    assert (points.times, steps.times) == (3, 0)
    assert drawing.current is not None
    drawing.release()
    assert steps.times == 1
    assert drawing.current is None


@pytest.mark.parametrize("step", ["undo", "redo", "clear", "release"])
def test_a_step_that_changes_nothing_is_not_told(drawing, step):
    steps = Told(drawing.drawing_changed)
    getattr(drawing, step)()
    assert steps.times == 0


def test_the_eraser_erases_whatever_the_tool_if_it_is_asked_to(drawing):
    drawing.press(10, 10)
    drawing.release()
    drawing.press(10, 10, erase=True)
    drawing.release()
    assert drawing.is_empty
    drawing.choose_eraser(True)
    drawing.press(50, 50)
    drawing.release()
    assert drawing.is_empty


def test_ink_of_another_pad_is_brought_to_this_one_s_scale(drawing, workspace):
    drawing.press(100, 100)
    drawing.move(200, 300)
    drawing.release()
    small = drawing.ink()
    half = type(small)(tuple(stroke / 2 for stroke in small.strokes), (200.0, 200.0), 12.0)
    drawing.clear()
    drawing.show_ink(half)
    assert drawing.sheet.strokes[0].points.tolist() == [[100, 100], [200, 300]]
    assert drawing.sheet.strokes[0].width == 24


def test_a_picture_that_comes_in_mid_stroke_costs_neither(drawing):
    paper = np.full((100, 100), 255, np.uint8)
    paper[20:80, 45:55] = 0
    drawing.press(10, 10)
    drawing.move(20, 20)
    drawing.lay_picture(picture_of(paper))
    assert drawing.sheet.picture is not None
    drawing.move(30, 30)
    drawing.release()
    drawing.undo()
    assert len(drawing.sheet.strokes) == 1


def test_tools_tell_of_a_change_alone(drawing):
    told = Told(drawing.tools_changed)
    drawing.choose_pen_width(24)
    drawing.choose_eraser(False)
    assert told.times == 0
    drawing.choose_pen_width(30)
    drawing.take(Tools(30, True))
    assert told.times == 2


def test_preferences_are_named_as_the_record_s_fields(qapp):
    store = PreferencesStore()
    told = Told(store.preferences_changed)
    store.choose(appearance="dark", page="runsPage")
    store.choose(appearance="dark")
    assert told.times == 1
    assert store.current == Preferences(appearance="dark", page="runsPage")
    with pytest.raises(TypeError):
        store.choose(apearance="dark")


def test_a_notice_stays_until_it_is_dismissed_or_another_comes(qapp):
    store = NoticeStore()
    store.tell("one")
    store.tell("two")
    assert store.current == "two"
    store.dismiss()
    assert store.current == ""


def test_a_recipe_is_taken_as_it_stands_and_a_problem_goes_with_it(qapp):
    store = RecipeStore()
    told = Told(store.recipe_changed)
    store.choose(store.config)
    assert told.times == 0
    store.refuse("no")
    store.refuse("no")
    assert (told.times, store.problem) == (1, "no")
    store.choose(store.config)
    assert (told.times, store.problem) == (2, "")
    store.choose_recipe("article")
    assert store.config == RECIPES["article"]


def test_weights_go_back_one_step_and_forth_again(qapp, built_in):
    store = WeightsStore(built_in)
    store.go_back()
    assert store.current.origin == BUILT_IN
    mine = WeightsInUse(built_in, Origin("file", "/mine.npz"))
    store.use(mine)
    store.go_back()
    assert store.current.origin == BUILT_IN
    store.go_back()
    assert store.current is mine


def test_built_in_weights_are_always_there_and_files_are_remembered(qapp, built_in):
    store = WeightsStore(built_in)
    for number in range(8):
        store.use(WeightsInUse(built_in, Origin("file", f"/{number}.npz")))
    store.use(WeightsInUse(built_in, Origin("file", "/6.npz")))
    assert store.files == ("/6.npz", "/7.npz", "/5.npz", "/4.npz", "/3.npz")
    store.use_built_in()
    assert store.current is store.built_in
    told = Told(store.weights_changed)
    store.use_built_in()
    assert told.times == 0
