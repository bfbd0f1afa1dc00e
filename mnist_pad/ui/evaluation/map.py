"""The map: images by what the last hidden layer answers to them, and the pad's drawing there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from mnist_pad.base.wording import percent
from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.recognizer.evaluation import UNLABELLED
from mnist_pad.recognizer.mapping import last_hidden
from mnist_pad.recognizer.recognizer import Recognizer
from mnist_pad.ui.evaluation.scatter import Scatter, hue
from mnist_pad.ui.evaluation.section import Reason, Section, plain
from mnist_pad.ui.evaluation.words import reason, tile
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.tiles import on_paper
from mnist_pad.ui.theme import colours, small_px
from mnist_pad.workspace.evaluation import Shown
from mnist_pad.workspace.reading import ReadingStore
from mnist_pad.workspace.workspace import Workspace

_PICTURE_PX = 28 * 2


class DigitsMap(Section):
    """A scatter under a legend, over the image of the point that is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.evaluation, "evaluationMap", "")
        self.setAccessibleName(self.tr("Map"))
        self._reading: ReadingStore = workspace.reading
        self._legend = named(QLabel(), "digitMapLegend", self.tr("Which colour is which digit"))
        self._told = named(QLabel(), "digitMapTold", self.tr("The image of the chosen point"))
        self._picture = named(QLabel(), "digitMapPicture", self.tr("The image itself"))
        self._reason = Reason("digitMapReason", self.tr("Why there is no map"))
        self._scatter = Scatter()
        self._recognizer: Recognizer | None = None
        self._lay_out()
        self._scatter.point_chosen.connect(self._tell)
        self._scatter.point_opened.connect(self._open)
        self._reading.reading_changed.connect(self._show_pad)

    def showEvent(self, event: QShowEvent) -> None:
        """Show where the drawing lies that was drawn meanwhile."""
        super().showEvent(event)
        self._show_pad()

    def parts(self, findings: Findings) -> tuple[object, ...]:
        """Return what is shown of findings."""
        return (findings.map, findings.missing.get("map"))

    def show_findings(self, shown: Shown) -> None:
        """Show the points; while they are still being found, those of before."""
        findings = shown.findings
        missing = reason(findings, "map")
        self._reason.tell(missing, self._scatter, self._legend, self._told, self._picture)
        if findings.map is not None:
            self._recognizer = Recognizer(findings.first.weights)
            which = findings.map.which
            labels = findings.images.labels[which]
            self._scatter.show_points(which, findings.map.points, labels)
            self._show_legend(sorted(set(labels.tolist())))
            self._tell(-1)
            self._show_pad()

    def _show_pad(self) -> None:
        digit_map = None if self.shown is None else self.shown.findings.map
        # Read with every point of a stroke, and only for whoever looks at the map.
        if digit_map is None or self._recognizer is None or not self.isVisible():
            return
        mark = self._reading.current.mark
        stages = None if mark is None else mark.found.stages
        if stages is None:
            self._scatter.show_pad(None)
            return
        # Not the reading's own: other weights may be in use by now, or a network that learns.
        _, layers = self._recognizer.read_whole(stages.image)
        scaling = self._recognizer.weights.meta.scaling
        hidden = last_hidden(layers, stages.image, scaling).reshape(1, -1)
        self._scatter.show_pad(digit_map.plane.place(hidden)[0])

    def _open(self, index: int) -> None:
        if self.shown is not None:
            self.evaluation.open_image(self.shown, index)

    def _tell(self, index: int) -> None:
        if index < 0 or self.shown is None or self.shown.findings.map is None:
            self._picture.setPixmap(QPixmap())
            self._told.setText(self._explained())
            return
        findings = self.shown.findings
        shown = tile(findings, index, findings.first)
        self._told.setText(f"{shown.caption}\n{shown.tip}")
        picture = QPixmap.fromImage(on_paper(shown.image, colours(self)))
        side = QSize(_PICTURE_PX, _PICTURE_PX)
        self._picture.setPixmap(picture.scaled(side))

    def _explained(self) -> str:
        digit_map = None if self.shown is None else self.shown.findings.map
        if digit_map is None:
            return ""
        words = self.tr(
            "Near each other are images to which the last hidden layer answers alike; the star is "
            "the pad's drawing. The two directions hold {explained} of the differences."
        )
        return words.format(explained=percent(sum(digit_map.plane.explained), decimals=0))

    def _show_legend(self, labels: list[int]) -> None:
        chosen = colours(self)
        names = [self.tr("no name") if label == UNLABELLED else str(label) for label in labels]
        # A style sheet does not reach into rich text: its colours and sizes have to be written in.
        squares = " &nbsp; ".join(
            f'<span style="color:{hue(label, chosen)}">&#9632;</span> {name}'
            for label, name in zip(labels, names, strict=True)
        )
        pad = self.tr("the pad")
        star = f'<span style="color:{chosen.accent}">&#9733;</span> {pad}'
        self._legend.setText(
            f'<span style="color:{chosen.muted};font-size:{small_px()}px">'
            f"{squares} &nbsp; {star}</span>"
        )

    def _lay_out(self) -> None:
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setWordWrap(True)
        plain(self._told).setProperty("role", "small")
        self._told.setMinimumHeight(_PICTURE_PX)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._picture.setFixedSize(_PICTURE_PX, _PICTURE_PX)
        chosen = QHBoxLayout()
        chosen.addWidget(self._told, 1)
        chosen.addWidget(self._picture)
        self.column.addWidget(self._reason)
        self.column.addWidget(self._legend)
        self.column.addWidget(self._scatter, 1)
        self.column.addLayout(chosen)
        self.column.addStretch(0)
