"""Sets of images as they come: piece by piece, so that whoever waits for them can stop."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.phrases import Words, listed, phrase, said_of
from mnist_pad.dataset import drawings, mnist
from mnist_pad.dataset.collection import Collection
from mnist_pad.dataset.digits import Digits
from mnist_pad.dataset.drawings import LineProblem, Sample
from mnist_pad.dataset.images import SampleImages
from mnist_pad.engine.evaluating import pictures
from mnist_pad.engine.evaluating.images import ImageSet, LabelledImages, Numbered, none
from mnist_pad.engine.evaluating.pictures import NONE, FoundPicture, PictureFile
from mnist_pad.ink.raster import Grey
from mnist_pad.pictures.reading import PictureError
from mnist_pad.recognizer.evaluation import UNLABELLED

T = TypeVar("T")

_PIECE_S: Final = 0.1
_PAPER: Final = np.zeros((28, 28), np.uint8)


@dataclass(frozen=True, eq=False)
class Coming:
    """All images that have come so far; `done` of `total` drawings or pictures are brought down.

    `notes` are sentences on what is odd or left out, which were not told before.
    """

    images: LabelledImages
    done: int
    total: int
    notes: tuple[Words, ...] = ()


class _One(NamedTuple):
    """An image, None where there is none, what it shows, what it is called, where it is from."""

    image: Grey | None
    label: int
    name: str
    source: Sample | Path


class _Brought(NamedTuple):
    """What a drawing or a picture was brought down to, and what is to be told of it."""

    ones: list[_One]
    picture: FoundPicture | None = None
    note: Words = ""


def coming(images: ImageSet) -> Iterator[Coming]:
    """Read a set; the last that comes is the whole of it, and there is one at least.

    Raises UsageError where it cannot be read.
    """
    if images.kind == "mnist":
        yield whole(mnist_test())
    elif images.kind == "collection":
        collection = Collection(images.path)
        yield from _drawings(collection.path, *collection.read())
    elif images.path is None:
        raise ValueError(f"{images.kind}: expected a path, found none")
    elif images.kind == "data":
        digits = mnist.load(images.path, images.turn)
        found, notes = of_digits(digits, images.path)
        yield whole(found, (*left_out(digits, images.path), *notes))
    elif images.kind == "ink":
        yield from _drawings(images.path, *drawings.read(images.path))
    else:
        yield from _pictures(images.path)


def whole(images: LabelledImages, notes: tuple[Words, ...] = ()) -> Coming:
    """Return images that are there already."""
    return Coming(images, len(images), len(images), notes)


# Kept: it is what is evaluated the most often, and takes a third of a second to read.
@cache
def mnist_test() -> LabelledImages:
    """Return MNIST's test set; raises DataError."""
    digits = mnist.load()
    # Copies, so that the training images need not stay.
    return _labelled(digits.x_test.copy(), digits.y_test.copy(), "x_test")


def of_digits(digits: Digits, path: Path) -> tuple[LabelledImages, tuple[Words, ...]]:
    """Return a data set's test images, or all of one that has none, and what is to be told."""
    if len(digits.x_test):
        return _labelled(digits.x_test, digits.y_test, "x_test"), ()
    count = len(digits.x_train)
    one = phrase("Commands", "it names no test images; its only image is read")
    several = phrase("Commands", "it names no test images; all its {count:,} images are read")
    note = said_of(path, one if count == 1 else several.given(count=count))
    return _labelled(digits.x_train, digits.y_train, "x_train"), (note,)


def left_out(digits: Digits, path: Path) -> tuple[Words, ...]:
    """Return what is to be told of pictures that no digit was found in."""
    if not digits.left_out:
        return ()
    words = phrase("Commands", "{count:,} left out, as no digit is found in {names}")
    told = words.given(count=len(digits.left_out), names=listed(digits.left_out))
    return (said_of(path, told),)


def _labelled(images: NDArray[np.uint8], labels: NDArray[np.uint8], name: str) -> LabelledImages:
    return LabelledImages(
        images=images,
        labels=labels.astype(np.int64),
        blank=np.zeros(len(images), bool),
        names=Numbered(name, range(len(images))),
    )


def _drawings(path: Path, samples: list[Sample], problems: list[LineProblem]) -> Iterator[Coming]:
    notes: list[Words] = [said_of(path, problem.words) for problem in problems]
    yield from _in_pieces(samples, _of_sample, notes)


def _of_sample(sample: Sample) -> _Brought:
    (image,) = SampleImages().of([sample])
    label = UNLABELLED if sample.label is None else sample.label
    return _Brought([_One(image, label, str(sample.id), sample)])


def _pictures(folder: Path) -> Iterator[Coming]:
    files, others = pictures.files_in(folder)
    unnamed = phrase("Commands", "not named by a number, left out")
    notes: list[Words] = [said_of(other, unnamed) for other in others]
    yield from _in_pieces(files, partial(_of_picture, folder), notes)


def _of_picture(folder: Path, file: PictureFile) -> _Brought:
    try:
        picture = pictures.find(file)
    except PictureError as error:
        return _Brought([], note=error.words)
    name = str(file.path.relative_to(folder))
    found = [each.stages for each in picture.found]
    images = [None if stages is None else stages.image for stages in found]
    labels = pictures.labels_of(picture)
    if labels is None and file.expected not in (None, NONE):
        # Which mark is which digit, nobody can say: none of them was read.
        labels = tuple(map(int, file.expected.replace("\n", "")))
        images = [None] * len(labels)
    labels = labels or (UNLABELLED,) * len(images)
    several = len(images) > 1
    names = [f"{name} ({number})" if several else name for number in range(1, len(images) + 1)]
    ones = [_One(*each, file.path) for each in zip(images, labels, names, strict=True)]
    return _Brought(ones, picture)


def _in_pieces(
    items: Sequence[T], bring_down: Callable[[T], _Brought], notes: list[Words]
) -> Iterator[Coming]:
    so_far, piece, since = none(), list[_Brought](), time.perf_counter()
    for done, item in enumerate(items, start=1):
        brought = bring_down(item)
        piece.append(brought)
        notes += [brought.note] if brought.note else []
        if done == len(items) or time.perf_counter() - since >= _PIECE_S:
            so_far, piece = so_far.and_then(_together(piece)), []
            yield Coming(so_far, done, len(items), tuple(notes))
            # Of a reader that takes its time with a piece, the next one is no larger.
            notes, since = [], time.perf_counter()
    if not items:
        yield Coming(so_far, 0, 0, tuple(notes))


def _together(piece: Sequence[_Brought]) -> LabelledImages:
    ones = [one for brought in piece for one in brought.ones]
    # Blank paper stands in, so that all arrays keep the drawings' order.
    images = np.array([_PAPER if one.image is None else one.image for one in ones], np.uint8)
    return LabelledImages(
        # Without drawings, the array has one axis alone.
        images=images.reshape(-1, 28, 28),
        labels=np.array([one.label for one in ones], np.int64),
        blank=np.array([one.image is None for one in ones], bool),
        names=[one.name for one in ones],
        sources=[one.source for one in ones],
        pictures=[brought.picture for brought in piece if brought.picture is not None],
    )
