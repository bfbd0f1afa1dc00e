"""The report: its numbers, its images, what it must not contain; and CSV."""

import base64
import csv
import io
import json
import re
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from mnist_pad.base.assets import asset
from mnist_pad.base.errors import UsageError
from mnist_pad.base.languages import catalogue, read_catalogue
from mnist_pad.base.wording import translate_with
from mnist_pad.engine.evaluating.images import ImageSet, LabelledImages, Numbered
from mnist_pad.engine.evaluating.pictures import ReadPicture
from mnist_pad.engine.evaluating.reading import whole
from mnist_pad.engine.jobs.evaluation import EvaluationRequest, evaluated
from mnist_pad.engine.report import csv_file, page
from mnist_pad.engine.report.page import Subject
from mnist_pad.recognizer.evaluation import UNLABELLED, misread
from mnist_pad.recognizer.robustness import AMOUNTS
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.control import Control
from tests.engine.report_reader import read_report

SUBJECT = Subject("some digits", "Built-in", "2026-01-02T03:04:05+00:00", "other.npz")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;\u202e\ud800\x00"


@pytest.fixture(scope="module")
def mnist():
    with np.load(asset("mnist.npz")) as data:
        # The test set's second half is the easier one; there is something misread in the first.
        return data["x_test"][:1_500], data["y_test"][:1_500]


@pytest.fixture(scope="module")
def worse():
    """The shipped network, some of it forgotten."""
    random = np.random.default_rng(0)
    noisy = (
        array + random.normal(0, 0.3 * array.std(), array.shape) for array in shipped().parameters
    )
    return replace(shipped(), parameters=tuple(array.astype(np.float32) for array in noisy))


def found(images, labels, *, against=None, names=None, blank=None, further=True):
    given = LabelledImages(
        images=images,
        labels=labels.astype(np.int64),
        blank=np.zeros(len(images), bool) if blank is None else blank,
        names=names or Numbered("x_test", range(len(images))),
    )
    request = EvaluationRequest(shipped(), ImageSet(), against, further=further)
    return list(evaluated(request, Control(), iter([whole(given)])))[-1].findings


@pytest.fixture(scope="module")
def findings(mnist, worse):
    return found(*mnist, against=worse)


@pytest.fixture(scope="module")
def report(findings):
    return read_report(page.html(findings, SUBJECT))


def test_its_figures_are_those_of_the_evaluation(report, findings):
    summary = report.one(id="summary")
    for name in ("accuracy", "count", "rejected", "calibration_error"):
        shown = [each.value for each in summary.all(data_figure=name)]
        networks = (findings.first, findings.second)
        assert shown == [getattr(each.evaluation, name) for each in networks]
    accuracy = summary.all(data_figure="accuracy")[0]
    assert accuracy.text == f"{100 * findings.first.evaluation.accuracy:.2f} %"


def test_its_matrix_is_the_evaluations(report, findings):
    rows = report.one(id="confusion").one("tbody").all("tr")
    shown = [[int(cell.value) for cell in row.all("data")] for row in rows]
    assert shown == [list(row) for row in findings.first.evaluation.confusion]
    texts = [[cell.text for cell in row.all("td")] for row in rows]
    for label, row in enumerate(findings.first.evaluation.confusion):
        for answer, count in enumerate(row):
            expected = f"{count:,}" if count or label == answer else ""
            assert texts[label][answer] == expected


def test_its_digits_have_precision_and_recall_of_both_networks(report, findings):
    rows = report.one(id="digits").one("tbody").all("tr")
    for digit, row in enumerate(rows):
        one, other = findings.first.digits[digit], findings.second.digits[digit]
        shown = [each.value for each in row.all(data_figure="precision")]
        assert shown == [one.precision, other.precision]
        shown = [each.value for each in row.all(data_figure="recall")]
        assert shown == [one.recall, other.recall]
        assert row.one(data_figure="shown").value == one.shown


def test_the_comparison_is_said_and_counted(report, findings):
    comparison = findings.comparison
    more = len(comparison.first_only) - len(comparison.second_only)
    assert more > 0
    assert f"Built-in reads {more:,} more than other.npz" in report.text
    counts = [
        comparison.both_right,
        len(comparison.first_only),
        len(comparison.second_only),
        comparison.both_wrong,
    ]
    assert [int(each.value) for each in report.all("dl")[1].all("data")] == counts


def galleries(report):
    """Return which images each gallery shows, by its heading."""
    heading, shown = "", {}
    for each in report.one("body").children:
        if each.name == "h2":
            heading = each.text
        elif each.attributes.get("class") == "images":
            shown[heading] = each.all("figure")
    return shown


