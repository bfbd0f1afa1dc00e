"""`evaluate --errors`: the sheets of misread drawings, of real MNIST and of drawings."""

import argparse
import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from mnist_pad.base.assets import asset
from mnist_pad.base.errors import UsageError
from mnist_pad.commands import error_sheet, evaluate, labelled_images
from mnist_pad.commands.error_sheet import MAX_DRAWINGS, Misreading, draw, prepare, write
from mnist_pad.commands.sample_digits import strokes
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import load, save, shipped

LEFT, TOP, SIDE = 14, 14, 84


def picture(sheet, index):
    """Cut out one picture of a sheet, and bring it back to 28 by 28 and MNIST's polarity."""
    row, column = divmod(index, 10)
    left, top = LEFT + 112 * column, TOP + 156 * row
    return 255 - np.array(sheet)[top : top + SIDE : 3, left : left + SIDE : 3]


def misreadings(count, name="a drawing"):
    images = np.random.default_rng(0).integers(0, 256, (count, 28, 28), np.uint8)
    return [Misreading(image, 4, 9, 0.9, name) for image in images]


def sheets(folder):
    return sorted(path.name for path in folder.iterdir())


def run(path, folder):
    """Evaluate drawings in this process, the sheets into `folder`."""
    parser = argparse.ArgumentParser()
    evaluate.add_arguments(parser)
    assert evaluate.run(parser.parse_args(["--ink", str(path), "--errors", str(folder)])) == 0


@pytest.fixture
def ink(tmp_path):
    """Return a function that writes the sample digits as ink under the labels given."""

    def write_ink(*labels, digits=range(10), dot=False):
        lines = [
            {
                "id": f"drawn-{digit}",
                "label": label,
                "pad": [400, 400],
                "pen": 20,
                "strokes": [(stroke * 300 + 50).tolist() for stroke in strokes(digit)],
            }
            for digit, label in zip(digits, labels, strict=True)
        ]
        if dot:
            lines.insert(0, {**lines[0], "id": "dot", "label": 3, "strokes": [[[5, 5]]]})
        path = tmp_path / "ink.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return path

    return write_ink


