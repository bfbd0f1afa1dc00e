"""Two networks side by side: what one reads and the other does not."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from mnist_pad.engine.evaluating.findings import Findings
from mnist_pad.engine.evaluating.in_words import comparison_in_words
from mnist_pad.ui.evaluation.section import Images, Reason, Section, plain
from mnist_pad.ui.evaluation.words import reason, summary
from mnist_pad.ui.kit.names import named
from mnist_pad.ui.kit.weights_names import short_name
from mnist_pad.workspace.evaluation import Shown
from mnist_pad.workspace.workspace import Workspace


class Comparing(Section):
    """A sentence over two galleries, of the images that one network alone reads right."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.evaluation, "evaluationComparing", "")
        self.setAccessibleName(self.tr("Compared"))
        self._workspace = workspace
        self._sentence = named(QLabel(), "comparisonSentence", self.tr("Which reads more"))
        plain(self._sentence)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._sentence.setFont(font)
        self._figures = named(QLabel(), "comparisonFigures", self.tr("The other weights' figures"))
        self._reason = Reason("comparisonReason", self.tr("Why nothing is compared"))
        self._headings = (QLabel(), QLabel())
        self._images = (
            Images(
                self.gallery("firstOnlyGallery", self.tr("Read by the weights in use alone")),
                self.evaluation,
            ),
            Images(
                self.gallery("secondOnlyGallery", self.tr("Read by the other weights alone")),
                self.evaluation,
            ),
        )
        self._body = (
            self._sentence,
            self._figures,
            *self._headings,
            *(images.gallery for images in self._images),
        )
        self._lay_out()

    def refresh(self) -> None:
        """Say how to compare, where nothing is there yet."""
        super().refresh()
        if self.shown is None:
            self._say_how()

    def parts(self, findings: Findings) -> tuple[object, ...]:
        """Return what is shown of findings."""
        return (findings.first.evaluation, findings.comparison)

    def show_findings(self, shown: Shown) -> None:
        """Show what one network alone reads, and what the other."""
        findings, asked = shown.findings, shown.asked
        if asked.second is None or findings.second is None:
            self._say_how()
            return
        comparison = findings.comparison
        self._reason.tell(reason(findings, "comparison"), *self._body)
        if comparison is None:
            return
        names = [short_name(self._workspace, each) for each in (asked.first, asked.second)]
        if names[0] == names[1]:
            names = [self.tr("The weights in use"), self.tr("The other weights")]
        self._sentence.setText(comparison_in_words(comparison, *names))
        self._figures.setText(
            self.tr("{name}: {figures}").format(name=names[1], figures=summary(findings.second))
        )
        # Each as the one that misreads them reads them.
        alone = (comparison.first_only, comparison.second_only)
        words = self.tr("{name} alone reads these: {count:,}")
        for place, indices in enumerate(alone):
            self._headings[place].setText(words.format(name=names[place], count=len(indices)))
            self._images[place].show_images(shown, list(map(int, indices)), second=place == 0)

    def _say_how(self) -> None:
        self._reason.tell(
            self.tr("Choose other weights above, and evaluate: they read the same images."),
            *self._body,
        )

    def _lay_out(self) -> None:
        for label in (self._figures, *self._headings):
            plain(label).setProperty("role", "small")
        self.column.addWidget(self._reason)
        self.column.addWidget(self._sentence)
        self.column.addWidget(self._figures)
        for heading, images in zip(self._headings, self._images, strict=True):
            self.column.addWidget(heading)
            self.column.addWidget(images.gallery, 1)
        self.column.addStretch(0)