def test_the_images_shown_are_those_that_the_figures_count(report, findings, mnist):
    shown = galleries(report)
    wrong = misread(findings.first.probabilities, mnist[1])
    by_heading = {
        f"Misread, the worst first: {len(wrong)}": wrong,
        f"Read by Built-in alone: {len(findings.comparison.first_only)}": (
            findings.comparison.first_only
        ),
        f"Read by other.npz alone: {len(findings.comparison.second_only)}": (
            findings.comparison.second_only
        ),
    }
    for heading, which in by_heading.items():
        figures = shown[heading]
        assert [int(each.attributes["data-index"]) for each in figures] == which[:100].tolist()
    for index, figure in zip(wrong, shown[next(iter(by_heading))], strict=True):
        _, _, encoded = figure.one("img").attributes["src"].partition("base64,")
        with Image.open(io.BytesIO(base64.b64decode(encoded))) as picture:
            np.testing.assert_array_equal(255 - np.array(picture), mnist[0][index])
        answer = findings.first.probabilities[index].argmax()
        assert f"is {mnist[1][index]}, read {answer}" in figure.text
        assert f"x_test[{index}]" in figure.text


def test_its_curves_have_the_points_of_the_findings(report, findings):
    plots = report.one(class_="plots").all("svg")
    assert len(plots) == len(AMOUNTS)
    for plot, change in zip(plots, AMOUNTS, strict=True):
        told = [each.text for each in plot.all("title")]
        expected = [
            f"{amount:g}: {100 * accuracy:.2f} %".replace("-", "−")
            for answers in (findings.first, findings.second)
            for amount, accuracy in zip(
                answers.curves[change].amounts, answers.curves[change].accuracies, strict=True
            )
        ]
        assert told == expected
        # A higher accuracy is higher up.
        dots = plot.all("circle", class_="first")
        heights = [float(dot.attributes["cy"]) for dot in dots]
        accuracies = findings.first.curves[change].accuracies
        assert np.argmin(heights) == np.argmax(accuracies)


def test_the_reliability_diagram_has_a_bar_a_bin(report, findings):
    bars = report.one(id="reliability").all("rect")
    bins = [each for each in findings.first.bins if each.count]
    assert len(bars) == len(bins)
    heights = [float(bar.attributes["height"]) for bar in bars]
    full = heights[0] / bins[0].accuracy if bins[0].accuracy else max(heights)
    for height, each in zip(heights, bins, strict=True):
        assert height == pytest.approx(full * each.accuracy, abs=0.2)


def test_the_map_has_a_dot_an_image(report, mnist):
    paths = {path.one("title").text: path for path in report.one(id="map").all("path")}
    counts = {digit: path.attributes["d"].count("M") for digit, path in paths.items()}
    assert counts == {str(digit): int((mnist[1] == digit).sum()) for digit in range(10)}


def test_it_reads_nothing_from_anywhere(findings):
    html = page.html(findings, SUBJECT)
    report = read_report(html)
    assert not report.all("script") + report.all("link") + report.all("iframe")
    for element in report.all():
        for name, value in element.attributes.items():
            assert not name.startswith("on")
            if name in ("src", "href", "data", "action"):
                assert value.startswith("data:image/png;base64,")
    # Nor do the style sheet, nor the drawings.
    assert not re.search(r"https?:|url\(|@import|xlink", html)
    policy = report.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    assert policy.startswith("default-src 'none'")
    assert "prefers-color-scheme:dark" in html
    assert "@media print" in html


