"""What a hand does to a drawing: strokes and drags of the eraser."""

from mnist_pad.ink.drawing import Drawing

PAD = (400.0, 400.0)


def stroke(drawing: Drawing, *points: tuple[float, float], width: float = 20.0) -> None:
    drawing.begin_stroke(*points[0], width=width)
    for point in points[1:]:
        drawing.extend_stroke(*point)
    drawing.end_stroke()


def drag_eraser(drawing: Drawing, *points: tuple[float, float], radius: float = 10.0) -> None:
    drawing.begin_erase(*points[0], radius=radius)
    for point in points[1:]:
        drawing.extend_erase(*point)
    drawing.end_erase()


def shown(drawing: Drawing) -> list:
    return [points.tolist() for points in drawing.ink(pad=PAD, pen=20.0).strokes]
