"""CSV files as Kaggle and OpenML publish MNIST, and as programs write them."""

import gzip
import tracemalloc

import numpy as np
import pytest

from mnist_pad.base import arrays as large
from mnist_pad.dataset import mnist
from mnist_pad.dataset.digits import DataError
from mnist_pad.dataset.table import read_table

HEADER = "label," + ",".join(f"pixel{k}" for k in range(784))

NUMBERED = ",".join(map(str, range(785)))


@pytest.fixture
def table(arrays):
    """Labels and pixels, a row an image; the corner is paper as in all of MNIST."""
    flat = arrays["x_train"].reshape(-1, 784)
    flat[:, 0] = flat[:, -1] = 0
    return np.hstack([arrays["y_train"][:, np.newaxis], flat])


@pytest.fixture
def written(tmp_path):
    """Write lines to a file, and return its path."""

    def write(lines, name="set.csv", *, end="\n", encoding="utf-8"):
        data = "".join(line + end for line in lines).encode(encoding)
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return tmp_path / name

    return write


def lines_of(table, separator=","):
    return [separator.join(map(str, row)) for row in table.tolist()]


def assert_holds(path, table):
    found = mnist.load(path)
    np.testing.assert_array_equal(found.y_train, table[:, 0])
    np.testing.assert_array_equal(found.x_train.reshape(-1, 784), table[:, 1:])
    assert len(found.x_test) == 0


@pytest.mark.parametrize("name", ["train.csv", "train.csv.gz", "train.txt"])
@pytest.mark.parametrize("header", [[], [HEADER], [NUMBERED], [NUMBERED.replace("0", "label", 1)]])
@pytest.mark.parametrize("in_memory_bytes", [2**28, 0])
def test_kaggles_form_is_read(table, written, monkeypatch, name, header, in_memory_bytes):
    monkeypatch.setattr(large, "IN_MEMORY_BYTES", in_memory_bytes)
    assert_holds(written([*header, *lines_of(table)], name), table)


@pytest.mark.parametrize(
    ("separator", "end", "encoding"),
    [
        (",", "\r\n", "utf-8"),
        (";", "\n", "utf-8-sig"),
        ("\t", "\n\n", "utf-8"),
        (", ", "\n", "ascii"),
    ],
)
def test_other_ways_to_write_the_lines_are_read(table, written, separator, end, encoding):
    lines = lines_of(table, separator)
    assert_holds(written(lines, end=end, encoding=encoding), table)


def test_quoted_fields_are_read(table, written):
    lines = [",".join(f'"{field}"' for field in line.split(",")) for line in lines_of(table)]
    header = ",".join(f'"{name}"' for name in HEADER.split(","))
    assert_holds(written([header, *lines]), table)


@pytest.mark.parametrize("white", [1, 255])
def test_decimal_numbers_are_read(table, tmp_path, white):
    rows = table.astype(float)
    rows[:, 1:] *= white / 255
    np.savetxt(tmp_path / "set.csv", rows, delimiter=",")
    assert_holds(tmp_path / "set.csv", table)


@pytest.mark.parametrize("header", [[], [HEADER.removeprefix("label,") + ",class"]])
def test_the_label_may_be_the_last_column(table, written, header):
    lines = lines_of(np.roll(table, -1, axis=1))
    assert_holds(written([*header, *lines]), table)


def test_a_header_decides_where_numbers_cannot(written):
    table = np.random.default_rng(1).integers(0, 10, (9, 785))
    table[:, 5] = 200
    assert_holds(written([HEADER, *lines_of(table)]), table)
    with pytest.raises(DataError, match="found them in both"):
        mnist.load(written(lines_of(table)))


def change(number, old, new):
    """Change the field `old` of a line, counted from 1."""
    return lambda lines: [
        line.replace(old, new, 1) if index == number - 1 else line
        for index, line in enumerate(lines)
    ]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (change(7, ",", ",,"), "line 7: expected 785 columns, found 786"),
        (change(9, ",", ",x"), "line 9: expected whole numbers from 0 to 255, .* found 'x0'"),
        (change(9, ",0,", ",-5,"), "line 9: .* found '-5'"),
        (change(4, ",0,", ",256,"), "line 4: .* found '256'"),
        (change(4, ",0,", ",0.5,"), "line 4: .* found '0.5'"),
        (lambda lines: [*lines, lines[0][:100]], "line 31: expected 785 columns, found "),
        (lambda lines: ["", *lines, "12,13"], "line 32: expected 785 columns, found 2"),
        (lambda lines: [line.partition(",")[2] for line in lines], "pixels alone, as in Kaggle's"),
        (lambda lines: [f"7,{line}" for line in lines], "CSV .* found 786 columns in line 1: '7,"),
        (lambda lines: [HEADER], "an .npz archive, a CSV file .* found no line of numbers"),
        (lambda lines: [], "or a folder, found no line of numbers"),
        (lambda lines: ["# A text", "of two lines"], "found 1 column in line 2: 'of two lines'"),
        (lambda lines: [*lines, "0" * 70_000], "found line 31 of 65,536 bytes or more"),
        (change(1, ",", ",x"), "line 1: expected whole numbers from 0 to 255, .* found 'x"),
    ],
)
def test_what_is_wrong_is_named_by_its_line(table, written, spoil, told):
    path = written(spoil(lines_of(table)))
    with pytest.raises(DataError, match=told) as caught:
        mnist.load(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_wrong_decimal_number_is_named_by_its_line(table, written):
    lines = lines_of(table / 2)
    lines[5] = lines[5].replace(",", ",zero", 1)
    with pytest.raises(DataError, match=r"line 6: expected numbers, found 'zero0.0'"):
        mnist.load(written(lines))


def test_a_truncated_gzip_file_is_refused(table, written):
    path = written(lines_of(table), "set.csv.gz")
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(DataError, match="expected a whole file"):
        mnist.load(path)


@pytest.mark.parametrize("line", [b"0," * 784 + b"0\n", b"\n" * 1_569])
def test_a_bomb_is_refused_before_it_is_held(tmp_path, monkeypatch, line):
    monkeypatch.setattr("mnist_pad.base.files._UNSUSPICIOUS_BYTES", 2**17)
    with gzip.open(tmp_path / "bomb.csv", "wb") as file:
        for _ in range(100):
            file.write(line)
    tracemalloc.start()
    with pytest.raises(DataError, match="found one that unpacks to more than"):
        read_table(tmp_path / "bomb.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 500_000


def test_memory_does_not_grow_with_the_file(table, written, monkeypatch):
    path = written([line for line in lines_of(table) for _ in range(20)])
    monkeypatch.setattr(large, "IN_MEMORY_BYTES", 0)
    tracemalloc.start()
    found = read_table(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(found.images) == 600
    assert peak < 500_000
