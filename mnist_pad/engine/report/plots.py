"""The report's plots, as SVG written by hand; colours come from the style."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mnist_pad.base.wording import percent, translate
from mnist_pad.engine.evaluating.findings import DigitMap
from mnist_pad.engine.evaluating.in_words import change_in_words
from mnist_pad.engine.report.markup import Markup, tag, together
from mnist_pad.engine.report.style import DIGIT_COLOURS
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.recognizer.reliability import Bin
from mnist_pad.recognizer.robustness import Curve

_WIDTH: Final = 340
_HEIGHT: Final = 220
_LEFT: Final = 44
_BOTTOM: Final = 36
_TOP: Final = 10
_RIGHT: Final = 10
_CLASSES: Final = ("first", "second")

_MAP: Final = 600
_DOT: Final = 3.2


def curve_plot(curves: Sequence[Curve]) -> Markup:
    """Return accuracy over one change, of one network or two."""
    amounts = [amount for curve in curves for amount in curve.amounts]
    low, high = min(amounts), max(amounts)
    name = change_in_words(curves[0].change)
    ticks = sorted({low, (low + high) / 2, high})
    lines = [
        together(*_line(_points(curve, low, high), kind))
        for curve, kind in zip(curves, _CLASSES, strict=False)
    ]
    return _plot(name, [(_part(tick, low, high), _amount(tick)) for tick in ticks], *lines)


def reliability_plot(bins: Iterable[Bin]) -> Markup:
    """Return the reliability diagram: a bar as high as the accuracy at each confidence."""
    bars = []
    for each in bins:
        if each.accuracy is None or each.confidence is None:
            continue
        x, top = _x(each.low), _y(each.accuracy)
        words = translate(
            "EvaluationReport",
            "{count:,} answers, confidence {confidence}, of them right {accuracy}",
        )
        told = words.format(
            count=each.count,
            confidence=percent(each.confidence, decimals=2),
            accuracy=percent(each.accuracy, decimals=2),
        )
        width, height = f"{_x(each.high) - x - 1:.1f}", f"{_y(0) - top:.1f}"
        place = {"x": f"{x:.1f}", "y": f"{top:.1f}", "width": width, "height": height}
        bars.append(tag("rect", tag("title", told), class_="bar", **place))
    honest = tag("path", d=f"M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}", class_="second")
    ticks = [(part, percent(part, decimals=0)) for part in (0.0, 0.5, 1.0)]
    return _plot(translate("EvaluationReport", "confidence"), ticks, *bars, honest)


def map_plot(digit_map: DigitMap, labels: NDArray[np.int64]) -> Markup:
    """Return the map, a dot an image, coloured by label."""
    points = digit_map.points
    low = points.min(axis=0)
    # One scale for both axes: the distances are what is to be seen.
    scale = (_MAP - 4 * _DOT) / max(float(np.ptp(points, axis=0).max()), 1e-12)
    # Up is up, and 1 in a hundred pixels is near enough.
    places = np.round((points - low) * (scale, -scale) + (2 * _DOT, _MAP - 2 * _DOT), 1)
    own = labels[digit_map.which]
    # A path a digit: ten thousand circles would be ten times as much to read.
    paths = [
        _dots(places[own == digit], colour, str(digit))
        for digit, colour in [(UNLABELLED, "#8c8c90"), *enumerate(DIGIT_COLOURS)]
        if (own == digit).any()
    ]
    return tag("svg", *paths, viewBox=f"0 0 {_MAP} {_MAP}", role="img")


def map_key() -> Markup:
    """Return which colour is which digit."""
    keys = (
        tag("span", str(digit), style=f"color:{colour}")
        for digit, colour in enumerate(DIGIT_COLOURS)
    )
    return tag("p", *keys, class_="key")


def _dots(places: NDArray[np.float64], colour: str, title: str) -> Markup:
    # A line of no length with round ends is a dot.
    path = "".join(f"M{x:g} {y:g}h0" for x, y in places.tolist())
    look = {"stroke_width": _DOT, "stroke_linecap": "round", "stroke_opacity": 0.7}
    return tag("path", tag("title", title), d=Markup(path), stroke=colour, **look)


def _plot(name: str, ticks: Iterable[tuple[float, str]], *drawn: Markup) -> Markup:
    """Return a plot with fractions, 0 to 1, upwards; ticks are parts of the width, with texts."""
    frame = tag("path", d=f"M{_LEFT} {_TOP}V{_y(0)}H{_WIDTH - _RIGHT}", class_="axis")
    levels = [0.0, 0.25, 0.5, 0.75, 1.0]
    rules = [tag("path", d=f"M{_LEFT} {_y(at)}H{_WIDTH - _RIGHT}", class_="axis") for at in levels]
    upwards = [
        tag("text", percent(at, decimals=0), x=_LEFT - 5, y=_y(at) + 4, text_anchor="end")
        for at in levels
    ]
    along = [
        tag("text", text, x=f"{_x(part):.1f}", y=_y(0) + 14, text_anchor="middle")
        for part, text in ticks
    ]
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    title = tag("text", name, x=middle, y=_HEIGHT - 4, text_anchor="middle")
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    parts = (*rules, frame, *drawn, *upwards, *along, title)
    return tag("svg", *parts, viewBox=box, role="img", aria_label=name)


def _points(curve: Curve, low: float, high: float) -> list[tuple[float, float, str]]:
    pairs = zip(curve.amounts, curve.accuracies, strict=True)
    return [
        (_x(_part(amount, low, high)), _y(accuracy), _told(amount, accuracy))
        for amount, accuracy in pairs
    ]


def _line(points: Sequence[tuple[float, float, str]], kind: str) -> Iterable[Markup]:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y, _ in points)
    yield tag("path", d=f"M{path}", class_=kind)
    for x, y, told in points:
        place = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": 2.5}
        yield tag("circle", tag("title", told), class_=kind, **place)


def _told(amount: float, accuracy: float) -> str:
    return f"{_amount(amount)}: {percent(accuracy, decimals=2)}"


def _amount(amount: float) -> str:
    return f"{amount:g}".replace("-", "−")


def _part(amount: float, low: float, high: float) -> float:
    # Stopped after its first point, a curve has no width.
    return (amount - low) / (high - low) if high > low else 0.5


def _x(part: float) -> float:
    return _LEFT + part * (_WIDTH - _LEFT - _RIGHT)


def _y(fraction: float) -> float:
    return _TOP + (1 - fraction) * (_HEIGHT - _TOP - _BOTTOM)
