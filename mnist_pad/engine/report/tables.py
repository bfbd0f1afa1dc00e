"""The report's figures in rows and columns."""

from collections.abc import Iterable, Sequence

from mnist_pad.base.wording import percent, translate
from mnist_pad.engine.evaluating.findings import Answers
from mnist_pad.engine.report.markup import Markup, data, tag, together
from mnist_pad.recognizer.per_digit import DigitFigures


def pairs(rows: Iterable[tuple[str, Markup | str]]) -> Markup:
    """Return names and what they stand for, under each other."""
    return tag("dl", *(together(tag("dt", name), tag("dd", value)) for name, value in rows))


def fraction(value: float | None, **attributes: object) -> Markup:
    """Return a fraction as per cent, None as a dash."""
    return data("–" if value is None else percent(value, decimals=2), value, **attributes)


def summary(networks: Sequence[tuple[str, Answers]]) -> Markup:
    """Return the figures of one network, or of two side by side."""
    rows = [
        (
            translate("EvaluationReport", "read right"),
            [fraction(each.evaluation.accuracy, data_figure="accuracy") for _, each in networks],
        ),
        (
            translate("EvaluationReport", "images"),
            [_count(each.evaluation.count, "count") for _, each in networks],
        ),
        (
            translate("EvaluationReport", "called not a digit"),
            [_count(each.evaluation.rejected, "rejected") for _, each in networks],
        ),
        (
            translate("EvaluationReport", "calibration error"),
            [
                fraction(each.evaluation.calibration_error, data_figure="calibration_error")
                for _, each in networks
            ],
        ),
    ]
    heads = [tag("th", name) for name, _ in networks] if len(networks) > 1 else []
    head = tag("thead", tag("tr", tag("th"), *heads)) if heads else Markup()
    body = [tag("tr", _row_head(name), *map(_cell, values)) for name, values in rows]
    return _scrolled(tag("table", head, tag("tbody", *body), id="summary"))


def per_digit(networks: Sequence[tuple[str, Answers]]) -> Markup:
    """Return precision and recall of each digit, of one network or two side by side."""
    heads = [
        translate("EvaluationReport", "digit"),
        translate("EvaluationReport", "images"),
        *[
            head
            for _ in networks
            for head in (translate("EvaluationReport", "precision"), translate("Report", "recall"))
        ],
    ]
    above = [tag("th", colspan=2)] + [tag("th", name, colspan=2) for name, _ in networks]
    rows = [tag("tr", *(tag("th", head, scope="col") for head in heads))]
    if len(networks) > 1:
        rows.insert(0, tag("tr", *above))
    columns = zip(*(answers.digits for _, answers in networks), strict=True)
    body = [_digit_row(figures) for figures in columns]
    return _scrolled(tag("table", tag("thead", *rows), tag("tbody", *body), id="digits"))


def confusion(rows: Sequence[Sequence[int]]) -> Markup:
    """Return the confusion matrix, labels down, answers across, errors shaded by how many."""
    digits = range(len(rows))
    most = max(rows[label][answer] for label in digits for answer in digits if label != answer)
    corner = translate("EvaluationReport", "is ↓ read →")
    head = tag("tr", tag("th", corner), *(tag("th", str(digit), scope="col") for digit in digits))
    body = [
        tag(
            "tr",
            _row_head(str(label)),
            *(_confused(count, label == answer, most) for answer, count in enumerate(row)),
        )
        for label, row in enumerate(rows)
    ]
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="confusion")
    return tag("div", table, class_="scroll", id="confusion")


def _confused(count: int, right: bool, most: int) -> Markup:
    if right:
        return tag("td", data(f"{count:,}", count), class_="right")
    if not count:
        return tag("td", data("", 0))
    shade = f"background:rgba(var(--cell),{0.08 + 0.5 * count / most:.2f})"
    return tag("td", data(f"{count:,}", count), style=shade)


def _digit_row(figures: Sequence[DigitFigures]) -> Markup:
    cells = [
        _cell(fraction(value, data_figure=name))
        for each in figures
        for name, value in (("precision", each.precision), ("recall", each.recall))
    ]
    first = figures[0]
    return tag("tr", _row_head(str(first.digit)), _cell(_count(first.shown, "shown")), *cells)


def _count(value: int, figure: str) -> Markup:
    return data(f"{value:,}", value, data_figure=figure)


def _cell(child: Markup) -> Markup:
    return tag("td", child)


def _row_head(name: str) -> Markup:
    return tag("th", name, scope="row")


def _scrolled(table: Markup) -> Markup:
    return tag("div", table, class_="scroll")