def test_the_sheets_hold_mnists_misread_images_worst_first(mnist_pad, tmp_path):
    folder, path = tmp_path / "made" / "if need be", tmp_path / "shaken.npz"
    # The shipped weights misread too few to fill two sheets.
    random = np.random.default_rng(0)
    shaken = tuple(
        array + random.normal(0, 0.025, array.shape).astype(np.float32)
        for array in shipped().parameters
    )
    save(replace(shipped(), parameters=shaken), path)
    result = mnist_pad("evaluate", "--weights", path, "--errors", folder)
    assert (result.status, result.err) == (0, "")
    with np.load(asset("mnist.npz")) as data:
        images, labels = data["x_test"], data["y_test"]
    probabilities = Recognizer(load(path)).probabilities(images)
    wrong = np.flatnonzero(probabilities.argmax(axis=1) != labels)
    wrong = wrong[np.argsort(-probabilities[wrong].max(axis=1), kind="stable")]
    assert 100 < len(wrong) < MAX_DRAWINGS
    assert f"{len(wrong)} of {len(wrong)}, worst first: {folder / 'errors-1.png'} to" in result.out
    assert sheets(folder) == [f"errors-{page + 1}.png" for page in range(-(-len(wrong) // 100))]
    for place, index in enumerate(wrong):
        if place % 100 == 0:
            sheet = Image.open(folder / f"errors-{place // 100 + 1}.png")
        np.testing.assert_array_equal(picture(sheet, place % 100), images[index])


def test_the_table_is_the_same_with_it(mnist_pad, ink, tmp_path):
    path = ink(*range(9), 4)
    plain = mnist_pad("evaluate", "--ink", path).out
    out = mnist_pad("evaluate", "--ink", path, "--errors", tmp_path / "out").out
    told = f"misread            1 of 1, worst first: {tmp_path / 'out' / 'errors.png'}"
    assert out == f"{plain}\n{told}\n"


def test_with_json_only_the_object_goes_to_standard_output(mnist_pad, ink, tmp_path):
    path = ink(*range(9), 4)
    (plain,) = mnist_pad("evaluate", "--ink", path, "--json").objects
    result = mnist_pad("evaluate", "--ink", path, "--json", "--errors", tmp_path / "out")
    assert result.objects == [plain]
    assert result.err.startswith("mnist-pad: misread: 1 of 1, ")
    assert result.err.count("\n") == 1


def test_captions_say_which_drawing_and_what_it_was_read_as(ink, tmp_path, monkeypatch):
    drawn = []
    monkeypatch.setattr(error_sheet, "draw", lambda page: drawn.extend(page) or draw(page))
    run(ink(5, None, 2, digits=(1, 2, 3), dot=True), tmp_path / "out")
    *read, last = drawn
    # The drawing without a label is not among them.
    assert {(one.name, one.label, one.answer) for one in read} == {
        ("drawn-1", 5, 1),
        ("drawn-3", 2, 3),
    }
    assert read[0].probability >= read[1].probability > 0.5
    assert (last.name, last.label, last.answer) == ("dot", 3, None)
    assert not picture(Image.open(tmp_path / "out" / "errors.png"), 2).any()


def test_images_are_numbered_as_the_data_set_counts_them():
    parser = argparse.ArgumentParser()
    evaluate.add_arguments(parser)
    given = labelled_images.read_data(parser.parse_args([]))
    assert (given.names[0], given.names[-1]) == ("x_test[0]", "x_test[9999]")


def test_without_errors_there_is_no_sheet_and_the_old_ones_go(mnist_pad, ink, tmp_path):
    folder = tmp_path / "out"
    prepare(folder)
    write(folder, misreadings(201))
    (folder / "errors-of-mine.png").write_bytes(b"not theirs")
    assert sheets(folder) == [*(f"errors-{page}.png" for page in (1, 2, 3)), "errors-of-mine.png"]
    result = mnist_pad("evaluate", "--ink", ink(*range(10)), "--errors", folder)
    assert result.out.endswith("\nmisread            none, so there is no sheet\n")
    assert sheets(folder) == ["errors-of-mine.png"]


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (0, []),
        (1, ["errors.png"]),
        (100, ["errors.png"]),
        (101, ["errors-1.png", "errors-2.png"]),
        (MAX_DRAWINGS + 1, [f"errors-{page}.png" for page in range(1, 6)]),
    ],
)
def test_as_many_sheets_as_it_takes_up_to_a_limit(tmp_path, count, names):
    prepare(tmp_path)
    assert write(tmp_path, misreadings(3)) == [tmp_path / "errors.png"]
    assert write(tmp_path, misreadings(count)) == [tmp_path / name for name in names]
    assert sheets(tmp_path) == names


def test_more_than_the_limit_is_said(monkeypatch, ink, tmp_path, capsys):
    monkeypatch.setattr(error_sheet, "MAX_DRAWINGS", 1)
    run(ink(5, 5, digits=(1, 2)), tmp_path / "out")
    assert "1 of 2, worst first" in capsys.readouterr().out


def test_pictures_are_dark_on_light_and_aligned_with_their_captions():
    one = Misreading(np.full((28, 28), 255, np.uint8), 4, 9, 0.973, "x_test[12]")
    pixels = np.array(draw([one] * 11))
    assert pixels.shape == (14 + 2 * 156, 10 * 112)
    assert (pixels[TOP : TOP + SIDE, LEFT : LEFT + SIDE] == 0).all()
    captions = pixels[TOP + SIDE : 156, :]
    background = captions[0, 0]
    columns = np.flatnonzero((captions != background).any(axis=0))
    assert abs(columns[0] - LEFT) <= 2
    # The same caption under each of a row, and nothing in the second row but its one drawing.
    cells = captions.reshape(len(captions), 10, 112)
    assert (cells == cells[:, :1]).all()
    assert (pixels[156 + TOP :, 112:] == background).all()


@pytest.mark.parametrize(
    "name", ["", "W" * 100_000, "é\n日本\x00", "6f1c2a90-1111-4222-8333-abcde"]
)
def test_any_name_stays_within_its_cell(name):
    pixels = np.array(draw(misreadings(2, name)))
    gap = pixels[:, LEFT + SIDE + 12 : 112 + LEFT - 2]
    assert (gap == gap[0, 0]).all()


def test_it_does_without_freetype(monkeypatch):
    monkeypatch.setattr(error_sheet.features, "check_module", lambda name: False)
    monkeypatch.setattr(
        error_sheet.ImageFont,
        "load_default",
        lambda size: error_sheet.ImageFont.load_default_imagefont(),
    )
    captions = np.array(draw(misreadings(1, "日本" * 20)))[TOP + SIDE :]
    assert (captions < 100).any()


def test_a_folder_that_cannot_be_written_is_told_first(mnist_pad, tmp_path):
    file = tmp_path / "file"
    file.write_text("kept")
    # The data is missing too: the folder was looked at before it.
    for folder in (file, file / "below"):
        result = mnist_pad("evaluate", "--data", "missing.npz", "--errors", folder)
        result.refused(str(folder), "folder")
        assert result.out == ""
    assert file.read_text() == "kept"


@pytest.mark.parametrize("name", ["errors.png", "errors-2.png"])
def test_a_file_of_another_kind_is_not_replaced(mnist_pad, ink, tmp_path, name):
    Image.new("L", (4, 4)).save(tmp_path / name)
    before = (tmp_path / name).read_bytes()
    mnist_pad("evaluate", "--ink", ink(*range(10)), "--errors", tmp_path).refused(name)
    assert (tmp_path / name).read_bytes() == before


def test_a_folder_in_a_sheets_place_is_not_replaced(tmp_path):
    (tmp_path / "errors-1.png").mkdir()
    with pytest.raises(UsageError, match=r"errors-1\.png: expected nothing"):
        prepare(tmp_path)


def test_a_disk_that_fills_up_is_told(tmp_path, monkeypatch):
    def full(path, save):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(error_sheet, "write_atomically", full)
    with pytest.raises(UsageError, match="No space left"):
        write(tmp_path, misreadings(1))