def test_hostile_names_are_text(mnist):
    images, labels = mnist[0][:20], mnist[1][:20].copy()
    labels[:5] = (labels[:5] + 1) % 10  # misread, so that they are shown
    hostile = found(images, labels, names=[HOSTILE] * 20)
    pictures = (ReadPicture(HOSTILE, "7", HOSTILE, False),)
    hostile = replace(hostile, first=replace(hostile.first, pictures=pictures))
    subject = Subject(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    html = page.html(hostile, subject)
    html.encode("utf-8", "strict")
    report = read_report(html)
    assert not report.all("script")
    assert all(img.attributes["src"].startswith("data:") for img in report.all("img"))
    assert not any(name.startswith("on") for each in report.all() for name in each.attributes)
    shown = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;\ufffd\ufffd\ufffd"
    assert report.all("img")[0].attributes["alt"] == shown
    assert report.one("head").one("title").text.endswith(shown)
    assert "\u202e" not in html
    assert "\x00" not in html


def test_what_has_no_meaning_is_said_and_left_out(mnist):
    images = mnist[0][:5]
    nobody = found(images, np.full(5, UNLABELLED))
    report = read_report(page.html(nobody, SUBJECT))
    assert "Nobody says which digits these are" in report.text
    assert not report.all(id="digits") + report.all(id="confusion") + report.all(class_="plots")
    assert report.one(id="map")
    sevens = found(images, np.full(5, 7))
    report = read_report(page.html(sevens, SUBJECT))
    assert "All are the same digit" in report.text
    shown = report.one(id="digits").all(data_figure="precision")
    assert [each.text for each in shown] == ["–"] * 10
    nothing = found(images[:0], np.empty(0))
    assert "There is nothing to read" in read_report(page.html(nothing, SUBJECT)).text


def test_what_was_stopped_says_so(findings):
    report = read_report(page.html(replace(findings, whole=False), SUBJECT))
    assert "Stopped before the end: the figures are of the first 1,500." in report.text


def test_it_speaks_chinese(findings):
    translate_with(read_catalogue(catalogue("zh_CN", "ts")))
    try:
        report = read_report(page.html(findings, SUBJECT))
    finally:
        translate_with(None)
    assert report.one("html").attributes["lang"] == "zh-CN"
    for words in ("精确率", "召回率", "混淆矩阵", "置信度", "主成分", "读错"):
        assert words in report.text
    # Of English, names alone are left.
    texts = [each for one in report.one("body").all() for each in one.children]
    shown = " ".join(each for each in texts if isinstance(each, str))
    left = set(re.findall(r"[A-Za-z_]{3,}", shown))
    assert left <= {"some", "digits", "Built", "other", "npz", "mnist", "pad", "x_test"}


def test_a_file_that_cannot_be_written_is_told(findings, tmp_path):
    for write in (
        lambda path: page.write(findings, SUBJECT, path),
        lambda path: csv_file.write(findings, path),
    ):
        with pytest.raises(UsageError, match="expected a file that can be written"):
            write(tmp_path / "missing" / "file")


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_the_figures_and_each_answer(findings, mnist, tmp_path):
    csv_file.write(findings, tmp_path / "all.csv")
    rows = table(tmp_path / "all.csv")
    assert tuple(rows[0]) == csv_file.HEADER

    def of(kind, **wanted):
        chosen = [row for row in rows if row["row"] == kind]
        return [row for row in chosen if all(row[key] == str(wanted[key]) for key in wanted)]

    for network, answers in ((1, findings.first), (2, findings.second)):
        for name in ("count", "accuracy", "rejected", "calibration_error"):
            (row,) = of("figure", network=network, name=name)
            assert float(row["value"]) == getattr(answers.evaluation, name)
        for digit in answers.digits:
            (row,) = of("figure", network=network, name="recall", label=digit.digit)
            assert float(row["value"]) == digit.recall
        cells = [int(row["count"]) for row in of("confusion", network=network)]
        assert cells == [count for row in answers.evaluation.confusion for count in row]
        for change, curve in answers.curves.items():
            points = of(change, network=network)
            assert [float(row["amount"]) for row in points] == list(curve.amounts)
            assert [float(row["value"]) for row in points] == list(curve.accuracies)
        images = of("image", network=network)
        assert [int(row["label"]) for row in images] == mnist[1].tolist()
        assert [int(row["answer"]) for row in images] == (
            answers.probabilities.argmax(axis=1).tolist()
        )
        np.testing.assert_allclose(
            [float(row["value"]) for row in images], answers.probabilities.max(axis=1), rtol=1e-5
        )
        assert [row["rejected"] == "1" for row in images] == answers.rejected.tolist()
    (row,) = of("figure", name="p")
    assert float(row["value"]) == findings.comparison.test.p


def test_csv_leaves_empty_what_there_is_not(mnist, tmp_path):
    blank = np.array([False, True, False])
    labels = np.array([UNLABELLED, 2, 1])
    names = ["=1+1", HOSTILE, 'a "name",\nof two lines']
    few = found(mnist[0][:3], labels, blank=blank, names=names, further=False)
    csv_file.write(few, tmp_path / "few.csv")
    rows = [row for row in table(tmp_path / "few.csv") if row["row"] == "image"]
    assert [row["label"] for row in rows] == ["", "2", "1"]
    assert [row["answer"] for row in rows] == ["7", "", "1"]
    assert [row["rejected"] for row in rows] == ["0", "1", "0"]
    # A spreadsheet would run it.
    assert rows[0]["name"] == "'=1+1"
    assert rows[2]["name"] == names[2]
    assert json.dumps(rows)
