"""Whole pictures of a folder in the report: how many are read as their folder says."""

from collections.abc import Iterator, Sequence
from typing import Final

from mnist_pad.base.wording import translate
from mnist_pad.engine.evaluating.pictures import ReadPicture, picture_figures
from mnist_pad.engine.report.markup import Markup, data, tag
from mnist_pad.engine.report.tables import fraction, pairs

_MOST: Final = 200


def whole_pictures(pictures: Sequence[ReadPicture]) -> Iterator[Markup]:
    """Yield what a folder's pictures come to, each counted as a whole, and those read wrong."""
    figures = picture_figures(pictures)
    yield tag("h2", translate("EvaluationReport", "Whole pictures"))
    accuracy = fraction(figures.accuracy, id="picture-accuracy")
    rejected = data(f"{figures.rejected:,}", figures.rejected, id="picture-rejected")
    count = data(f"{figures.count:,}", figures.count, id="picture-count")
    yield pairs(
        [
            (translate("EvaluationReport", "pictures"), count),
            (translate("EvaluationReport", "read right"), accuracy),
            (translate("EvaluationReport", "called not a digit"), rejected),
        ]
    )
    if not figures.wrong:
        return
    heads = (
        translate("EvaluationReport", "picture"),
        translate("EvaluationReport", "is"),
        translate("EvaluationReport", "read as"),
    )
    rows = [
        tag(
            "tr",
            tag("td", each.picture),
            tag("td", each.expected or ""),
            tag(
                "td", translate("EvaluationReport", "no digit") if each.read is None else each.read
            ),
        )
        for each in figures.wrong[:_MOST]
    ]
    head = tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads)))
    table = tag("table", head, tag("tbody", *rows), class_="texts", id="wrong-pictures")
    yield tag("div", table, class_="scroll")
    if len(figures.wrong) > _MOST:
        words = translate("EvaluationReport", "and {more:,} more")
        yield tag("p", words.format(more=len(figures.wrong) - _MOST), class_="faint")
