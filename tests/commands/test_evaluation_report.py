"""`evaluate --report`, `--csv` and `--against`: files that hold what `--json` prints."""

import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from PIL import Image

from mnist_pad.commands.sample_digits import strokes
from mnist_pad.recognizer.weights import WeightsMeta, save, shipped
from tests.engine.report_reader import read_report
from tests.rescaled import taught


@pytest.fixture
def data(tmp_path, mnist):
    path = tmp_path / "some.npz"
    np.savez(path, x_test=mnist["x_test"][:700], y_test=mnist["y_test"][:700])
    return path


@pytest.fixture
def ink(tmp_path):
    path = tmp_path / "ink.jsonl"
    lines = [
        {
            "id": f"<b>{digit}",
            "label": label,
            "pad": [400, 400],
            "pen": 20,
            "strokes": [(stroke * 300 + 50).tolist() for stroke in strokes(digit)],
        }
        for digit, label in [*((digit, digit) for digit in range(9)), (9, 4), (3, None)]
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture
def other(tmp_path):
    """Weights of another network, a little worse."""
    path = tmp_path / "other.npz"
    save(taught("centred"), path)
    return path


def read(path):
    return read_report(path.read_text(encoding="utf-8"))


def agrees(report, figures):
    """Assert that a report shows what `--json` printed."""
    summary = report.one(id="summary")
    for name in ("count", "accuracy", "rejected", "calibration_error"):
        assert summary.all(data_figure=name)[0].value == figures[name]
    rows = report.one(id="confusion").one("tbody").all("tr")
    shown = [[int(cell.value) for cell in row.all("data")] for row in rows]
    assert shown == figures["confusion"]
    recalls = [each.value for each in report.one(id="digits").all(data_figure="recall")]
    assert recalls == figures["per_class"]


@pytest.mark.parametrize("source", ["data", "ink"])
def test_the_report_has_the_numbers_of_json(run, tmp_path, data, ink, source):
    target = tmp_path / "report.html"
    chosen = ("--data", data) if source == "data" else ("--ink", ink)
    status, out, err = run("evaluate", *chosen, "--json", "--report", target)
    assert status == 0
    assert err == f"report: {target}\n"
    assert json.loads(out) == json.loads(run("evaluate", *chosen, "--json")[1])
    report = read(target)
    agrees(report, json.loads(out))
    assert str(chosen[1]) in report.one("dl").text
    assert len(report.one(class_="plots").all("svg")) == 4


def test_mnists_test_set_is_reported(mnist_pad, tmp_path):
    target = tmp_path / "mnist.html"
    result = mnist_pad("evaluate", "--json", "--report", target)
    assert result.status == 0
    agrees(read(target), result.objects[0])
    assert "MNIST's test set" in read(target).text


def test_pictures_are_reported_as_a_whole(run, tmp_path, mnist):
    for index, folder in ((0, "7"), (1, "2"), (2, "<i>"), (3, "5"), (4, "none")):
        path = tmp_path / "pictures" / folder / f"{index}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        shown = 255 - np.kron(mnist["x_test"][index], np.ones((5, 5), np.uint8))
        Image.fromarray(shown).save(path)
    target = tmp_path / "report.html"
    status, out, err = run(
        "evaluate", "--pictures", tmp_path / "pictures", "--json", "--report", target
    )
    figures = json.loads(out)
    assert status == 0
    assert "<i>: not named by a number" in err
    assert (figures["count"], figures["accuracy"]) == (4, 2 / 3)
    report = read(target)
    assert report.one(id="picture-count").value == 4
    assert report.one(id="picture-accuracy").value == figures["accuracy"]
    assert report.one(id="picture-rejected").value == figures["rejected"]
    rows = report.one(id="wrong-pictures").one("tbody").all("tr")
    shown = [[cell.text for cell in row.all("td")] for row in rows]
    assert shown == [[each["picture"], each["expected"], each["read"]] for each in figures["wrong"]]
    assert not report.all("i")


def test_two_networks_are_told_side_by_side(run, tmp_path, data, other):
    target, table = tmp_path / "both.html", tmp_path / "both.csv"
    status, out, err = run(
        "evaluate", "--data", data, "--against", other, "--report", target, "--csv", table
    )
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[-2:] == [f"report: {target}", f"CSV: {table}"]
    second = json.loads(run("evaluate", "--data", data, "--weights", other, "--json")[1])
    shown = [each.value for each in read(target).one(id="summary").all(data_figure="accuracy")]
    assert shown[1] == second["accuracy"]
    assert lines[-3] in read(target).text
    # Without files, it is said all the same; JSON stays as it is.
    assert lines[-3] in run("evaluate", "--data", data, "--against", other)[1]
    _, out, err = run("evaluate", "--data", data, "--against", other, "--json")
    assert set(json.loads(out)) == {
        "count",
        "accuracy",
        "per_class",
        "confusion",
        "rejected",
        "calibration_error",
    }
    assert err == lines[-3] + "\n"


def test_an_existing_file_is_replaced_whole(run, tmp_path, ink):
    target = tmp_path / "report.html"
    target.write_text("before")
    target.chmod(0o640)
    assert run("evaluate", "--ink", ink, "--report", target)[0] == 0
    assert target.read_text().startswith("<!doctype html>")
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ink.jsonl", "report.html"]


@pytest.mark.parametrize("option", ["--report", "--csv"])
def test_where_nothing_can_be_written_is_told_before_the_work(run, tmp_path, ink, option):
    # What is read is not even there: the file to write is looked at first.
    target = tmp_path / "missing" / "file"
    status, out, err = run("evaluate", "--ink", tmp_path / "no-ink", option, target)
    assert (status, out) == (2, "")
    assert err.startswith(f"mnist-pad: error: {target}: expected a file that can be written")
    assert err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_what_is_read_is_never_written_over(run, tmp_path, ink, other):
    before = ink.read_bytes(), other.read_bytes()
    link = tmp_path / "link.html"
    link.symlink_to(ink)
    for target, found in ((ink, "--ink"), (link, "--ink"), (other, "--against")):
        status, _, err = run("evaluate", "--ink", ink, "--against", other, "--report", target)
        assert status == 2
        assert f"expected another file for --report, found {found}'s" in err
    both = tmp_path / "both"
    status, _, err = run("evaluate", "--ink", ink, "--report", both, "--csv", both)
    assert (status, both.exists()) == (2, False)
    assert "expected another file" in err
    assert (ink.read_bytes(), other.read_bytes()) == before


@pytest.mark.parametrize("option", ["--report", "--csv", "--against"])
def test_numbers_have_no_report(run, tmp_path, ink, option):
    status, _, err = run("evaluate", "--numbers", "--ink", ink, option, tmp_path / "file")
    assert status == 2
    assert f"{option}: expected single digits or pictures, found --numbers" in err


def test_bad_weights_to_compare_with_are_named(run, tmp_path, ink):
    status, _, err = run("evaluate", "--ink", ink, "--against", ink)
    assert status == 2
    assert str(ink) in err


def test_weights_without_a_name_for_their_scaling_are_tried(run, tmp_path, ink):
    path = tmp_path / "own.npz"
    np.savez(path, *taught("unit").parameters)
    status, _, err = run("evaluate", "--ink", ink, "--against", path)
    assert status == 0
    assert "pixels are taken as unit" in err


def test_a_threshold_of_the_users_counts(run, tmp_path, data):
    strict = tmp_path / "strict.npz"
    weights = shipped()
    meta = WeightsMeta(**{**vars(weights.meta), "rejection_threshold": 0.99})
    save(type(weights)(weights.parameters, meta), strict)
    target = tmp_path / "report.html"
    _, out, _ = run("evaluate", "--data", data, "--weights", strict, "--json", "--report", target)
    figures = json.loads(out)
    assert figures["rejected"] > 20
    headings = [each.text for each in read(target).all("h2")]
    assert f"Called not a digit: {figures['rejected']}" in headings


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_stopped_by_ctrl_c_it_reports_what_was_read(tmp_path, ink):
    # Far more drawings than are read in the moment that the signal takes.
    many = tmp_path / "many.jsonl"
    many.write_text("nonsense\n" + ink.read_text() * 1_000)
    target = tmp_path / "report.html"
    command = ["evaluate", "--ink", many, "--json", "--report", target]
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", *map(str, command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        # The bad line is told with the first drawings that are brought down.
        assert "line 1" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0
    assert "stopping; what was found is written" in err
    count = json.loads(out)["count"]
    assert 0 < count < 11_000
    assert f"Stopped before the end: the figures are of the first {count:,}." in read(target).text
