"""Images in the report, each with what it is and what it was read as."""

import io
from base64 import b64encode
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from mnist_pad.base.wording import percent, translate
from mnist_pad.engine.evaluating.findings import Answers
from mnist_pad.engine.evaluating.images import LabelledImages
from mnist_pad.engine.report.markup import Markup, tag, together
from mnist_pad.recognizer.evaluation import UNLABELLED

MOST: Final = 100
"""More are not looked at one by one."""


def gallery(images: LabelledImages, answers: Answers, which: NDArray[np.intp]) -> Markup:
    """Return the first MOST of the images `which`, and how many more there are."""
    figures = [_figure(images, answers, index) for index in which[:MOST].tolist()]
    shown = tag("div", *figures, class_="images")
    if len(which) <= MOST:
        return shown
    words = translate("EvaluationReport", "The first {shown:,} of {count:,}.")
    told = tag("p", words.format(shown=MOST, count=len(which)), class_="faint")
    return together(told, shown)


def _figure(images: LabelledImages, answers: Answers, index: int) -> Markup:
    label, blank = int(images.labels[index]), bool(images.blank[index])
    answer = int(answers.probabilities[index].argmax())
    caption: list[str] = [tag("strong", _caption(label, None if blank else answer))]
    if not blank:
        caption.append(percent(float(answers.probabilities[index, answer])))
    if answers.rejected[index] and not blank:
        caption.append(translate("EvaluationReport", "not a digit"))
    name = images.names[index]
    picture = tag("img", src=_uri(images.images[index]), alt=name, width=28, height=28)
    under = tag("figcaption", *(tag("div", line) for line in (*caption, name)))
    return tag("figure", picture, under, data_index=index, data_label=label)


def _caption(label: int, answer: int | None) -> str:
    if answer is None:
        words = translate("EvaluationReport", "is {label}, not read")
    elif label == UNLABELLED:
        words = translate("EvaluationReport", "read {answer}")
    else:
        words = translate("EvaluationReport", "is {label}, read {answer}")
    return words.format(label="?" if label == UNLABELLED else label, answer=answer)


def _uri(image: NDArray[np.uint8]) -> Markup:
    """Return a picture, dark ink on white paper, as an address that holds all of it."""
    file = io.BytesIO()
    Image.fromarray(255 - image).save(file, "PNG")
    return Markup(f"data:image/png;base64,{b64encode(file.getvalue()).decode()}")
