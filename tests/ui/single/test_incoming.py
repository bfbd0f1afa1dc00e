"""What is dropped or pasted, by itself: files, pictures, and what is neither."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from mnist_pad.recognizer.weights import save
from mnist_pad.ui.kit import incoming
from mnist_pad.ui.kit.pixmaps import pixmap
from mnist_pad.workspace.weights import BUILT_IN

NEITHER = "neither a picture nor a weights file"


def one():
    """Return a 1 on paper, uint8 (300, 200)."""
    paper = np.full((300, 200), 255, np.uint8)
    paper[60:240, 90:110] = 0
    return paper


def holding(*, urls=(), image=None, text=None):
    data = QMimeData()
    if urls:
        data.setUrls(list(urls))
    if image is not None:
        data.setImageData(image)
    if text is not None:
        data.setText(text)
    return data


def local(path):
    return QUrl.fromLocalFile(str(path))


@pytest.fixture
def take(workspace, qtbot):
    """Return what takes data, and waits until something came of it."""

    def taken(data):
        changes = []
        for signal in (
            workspace.notices.notice_changed,
            workspace.drawing.drawing_changed,
            workspace.weights.weights_changed,
        ):
            signal.connect(lambda: changes.append(1))
        incoming.take(data, opening=workspace.opening, notices=workspace.notices, otherwise=NEITHER)
        qtbot.waitUntil(lambda: bool(changes))

    return taken


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "one.png"
    Image.fromarray(one()).save(path)
    return path


@pytest.fixture
def weights(tmp_path, built_in):
    path = tmp_path / "mine.npz"
    save(built_in, path)
    return path


def reads(workspace):
    predictions = workspace.reading.current.predictions
    return predictions[0].digit if predictions else None


def test_files_and_pictures_can_be_taken_and_texts_cannot(picture):
    assert incoming.can_take(holding(urls=[local(picture)]))
    assert incoming.can_take(holding(image=pixmap(one()).toImage()))
    assert not incoming.can_take(holding(text="3"))
    assert not incoming.can_take(holding())


def test_a_picture_s_file_is_read(take, workspace, picture):
    take(holding(urls=[local(picture)]))
    assert reads(workspace) == 1
    assert workspace.notices.current == ""


@pytest.mark.parametrize("ending", [".npz", ".NPZ"])
def test_a_weights_file_is_used_whatever_the_case_of_its_ending(take, workspace, weights, ending):
    path = weights.rename(weights.with_suffix(ending))
    take(holding(urls=[local(path)]))
    assert workspace.weights.current.origin.name == str(path)


@pytest.mark.parametrize("weights_first", [False, True])
def test_of_several_files_the_first_counts(take, workspace, picture, weights, weights_first):
    files = [weights, picture] if weights_first else [picture, weights]
    take(holding(urls=map(local, files)))
    assert (workspace.weights.current.origin == BUILT_IN) is not weights_first
    assert reads(workspace) == (None if weights_first else 1)


def test_an_address_elsewhere_is_passed_over(take, workspace, picture):
    take(holding(urls=[QUrl("https://example.org/one.png"), local(picture)]))
    assert reads(workspace) == 1


def test_of_an_address_elsewhere_alone_nothing_can_be_taken(take, workspace):
    take(holding(urls=[QUrl("https://example.org/one.png")]))
    assert workspace.notices.current == NEITHER
    assert reads(workspace) is None


def test_a_picture_that_comes_with_its_address_is_taken(take, workspace):
    address = QUrl("https://example.org/one.png")
    take(holding(urls=[address], image=pixmap(one()).toImage()))
    assert reads(workspace) == 1


def test_a_picture_from_the_clipboard_is_read(take, workspace):
    take(holding(image=pixmap(one()).toImage()))
    assert reads(workspace) == 1


def test_a_picture_on_nothing_is_read_as_on_paper(take, workspace):
    clear = pixmap(one()).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    clear.setAlphaChannel(pixmap(255 - one()).toImage())
    take(holding(image=clear))
    assert reads(workspace) == 1


@pytest.mark.parametrize(
    "data", [holding(image=QImage()), holding(text="3"), holding()], ids=["null", "text", "nothing"]
)
def test_what_is_neither_is_told(take, workspace, data):
    take(data)
    assert workspace.notices.current == NEITHER
    assert workspace.drawing.is_empty


def test_a_file_that_is_no_picture_is_told(take, workspace, tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("3")
    take(holding(urls=[local(path)]))
    assert "notes.txt" in workspace.notices.current
    assert workspace.drawing.is_empty


def test_a_folder_is_told(take, workspace, tmp_path):
    take(holding(urls=[local(tmp_path)]))
    assert tmp_path.name in workspace.notices.current
