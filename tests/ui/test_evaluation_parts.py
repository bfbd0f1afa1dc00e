"""The parts of the evaluation page: two networks side by side, changes, reliability, the map."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mnist_pad.dataset import mnist
from mnist_pad.engine.report import csv_file
from mnist_pad.recognizer.weights import Weights, save, shipped
from mnist_pad.ui.evaluation.section import Section
from tests.ui.evaluating import Evaluator, some_digits
from tests.ui.looking import LEFT
from tests.ui.test_tips import USED, of_qt

COUNT = 400


def noisy(path, deviation=0.05):
    """Save the built-in weights with noise; returns them as they are read back."""
    random, given = np.random.default_rng(1), shipped()
    parameters = [
        (each + random.normal(0, deviation, each.shape)).astype(np.float32)
        for each in given.parameters
    ]
    weights = Weights(tuple(parameters), replace(given.meta, test_accuracy=None))
    save(weights, path)
    return weights


def hidden(weights, images):
    """Return what the last hidden layer answers and what the output layer does, in plain NumPy."""
    values = images.reshape(len(images), -1) / np.float32(255) - np.float32(0.5)
    *layers, theta, bias = weights.parameters
    for place in range(0, len(layers), 2):
        values = np.maximum(values @ layers[place] + layers[place + 1], 0)
    return values, values @ theta + bias


@pytest.fixture
def page(user, tmp_path):
    page = Evaluator(user.window, user.qtbot).open()
    path, page.images, page.labels = some_digits(tmp_path, COUNT)
    page.choose_set("A data set", path)
    return page


def test_two_networks_side_by_side(page, tmp_path, user):
    other = noisy(tmp_path / "noisy.npz")
    page.compare_with("From a file", tmp_path / "noisy.npz")
    page.sees(lambda: page.text("evaluationAgainstButton") == "with noisy.npz")
    page.evaluate()
    page.tab("Compared")
    page.sees(lambda: page.is_visible("comparisonSentence"))
    right = [
        hidden(each, page.images)[1].argmax(axis=1) == page.labels for each in (shipped(), other)
    ]
    ours, theirs = right[0] & ~right[1], right[1] & ~right[0]
    assert ours.sum() > theirs.sum() + 5
    assert page.widget("firstOnlyGallery").count == ours.sum()
    assert page.widget("secondOnlyGallery").count == theirs.sum()
    more = int(ours.sum() - theirs.sum())
    assert page.text("comparisonSentence").startswith(
        f"Built-in reads {more} more than noisy.npz: the difference is hardly chance (p "
    )
    # Each is shown as the network that misreads it does.
    assert all(", read " in caption for caption in page.captions("firstOnlyGallery"))
    page.click_image(0, "firstOnlyGallery")
    page.sees(lambda: not user.window.workspace.drawing.is_empty)
    assert any((user.network_input() == image).all() for image in page.images[ours])


def test_weights_against_themselves_read_the_same(page):
    page.compare_with("Built-in · 99.41 %")
    page.evaluate()
    page.tab("Compared")
    page.sees(lambda: page.is_visible("comparisonSentence"))
    assert page.text("comparisonSentence") == (
        "The weights in use and The other weights read equally many: no difference to explain."
    )
    page.compare_with("No other weights")
    page.evaluate()
    page.sees(lambda: page.is_visible("comparisonReason"))
    assert not page.is_visible("comparisonSentence")


def test_bad_weights_to_compare_with_are_told(page, tmp_path):
    (tmp_path / "bad.npz").write_bytes(b"no weights")
    page.compare_with("From a file", tmp_path / "bad.npz")
    page.sees(lambda: "bad.npz" in page.notice())
    assert page.text("evaluationAgainstButton") == "Compare with …"


def test_changes_have_a_curve_each_with_the_plain_accuracy_in_it(page):
    page.evaluate()
    page.tab("Changed")
    plots = [f"{change}Plot" for change in ("turn", "width", "thickness", "shift")]
    page.sees(lambda: all(page.window.findChild(object, name) is not None for name in plots))
    right = hidden(shipped(), page.images)[1].argmax(axis=1) == page.labels
    for name, unchanged in zip(plots, (0, 1, 0, 0), strict=True):
        page.sees(lambda name=name: page.is_visible(name))
        curve = page.widget(name).getPlotItem().listDataItems()[0]
        page.sees(lambda curve=curve: curve.getData()[0] is not None)
        amounts, accuracies = curve.getData()
        assert len(amounts) >= 9
        (at,) = np.flatnonzero(amounts == unchanged)
        assert accuracies[at] == pytest.approx(100 * right.mean())


def test_the_reliability_plot_tells_how_many_are_right(page):
    page.evaluate()
    page.tab("Digits")
    page.sees(lambda: page.is_visible("reliabilityPlot"))
    plot = page.widget("reliabilityPlot")
    shown = page.window.workspace.evaluation.current.shown
    page.sees(lambda: "read right" in page.text("reliabilityPlotHeading"))
    last = shown.findings.first.bins[-1]
    box = plot.getPlotItem().getViewBox()

    def told():
        # Again and again: pyqtgraph passes over moves that follow too soon after another.
        QTest.mouseMove(plot.viewport(), plot.mapFromScene(box.mapViewToScene(QPointF(98, 50))))
        return f"of {last.count:,} right" in page.text("reliabilityPlotHeading")

    page.sees(told)


@pytest.fixture
def charted(page):
    """The page with the map open."""
    page.evaluate()
    page.tab("Map")
    page.sees(lambda: page.is_visible("digitMap"))
    scatter = page.widget("digitMap")
    page.sees(lambda: scatter.count == COUNT)
    return page, scatter


def spot_of(scatter, points, index):
    """Return where a point is painted, by pyqtgraph's own mapping."""
    box = scatter.getPlotItem().getViewBox()
    return scatter.mapFromScene(box.mapViewToScene(QPointF(*points[index])))


