"""What is dropped on the window or pasted into it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from mnist_pad.base.phrases import Words
from mnist_pad.ui.kit.pixmaps import grey
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.opening import Opening

WEIGHTS_ENDING = ".npz"


def can_take(data: QMimeData) -> bool:
    """Tell whether there is a file or a picture."""
    return data.hasUrls() or data.hasImage()


def take(data: QMimeData, *, opening: Opening, notices: NoticeStore, otherwise: Words) -> None:
    """Use a weights file, read a picture; tell `otherwise` where there is neither."""
    # A browser offers an address beside the pixels; nothing is fetched from there.
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files and files[0].suffix.lower() == WEIGHTS_ENDING:
        opening.open_weights(files[0])
        return
    if files:
        opening.open_picture(files[0])
        return
    image = data.imageData() if data.hasImage() else None
    # A clipboard may promise a picture and then have none.
    if isinstance(image, QImage) and not image.isNull():
        # Converted in the thread beside the window: a QImage, unlike a QPixmap, may be used there.
        opening.show_picture(partial(grey, image))
    else:
        notices.tell(otherwise)
