"""Marks read with some stages of the preprocessing switched off."""

from collections.abc import Iterable
from dataclasses import replace

from mnist_pad.ink.drawing import Picture
from mnist_pad.ink.found import Found
from mnist_pad.ink.raster import Stages, rasterize
from mnist_pad.ink.strokes import Ink
from mnist_pad.ink.switches import Switches
from mnist_pad.pictures.switched import stages_of
from mnist_pad.recognizer.marks import Mark, mark_of
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.recognizer.weights import Weights


def switched_weights(weights: Weights, switches: Switches) -> Weights:
    """Return weights that get their pixels as they are, from 0 to 255, where scaling is off."""
    return weights if switches.scaling else weights.with_scaling("raw")


def read_switched(
    marks: Iterable[Mark],
    source: Ink | Picture,
    recognizer: Recognizer,
    switches: Switches,
) -> tuple[Mark, ...]:
    """Read marks again, brought down from the ink or the picture that they were found in.

    Which of the ink is one mark was decided with every stage on: without one, a network knows no
    digits to tell apart.
    """
    return tuple(_switched(mark, source, recognizer, switches) for mark in marks)


def _switched(
    mark: Mark, source: Ink | Picture, recognizer: Recognizer, switches: Switches
) -> Mark:
    if mark.found.stages is None:
        return mark
    stages = _stages(mark, source, switches)
    found: Found = replace(mark.found, stages=stages)
    said = None if stages is None else recognizer.read_whole(stages.image)
    return replace(mark_of(found, said, mark.strokes), whole=mark.found)


def _stages(mark: Mark, source: Ink | Picture, switches: Switches) -> Stages | None:
    if switches.same_images:
        return mark.found.stages
    if isinstance(source, Picture):
        return stages_of(source, mark.found, switches)
    return rasterize(source.part(mark.strokes), switches)