def lonely(scatter, points):
    """Return the index of a point that no other comes near."""
    spots = [spot_of(scatter, points, index) for index in range(len(points))]
    xy = np.array([[spot.x(), spot.y()] for spot in spots])
    apart = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    np.fill_diagonal(apart, np.inf)
    return int(apart.min(axis=1).argmax())


def test_a_point_of_the_map_shows_its_image_and_puts_it_on_the_pad(charted, user):
    page, scatter = charted
    points = page.window.workspace.evaluation.current.shown.findings.map.points
    index = lonely(scatter, points)
    QTest.mouseMove(scatter.viewport(), spot_of(scatter, points, index))
    page.sees(lambda: f"x_test[{index}]" in page.text("digitMapTold"))
    assert not page.widget("digitMapPicture").pixmap().isNull()
    user.qtbot.mouseClick(scatter.viewport(), LEFT, pos=spot_of(scatter, points, index))
    page.sees(lambda: not user.window.workspace.drawing.is_empty)
    np.testing.assert_array_equal(user.network_input(), page.images[index])


def test_the_map_is_gone_through_by_keyboard(charted, user):
    page, scatter = charted
    page.press("digitMap", "Right")
    first = scatter.chosen
    assert first >= 0
    page.press("digitMap", "Right")
    assert scatter.chosen != first
    points = page.window.workspace.evaluation.current.shown.findings.map.points
    assert points[scatter.chosen][0] > points[first][0]
    chosen = scatter.chosen
    page.press("digitMap", "Return")
    page.sees(lambda: not user.window.workspace.drawing.is_empty)
    np.testing.assert_array_equal(user.network_input(), page.images[chosen])


def test_the_drawing_is_on_the_map_while_it_is_drawn(charted, user):
    page, scatter = charted
    assert scatter.pad_point is None
    user.draw(3)
    page.sees(lambda: scatter.pad_point is not None)
    # Where singular vectors, an independent computation, put it.
    answers = hidden(shipped(), page.images)[0].astype(np.float64)
    middle = answers.mean(axis=0)
    axes = np.linalg.svd(answers - middle, full_matrices=False)[2][:2]
    drawn = axes @ (hidden(shipped(), user.network_input()[None])[0][0] - middle)
    np.testing.assert_allclose(np.abs(scatter.pad_point), np.abs(drawn), rtol=1e-3, atol=1e-3)
    user.click("clearButton")
    page.sees(lambda: scatter.pad_point is None)


