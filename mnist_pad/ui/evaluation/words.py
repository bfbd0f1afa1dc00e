"""What an evaluation found, in sentences and captions."""

from mnist_pad.base.wording import percent, translate
from mnist_pad.engine.evaluating.findings import CONTEXT, Answers, Figure, Findings
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.ui.kit.tiles import Tile
from mnist_pad.workspace.evaluation import Choice, Shown


def choice_name(choice: Choice) -> str:
    """Return how a set of images is called."""
    if choice.kind == "mnist":
        return translate("Evaluation", "MNIST's test set")
    if choice.kind == "collection":
        return translate("Evaluation", "My drawings")
    return "" if choice.path is None else choice.path.name


def subject(shown: Shown, weights: str, *, stopped: bool) -> str:
    """Say which images were read with which weights, and whether those are all."""
    findings = shown.findings
    if findings.whole:
        words = translate("Evaluation", "{set}: {images}, read by {weights}")
    elif stopped:
        words = translate("Evaluation", "{set}: {images} until Stop, read by {weights}")
    else:
        words = translate("Evaluation", "{set}: {images} so far, read by {weights}")
    name = choice_name(shown.asked.choice)
    return words.format(set=name, images=_images(len(findings.images)), weights=weights)


def summary(answers: Answers) -> str:
    """Say in a line how well a network reads."""
    # A line breaks between figures alone, not before their sign.
    return " · ".join(figures(answers)).replace(" %", "\N{NO-BREAK SPACE}%")


def figures(answers: Answers) -> list[str]:
    """Return the figures of a network that have a meaning, each with what it is."""
    evaluation, told = answers.evaluation, []
    if evaluation.accuracy is not None:
        words = translate("Evaluation", "{accuracy} read right")
        told.append(words.format(accuracy=percent(evaluation.accuracy, decimals=2)))
    words = translate("Evaluation", "{refused:,} refused")
    told.append(words.format(refused=evaluation.rejected))
    if evaluation.calibration_error is not None:
        words = translate("Evaluation", "calibration error {error}")
        told.append(words.format(error=percent(evaluation.calibration_error, decimals=2)))
    return told


def reason(findings: Findings, figure: Figure) -> str:
    """Say why there is no such figure; nothing where nothing is missing."""
    key = findings.missing.get(figure, "")
    return translate(CONTEXT, key) if key else ""


def tile(findings: Findings, index: int, answers: Answers) -> Tile:
    """Return the tile of an image, by its index, as a network reads it."""
    label, images = int(findings.images.labels[index]), findings.images
    probabilities = answers.probabilities[index]
    answer = int(probabilities.argmax())
    blank = bool(images.blank[index])
    named = label != UNLABELLED
    right = named and not blank and answer == label
    if blank:
        caption = translate("Evaluation", "{label}, not read")
    elif right:
        caption = "{label}"
    elif named:
        caption = translate("Evaluation", "{label}, read {answer}")
    else:
        caption = translate("Evaluation", "read {answer}")
    shown = str(label) if named else "?"
    return Tile(
        images.images[index],
        caption.format(label=shown, answer=answer),
        _told(findings, index, answers),
        misread=named and not right,
    )


def _told(findings: Findings, index: int, answers: Answers) -> str:
    images = findings.images
    if images.blank[index]:
        words = translate("Evaluation", "{name}: there is too little ink to read")
    elif answers.rejected[index]:
        words = translate(
            "Evaluation", "{name}: read as {answer}, {probability}, but refused as no digit"
        )
    else:
        words = translate("Evaluation", "{name}: read as {answer}, {probability}")
    probabilities = answers.probabilities[index]
    return words.format(
        name=images.names[index],
        answer=int(probabilities.argmax()),
        probability=percent(float(probabilities.max())),
    )


def _images(count: int) -> str:
    if count == 1:
        return translate("Evaluation", "1 image")
    return translate("Evaluation", "{count:,} images").format(count=count)
