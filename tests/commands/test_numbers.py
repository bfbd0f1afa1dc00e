"""`predict` and `evaluate` on numbers, in drawings and in pictures."""

import json

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tests.writing import written


def ink_line(text, **keys):
    strokes, _ = written(text)
    return {
        "id": text,
        "label": None,
        "number": text,
        "pad": [600, 400],
        "pen": 8,
        "strokes": [stroke.tolist() for stroke in strokes],
        **keys,
    }


def draw(path, text, *, size=(420, 160)):
    """Paint a number as ink on paper, and write it as a picture."""
    picture = Image.new("L", size, 255)
    canvas = ImageDraw.Draw(picture)
    for stroke in written(text, height=90, corner=(30.0, 30.0))[0]:
        canvas.line([tuple(point) for point in stroke.tolist()], 20, width=9, joint="curve")
    path.parent.mkdir(exist_ok=True, parents=True)
    picture.save(path)
    return path


@pytest.fixture
def numbers(tmp_path):
    path = tmp_path / "numbers.jsonl"
    lines = [ink_line("427"), ink_line("10"), ink_line("90\n56"), ink_line("38", number="33")]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_numbers_in_drawings_are_counted(run, numbers):
    status, out, err = run("evaluate", "--numbers", "--ink", numbers, "--json")
    assert (status, err) == (0, "")
    result = json.loads(out)
    assert result.pop("digits_right") == pytest.approx(10 / 11)
    assert result == {"count": 4, "right": 3, "accuracy": 0.75}
    words = run("evaluate", "--numbers", "--ink", numbers)[1]
    assert words.splitlines() == [
        "numbers read right  75.00 % (3 of 4)",
        "digits read right   90.91 %",
    ]


def test_drawings_without_a_number_are_left_out_and_told(run, numbers):
    with numbers.open("a") as file:
        for odd in (None, 7, "4?7", "1\n", ""):
            file.write(json.dumps(ink_line("1", number=odd)) + "\n")
        file.write("nonsense\n")
    status, out, err = run("evaluate", "--numbers", "--ink", numbers, "--json")
    assert (status, json.loads(out)["count"]) == (0, 4)
    assert "5 without a number left out" in err
    assert "line 10" in err


def test_without_numbers_single_digits_are_counted_as_ever(run, numbers):
    _, out, _ = run("evaluate", "--ink", numbers, "--json")
    result = json.loads(out)
    assert (result["count"], result["accuracy"]) == (4, None)


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    draw(folder / "7" / "seven.png", "7")
    draw(folder / "3" / "five.png", "5")
    draw(folder / "427" / "right.png", "427")
    draw(folder / "427" / "wrong.png", "42")
    Image.new("L", (90, 90), 255).save(draw(folder / "none" / "paper.png", "1"))
    draw(folder / "none" / "two.png", "2")
    draw(folder / "several" / "left-out.png", "2")
    (folder / "7" / "note.txt").write_text("no picture")
    return folder


def test_pictures_in_folders_are_counted(run, pictures):
    status, out, err = run("evaluate", "--pictures", pictures, "--json")
    assert status == 0
    assert "note.txt: expected a picture" in err
    assert "several: not named by a number, left out" in err
    assert json.loads(out) == {
        "count": 6,
        "accuracy": 0.5,
        "rejected": 1,
        "wrong": [
            {"picture": str(pictures / "3" / "five.png"), "expected": "3", "read": "5"},
            {"picture": str(pictures / "427" / "wrong.png"), "expected": "427", "read": "42"},
            {"picture": str(pictures / "none" / "two.png"), "expected": "none", "read": "2"},
        ],
    }
    words = run("evaluate", "--pictures", pictures)[1].splitlines()
    assert words[:2] == ["accuracy     50.00 % of 4", "not a digit  1 of 6"]
    assert words[2].endswith("five.png: 3, read 5")


