"""The evaluation page: a set is read, the matrix counts it, images go onto the pad."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.dataset import drawings, mnist
from mnist_pad.recognizer.weights import shipped
from tests.ui.evaluating import Evaluator, some_digits
from tests.ui.on_disk import ink


@pytest.fixture
def page(user):
    return Evaluator(user.window, user.qtbot).open()


@pytest.fixture
def some(page, tmp_path):
    """The page with a data set of 400 images chosen, those and their labels."""
    path, images, labels = some_digits(tmp_path)
    page.choose_set("A data set", path)
    return page, images, labels


def read(images):
    """Read images with the built-in weights, in plain NumPy; returns logits of (n, 10)."""
    values = images.reshape(len(images), -1) / 255.0 - 0.5
    *hidden, theta, bias = shipped().parameters
    for place in range(0, len(hidden), 2):
        values = np.maximum(values @ hidden[place] + hidden[place + 1], 0)
    return values @ theta + bias


def confidences(logits):
    exponents = np.exp(logits / shipped().meta.temperature)
    return (exponents / exponents.sum(axis=1, keepdims=True)).max(axis=1)


def test_without_an_evaluation_it_says_what_to_do(page):
    assert page.is_visible("evaluationEmpty")
    assert page.text("evaluationEmpty").startswith("Choose which images are read")
    assert page.text("evaluationSetButton") == "MNIST's test set"
    assert not page.is_enabled("stopEvaluationButton")
    assert not page.is_visible("evaluationProgress")


def test_mnist_s_test_set_is_counted_as_by_hand(page):
    page.evaluate()
    digits = mnist.load()
    answers = read(digits.x_test).argmax(axis=1)
    counted = np.zeros((10, 10), int)
    for label, answer in zip(digits.y_test, answers, strict=True):
        counted[label, answer] += 1
    np.testing.assert_array_equal(page.counts(), counted)
    right = int(counted.trace())
    assert page.text("evaluationSummary").startswith(f"{right / 100:.2f}\N{NO-BREAK SPACE}% read")
    assert page.text("evaluationSubject") == ("MNIST's test set: 10,000 images, read by Built-in")
    assert page.text("evaluationHeading") == f"Misread, worst first: {10_000 - right}"
    assert page.gallery.count == 10_000 - right


def test_a_cell_shows_its_images_worst_first(some):
    page, images, labels = some
    page.evaluate()
    logits = read(images)
    # Seven is the label that the cell of the most probable, and the least probable, is of.
    (sevens,) = np.nonzero((labels == 7) & (logits.argmax(axis=1) == 7))
    worst_first = sevens[np.argsort(confidences(logits)[sevens], kind="stable")]
    page.click_cell(7, 7)
    assert page.text("evaluationHeading") == f"7 read as 7: {len(sevens)}"
    assert page.captions() == ["7"] * len(sevens)
    shown = [page.gallery.tile(place).image for place in range(len(sevens))]
    np.testing.assert_array_equal(shown, images[worst_first])
    page.click_cell(7, 7)
    assert page.text("evaluationHeading").startswith("Misread, worst first")


def test_a_cell_is_chosen_and_opened_by_keyboard(some):
    page, images, labels = some
    page.evaluate()
    page.press("evaluationMatrix", "Down", "Right")
    assert page.text("evaluationHeading").startswith("1 read as 1")
    page.press("evaluationMatrix", "Return")
    assert page.has_focus("evaluationGallery")
    page.press("evaluationGallery", "Right", "Return")
    ones = images[(labels == 1)]
    page.sees(lambda: not page.window.workspace.drawing.is_empty)
    assert any((one == page.network_input()).all() for one in ones)


def test_an_image_goes_onto_the_pad_and_undo_brings_the_drawing_back(some, user):
    page, images, labels = some
    user.draw(3)
    before = user.network_input()
    page.evaluate()
    page.click_cell(4, 4)
    page.click_image(0)
    page.sees(lambda: user.answer() == "4")
    assert any((user.network_input() == image).all() for image in images[labels == 4])
    user.do("undoAction")
    np.testing.assert_array_equal(user.network_input(), before)
    assert user.answer() == "3"


def test_what_is_refused_has_a_gallery(page, tmp_path):
    digits = mnist.load()
    noise = np.random.default_rng(0).integers(0, 256, (5, 28, 28), np.uint8)
    images, labels = np.concatenate([digits.x_test[:20], noise]), [*digits.y_test[:20], *[8] * 5]
    path = tmp_path / "noise.npz"
    np.savez(path, x_train=images[:1], y_train=labels[:1], x_test=images, y_test=labels)
    page.choose_set("A data set", path)
    page.evaluate()
    page.click("showRefusedButton")
    refused = page.gallery.count
    assert 1 <= refused <= 25
    assert f"{refused} refused" in page.text("evaluationSummary")
    assert "refused as no digit" in page.gallery.tile(0).tip
    page.click("showMisreadButton")
    assert page.text("evaluationHeading").startswith("Misread")


def test_precision_and_recall_are_those_of_the_matrix(some):
    page, _, _ = some
    page.evaluate()
    counts = page.counts()
    page.tab("Digits")
    page.sees(lambda: page.is_visible("evaluationTable"))
    table = page.widget("evaluationTable")
    page.sees(lambda: table.item(9, 3) is not None)
    for digit in range(10):
        texts = [table.item(digit, column).text() for column in range(4)]
        precision = counts[digit, digit] / counts[:, digit].sum()
        recall = counts[digit, digit] / counts[digit].sum()
        assert texts == [
            str(digit), str(counts[digit].sum()), f"{precision:.2%}".replace("%", " %"),
            f"{recall:.2%}".replace("%", " %"),
        ]  # fmt: skip


def test_stopped_midway_it_keeps_what_it_found(page):
    page.start()
    page.sees(lambda: page.window.workspace.evaluation.current.shown is not None)
    page.click("stopEvaluationButton")
    page.wait_for_end()
    shown = page.window.workspace.evaluation.current.shown
    assert page.counts().sum() == shown.findings.first.evaluation.count > 0
    assert page.is_visible("evaluationTabs")
    curves = shown.findings.first.curves
    assert sum(len(curve.amounts) for curve in curves.values()) < 40
    assert page.notice() == ""


def test_the_keyboard_goes_from_evaluate_to_stop_and_back(page):
    page.press("evaluateButton", "Space")
    page.sees(lambda: page.has_focus("stopEvaluationButton"))
    page.press("stopEvaluationButton", "Space")
    page.wait_for_end()
    page.sees(lambda: page.has_focus("evaluateButton"))


def test_a_file_of_something_else_is_told_in_a_sentence(some, tmp_path):
    page, _, _ = some
    page.evaluate()
    before = page.counts()
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"this is no data set")
    page.choose_set("A data set", bad)
    page.evaluate()
    page.sees(lambda: page.notice() != "")
    assert "bad.npz" in page.notice()
    assert "\n" not in page.notice()
    # What was found before stays, and says of what it is.
    np.testing.assert_array_equal(page.counts(), before)
    assert page.text("evaluationSubject").startswith("some.npz: 400 images")


def test_drawings_without_names_have_no_figures_that_need_them(page, tmp_path):
    path = tmp_path / "unnamed.jsonl"
    for digit in (3, 7, 1):
        drawings.append(drawings.Sample(f"s{digit}", None, ink(strokes(digit))), path)
    page.choose_set("A file of drawings", path)
    page.evaluate()
    assert page.text("evaluationSubject") == "unnamed.jsonl: 3 images, read by Built-in"
    assert "read right" not in page.text("evaluationSummary")
    assert "calibration" not in page.text("evaluationSummary")
    assert not page.matrix.isVisible()
    assert page.text("evaluationHeading") == "All, the least sure first: 3"
    assert sorted(page.captions()) == ["read 1", "read 3", "read 7"]
    assert page.text("evaluationMatrixReason").startswith("Nobody says which digits these are")
    page.tab("Digits")
    page.sees(lambda: page.is_visible("evaluationRecallReason"))
    assert not page.is_visible("evaluationTable")
    assert not page.is_visible("reliabilityPlot")


def test_a_drawing_of_a_file_goes_onto_the_pad_as_it_was_drawn(page, user, tmp_path):
    path = tmp_path / "mine.jsonl"
    drawn = ink(strokes(3))
    drawings.append(drawings.Sample("x", 8, drawn), path)
    page.choose_set("A file of drawings", path)
    page.evaluate()
    assert page.captions() == ["8, read 3"]
    page.click_image(0)
    page.sees(lambda: user.answer() == "3")
    sheet = user.window.workspace.drawing.sheet
    assert [each.points.tolist() for each in sheet.strokes] == [
        stroke.tolist() for stroke in drawn.strokes
    ]


def test_my_drawings_are_read_from_where_they_are_kept(page, collection, user):
    for digit, label in ((3, 3), (7, 1)):
        collection.add(ink(strokes(digit)), label)
    page.choose_set("My drawings")
    page.evaluate()
    assert page.cell(1, 7) == "1"
    page.click_image(0)
    page.sees(lambda: user.answer() == "7")
    # It is known on the pad: it can be called by another name there.
    assert user.window.workspace.samples.name == 1


def test_of_one_digit_alone_there_is_no_precision(page, tmp_path):
    digits = mnist.load()
    images = digits.x_test[digits.y_test == 5][:40]
    path = tmp_path / "fives.npz"
    np.savez(path, x_train=images[:1], y_train=[5], x_test=images, y_test=[5] * 40)
    page.choose_set("A data set", path)
    page.evaluate()
    page.tab("Digits")
    page.sees(lambda: page.is_visible("evaluationPrecisionReason"))
    table = page.widget("evaluationTable")
    page.sees(lambda: table.item(5, 3) is not None)
    assert table.item(5, 2).text() == "–"
    assert table.item(5, 3).text().endswith(" %")


@pytest.mark.parametrize("size", [(1200, 760), (900, 600)])
def test_there_is_room_for_everything(some, size):
    page, _, _ = some
    page.window.resize(*size)
    page.sees(lambda: page.window.size().toTuple() == size)
    page.evaluate()
    page.sees(lambda: page.matrix.isVisible() and page.gallery.isVisible())
    assert not page.matrix.verticalScrollBar().isVisible()
    assert (
        page.gallery.viewport().height()
        >= page.gallery.visualRect(page.gallery.model().index(0, 0)).height() - 16
    )
    bottom = page.matrix.mapTo(page.window, page.matrix.rect().bottomLeft()).y()
    assert bottom <= page.gallery.mapTo(page.window, page.gallery.rect().topLeft()).y()
    for button in page.widget("evaluation").findChildren(QAbstractButton):
        if button.isVisible() and button.text() and "Button" in button.objectName():
            assert button.accessibleName(), button.objectName()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.objectName()
    assert page.window.size().toTuple() == size


def test_bad_lines_are_told_and_long_names_do_not_widen_the_window(page, tmp_path):
    width = page.window.width()
    path = tmp_path / f"{'very' * 40}.jsonl"
    drawings.append(drawings.Sample("x", 3, ink(strokes(3))), path)
    with path.open("a", encoding="utf-8") as file:
        file.write("no drawing\n")
    page.choose_set("A file of drawings", path)
    page.evaluate()
    assert page.text("evaluationSubject").startswith("very")
    assert page.is_visible("evaluationNotes")
    assert "line 2" in page.text("evaluationNotes")
    for tab in ("Compared", "Map", "Matrix"):
        page.tab(tab)
    assert page.window.width() == width
    page.choose_set("MNIST's test set")
    page.start()
    page.sees(lambda: not page.is_visible("evaluationNotes"))


def test_closing_the_window_ends_an_evaluation(page, user):
    page.start()
    user.close()
    assert not [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def test_another_language_leaves_what_was_found(some, user):
    page, _, _ = some
    page.evaluate()
    before = page.counts()
    try:
        user.do("zh_CNLanguageAction")
        page.sees(lambda: "准确率" in page.text("evaluationSummary"))
        page.sees(lambda: (page.counts() == before).all())
        assert page.text("evaluateButton") == "评估"
        page.click_cell(7, 7)
        assert page.text("evaluationHeading").startswith("7 读作 7：")
    finally:
        user.do("enLanguageAction")
    page.sees(lambda: "read right" in page.text("evaluationSummary"))
