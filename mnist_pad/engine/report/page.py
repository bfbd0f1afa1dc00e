"""The whole report, as one HTML file that reads nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mnist_pad import __version__
from mnist_pad.base.errors import UsageError
from mnist_pad.base.files import write_bytes
from mnist_pad.base.phrases import cannot_be_written
from mnist_pad.base.wording import moment, percent, translate
from mnist_pad.engine.evaluating.findings import CONTEXT, Answers, Figure, Findings
from mnist_pad.engine.evaluating.in_words import comparison_in_words
from mnist_pad.engine.report import galleries, plots, tables
from mnist_pad.engine.report.markup import Markup, data, tag, together
from mnist_pad.engine.report.style import STYLE
from mnist_pad.engine.report.whole_pictures import whole_pictures
from mnist_pad.recognizer.comparison import Comparison
from mnist_pad.recognizer.evaluation import misread
from mnist_pad.recognizer.picking import refused
from mnist_pad.recognizer.robustness import AMOUNTS
from mnist_pad.recognizer.weights import Weights

# Should anything get in that is not ours, it reaches nobody.
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class Subject:
    """What was evaluated, as people call it: the images, the networks' weights, and when.

    `time` is ISO 8601. `against` is the second network, where there is one.
    """

    images: str
    weights: str
    time: str
    against: str = ""


def write(findings: Findings, subject: Subject, path: Path) -> None:
    """Write the report; `path` gets all of it or stays as it was. Raises UsageError."""
    try:
        write_bytes(path, html(findings, subject).encode())
    except OSError as error:
        raise UsageError(cannot_be_written(path, error)) from error


def html(findings: Findings, subject: Subject) -> str:
    """Return the report, in the language that is spoken."""
    title = translate("EvaluationReport", "How well digits are read")
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("title", f"{title}: {subject.images}"),
        tag("style", Markup(STYLE)),
    )
    body = tag("body", tag("h1", title), *_sections(findings, subject))
    # The tag of the language that the report is in.
    language = translate("EvaluationReport", "en")
    return f"<!doctype html>\n{tag('html', head, body, lang=language)}\n"


def _sections(findings: Findings, subject: Subject) -> Iterator[Markup]:
    networks = [(subject.weights, findings.first)]
    if findings.second is not None:
        networks.append((subject.against, findings.second))
    yield _about(findings, subject)
    yield tables.summary(networks)
    if "accuracy" in findings.missing:
        yield _missing(findings, "accuracy")
    if findings.first.pictures:
        yield from whole_pictures(findings.first.pictures)
    if findings.second is not None:
        yield from _compared(findings, subject)
    yield from _by_digit(findings, networks)
    yield _heading(translate("EvaluationReport", "Reliability: is it as sure as it is right?"))
    yield from _reliability(findings)
    yield _heading(translate("EvaluationReport", "Robustness: the same digits, changed"))
    yield from _curves(findings, networks)
    if findings.map is not None or "map" in findings.missing:
        yield from _map(findings)
    if findings.second is not None and findings.comparison is not None:
        yield from _read_by_one(findings, findings.second, findings.comparison, subject)
    yield from _images(findings)


def _about(findings: Findings, subject: Subject) -> Markup:
    rows = [
        (translate("EvaluationReport", "images"), subject.images),
        (
            translate("EvaluationReport", "weights"),
            _weights(subject.weights, findings.first.weights),
        ),
    ]
    if findings.second is not None:
        against = _weights(subject.against, findings.second.weights)
        rows.append((translate("EvaluationReport", "compared with"), against))
    rows.append(
        (translate("EvaluationReport", "made"), f"{moment(subject.time)}, mnist-pad {__version__}")
    )
    about = tables.pairs(rows)
    if findings.whole:
        return about
    words = translate(
        "EvaluationReport", "Stopped before the end: the figures are of the first {count:,}."
    )
    return together(about, tag("p", words.format(count=len(findings.images))))


def _weights(name: str, weights: Weights) -> str:
    words = translate("EvaluationReport", "{name} ({layers}, {parameters:,} parameters)")
    return words.format(
        name=name,
        layers="-".join(map(str, weights.layer_sizes)),
        parameters=sum(array.size for array in weights.parameters),
    )


def _compared(findings: Findings, subject: Subject) -> Iterator[Markup]:
    yield _heading(translate("EvaluationReport", "Side by side"))
    comparison = findings.comparison
    if comparison is None:
        yield _missing(findings, "comparison")
        return
    yield tag("p", comparison_in_words(comparison, subject.weights, subject.against))
    alone = translate("EvaluationReport", "{name} alone")
    counts = (
        (translate("EvaluationReport", "both read"), comparison.both_right),
        (alone.format(name=subject.weights), len(comparison.first_only)),
        (alone.format(name=subject.against), len(comparison.second_only)),
        (translate("EvaluationReport", "neither reads"), comparison.both_wrong),
    )
    yield tables.pairs([(name, data(f"{count:,}", count)) for name, count in counts])


def _read_by_one(
    findings: Findings, second: Answers, comparison: Comparison, subject: Subject
) -> Iterator[Markup]:
    # Each image is shown with the answer of the network that misreads it.
    sides = (
        (subject.weights, comparison.first_only, second),
        (subject.against, comparison.second_only, findings.first),
    )
    for name, which, misreader in sides:
        words = translate("EvaluationReport", "Read by {name} alone: {count:,}")
        yield _heading(words.format(name=name, count=len(which)))
        yield galleries.gallery(findings.images, misreader, which)


def _by_digit(findings: Findings, networks: list[tuple[str, Answers]]) -> Iterator[Markup]:
    yield _heading(translate("EvaluationReport", "Digit by digit"))
    if "recall" in findings.missing:
        yield _missing(findings, "recall")
        return
    yield tables.per_digit(networks)
    if "precision" in findings.missing:
        yield _missing(findings, "precision")
    yield _heading(translate("EvaluationReport", "Confusion matrix: what is taken for what"))
    if "confusion" in findings.missing:
        yield _missing(findings, "confusion")
    else:
        yield tables.confusion(findings.first.evaluation.confusion)


def _reliability(findings: Findings) -> Iterator[Markup]:
    if "reliability" in findings.missing:
        yield _missing(findings, "reliability")
        return
    words = translate(
        "EvaluationReport",
        "A bar is the accuracy of answers of about one confidence; those of an honest network end "
        "at the line.",
    )
    yield tag("p", words, class_="faint")
    yield tag("figure", plots.reliability_plot(findings.first.bins), id="reliability")


def _curves(findings: Findings, networks: list[tuple[str, Answers]]) -> Iterator[Markup]:
    if "curves" in findings.missing:
        yield _missing(findings, "curves")
        return
    shown = [
        curves
        for change in AMOUNTS
        if (curves := [each.curves[change] for _, each in networks if change in each.curves])
    ]
    if not shown:
        yield tag(
            "p", translate("EvaluationReport", "Stopped before this was measured."), class_="faint"
        )
        return
    words = translate("EvaluationReport", "Accuracy of {count:,} of the images, evenly spaced.")
    yield tag("p", words.format(count=shown[0][0].count), class_="faint")
    if len(networks) > 1:
        keys = [
            tag("span", name, class_=f"key-{kind}")
            for (name, _), kind in zip(networks, ("first", "second"), strict=True)
        ]
        yield tag("p", keys[0], " — ", keys[1], Markup(" - -"))
    yield tag("div", *(tag("figure", plots.curve_plot(curves)) for curves in shown), class_="plots")


def _map(findings: Findings) -> Iterator[Markup]:
    yield _heading(translate("EvaluationReport", "A map of the last hidden layer"))
    if findings.map is None:
        yield _missing(findings, "map")
        return
    words = translate(
        "EvaluationReport",
        "Each dot is an image, where the first two principal components have it; they hold "
        "{share} of the variance. Digits, in their colours:",
    )
    share = percent(sum(findings.map.plane.explained), decimals=0)
    yield tag("p", words.format(share=share), class_="faint")
    yield plots.map_key()
    yield tag("figure", plots.map_plot(findings.map, findings.images.labels), id="map")


def _images(findings: Findings) -> Iterator[Markup]:
    images, answers = findings.images, findings.first
    wrong = misread(answers.probabilities, images.labels, blank=images.blank)
    if "accuracy" not in findings.missing:
        words = translate("EvaluationReport", "Misread, the worst first: {count:,}")
        yield _heading(words.format(count=len(wrong)))
        yield galleries.gallery(images, answers, wrong)
    rejected = refused(answers.probabilities, images.labels, answers.rejected, blank=images.blank)
    words = translate("EvaluationReport", "Called not a digit: {count:,}")
    yield _heading(words.format(count=len(rejected)))
    yield galleries.gallery(images, answers, rejected)


def _heading(text: str) -> Markup:
    return tag("h2", text)


def _missing(findings: Findings, figure: Figure) -> Markup:
    reason = findings.missing[figure]
    return tag("p", translate(CONTEXT, reason), class_="faint")