def test_predict_tells_the_number_and_where_each_digit_is(run, tmp_path):
    picture = draw(tmp_path / "seven.png", "7")
    status, out, _ = run("predict", picture, "--json")
    answer = json.loads(out)
    assert (status, answer["verdict"], answer["digit"], answer["number"]) == (0, "digit", 7, "7")
    (digit,) = answer["digits"]
    assert set(digit) == {"box", "verdict", "digit", "probabilities"}
    assert (digit["verdict"], digit["digit"]) == ("digit", 7)
    assert digit["probabilities"] == answer["probabilities"]
    inked = np.argwhere(np.asarray(Image.open(picture)) < 128)
    (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0) + 1
    np.testing.assert_allclose(digit["box"], [left, top, right - left, bottom - top], atol=3)


def test_predict_reads_several_digits_row_by_row(run, tmp_path):
    picture = draw(tmp_path / "rows.png", "427\n10", size=(420, 320))
    answer = json.loads(run("predict", picture, "--json")[1])
    assert (answer["verdict"], answer["number"]) == ("number", "427\n10")
    assert (answer["digit"], answer["probabilities"]) == (None, None)
    assert [digit["digit"] for digit in answer["digits"]] == [4, 2, 7, 1, 0]
    lefts, tops, *_ = zip(*(digit["box"] for digit in answer["digits"]), strict=True)
    assert lefts[0] < lefts[1] < lefts[2]
    assert max(tops[:3]) < min(tops[3:])
    words = run("predict", picture)[1]
    assert words.startswith(f"{picture}: 427 / 10: 4 (")
    assert words.count("%") == 5


def test_a_sign_in_a_picture_leaves_no_number(run, tmp_path):
    picture = draw(tmp_path / "sign.png", "47", size=(420, 160))
    with Image.open(picture) as opened:
        canvas = ImageDraw.Draw(opened)
        for ends in ((210, 30, 290, 120), (290, 30, 210, 120)):
            canvas.line(ends, 20, width=9)
        opened.save(picture)
    answer = json.loads(run("predict", picture, "--json")[1])
    assert (answer["verdict"], answer["number"]) == ("not_a_digit", None)
    assert [digit["digit"] for digit in answer["digits"]] == [4, 7, None]
    assert run("predict", picture)[1].startswith(f"{picture}: 47?: 4 (")


def test_paper_has_no_number_and_no_digits(run, tmp_path):
    Image.new("L", (90, 90), 255).save(tmp_path / "paper.png")
    answer = json.loads(run("predict", tmp_path / "paper.png", "--json")[1])
    assert (answer["verdict"], answer["number"], answer["digits"]) == ("not_a_digit", None, [])
    assert "no ink found" in run("predict", tmp_path / "paper.png")[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--numbers"], "--numbers: expected --ink"),
        (["--numbers", "--ink", "{ink}", "--errors", "{folder}"], "--errors: expected"),
        (["--pictures", "{folder}", "--errors", "{folder}"], "--errors: expected"),
        (["--pictures", "{folder}"], "expected folders of pictures"),
        (["--pictures", "{ink}"], "expected a folder of pictures"),
        (["--pictures", "{folder}/missing"], "expected a folder of pictures"),
        (["--pictures", "{folder}", "--ink", "{ink}"], "not allowed with"),
        (["--numbers", "--ink", "{unnumbered}"], 'expected drawings with a "number"'),
    ],
)
def test_what_cannot_be_evaluated_gets_one_line(run, numbers, tmp_path, arguments, words):
    (tmp_path / "empty").mkdir()
    unnumbered = tmp_path / "unnumbered.jsonl"
    unnumbered.write_text(json.dumps(ink_line("1", number=None)) + "\n")
    places = {"ink": numbers, "folder": tmp_path / "empty", "unnumbered": unnumbered}
    status, out, err = run("evaluate", *(each.format(**places) for each in arguments))
    assert (status, out) == (2, "")
    assert err.startswith("mnist-pad: error: ")
    assert err.count("\n") == 1
    assert words in err