def test_a_folder_of_pictures_is_read_picture_by_picture(page, tmp_path):
    from PIL import Image

    folder = tmp_path / "pictures"
    for label in (0, 1, 4):
        image = page.images[np.flatnonzero(page.labels == label)[0]]
        (folder / str(label)).mkdir(parents=True)
        large = np.kron(255 - image, np.ones((8, 8), np.uint8))
        Image.fromarray(large).save(folder / str(label) / "a.png")
    page.choose_set("A folder of pictures", folder)
    page.evaluate()
    assert page.text("evaluationSubject").startswith("pictures: 3 images")
    assert page.counts().trace() == 3


def test_mnist_itself_has_a_map_within_a_moment(user):
    page = Evaluator(user.window, user.qtbot).open()
    page.evaluate()
    page.tab("Map")
    page.sees(lambda: page.is_visible("digitMap"))
    page.sees(lambda: page.widget("digitMap").count == len(mnist.load().x_test))


def test_the_report_has_the_figures_that_are_shown(page, tmp_path):
    page.evaluate()
    path = tmp_path / "report.html"
    page.export("Report, one HTML file", path)
    page.sees(lambda: page.notice() == "The evaluation was written to report.html.")
    text = path.read_text(encoding="utf-8")
    accuracy = page.text("evaluationSummary").partition("\N{NO-BREAK SPACE}")[0]
    assert f"{accuracy} %" in text
    assert "some.npz" in text
    assert "Built-in" in text


def test_csv_counts_what_the_matrix_does(page, tmp_path):
    page.evaluate()
    path = tmp_path / "figures"
    page.export("Figures and answers as CSV", path)
    page.sees(lambda: page.notice() == "The evaluation was written to figures.csv.")
    text = (tmp_path / "figures.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    counted = np.zeros((10, 10), int)
    for row in rows:
        if row["row"] == "image":
            counted[int(row["label"]), int(row["answer"])] += 1
    np.testing.assert_array_equal(counted, page.counts())


def test_a_picture_of_a_part_is_what_is_shown(page, tmp_path):
    assert not page.is_enabled("exportEvaluationButton")
    page.evaluate()
    page.tab("Changed")
    page.sees(lambda: page.is_visible("shiftPlot"))
    path = tmp_path / "part.png"
    page.export("This part as picture", path)
    page.sees(path.is_file)
    page.sees(lambda: page.notice() == "The evaluation was written to part.png.")
    assert QImage(str(path)).size() == page.widget("evaluationChanges").size()


def test_a_folder_that_is_not_there_is_told(page, tmp_path):
    page.evaluate()
    path = tmp_path / "report.html"
    path.mkdir()
    evaluation = page.window.workspace.evaluation
    shown = evaluation.current.shown
    assert shown is not None
    evaluation.export(lambda: csv_file.write(shown.findings, path), path.name)
    page.sees(lambda: str(path) in page.notice())
    assert "expected a file that can be written" in page.notice()


def test_every_part_has_its_tips_and_names(page):
    page.evaluate()
    for title in ("Matrix", "Digits", "Changed", "Compared", "Map"):
        page.tab(title)
        page.sees(lambda: any(part.isVisible() for part in page.window.findChildren(Section)))
    page.sees(lambda: page.window.findChild(QWidget, "shiftPlot") is not None)
    evaluation = page.widget("evaluation")
    ours = [each for each in evaluation.findChildren(QWidget) if isinstance(each, USED)]
    ours = [widget for widget in ours if not of_qt(widget)]
    assert len(ours) > 10
    assert [widget.objectName() for widget in ours if not widget.toolTip()] == []
    assert [widget.objectName() for widget in ours if not widget.accessibleName()] == []


def test_tab_goes_through_the_page_as_one_reads_it(page):
    page.evaluate()
    met = []
    page.focus("evaluationSetButton")
    while "evaluationGallery" not in met:
        met.append(QApplication.focusWidget().objectName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert len(met) < 20, met
    assert [name for name in met if name] == [
        "evaluationSetButton", "evaluationAgainstButton", "evaluateButton",
        "exportEvaluationButton", "qt_tabwidget_tabbar", "evaluationMatrix", "showMisreadButton",
        "showRefusedButton", "evaluationGallery",
    ]  # fmt: skip
