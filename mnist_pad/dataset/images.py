"""Drawings brought down to what a network gets; the one place where that is done for samples."""

from collections.abc import Hashable, Sequence

import numpy as np

from mnist_pad.dataset.digits import Labelled
from mnist_pad.dataset.drawings import Sample
from mnist_pad.ink.raster import Grey, rasterize
from mnist_pad.ink.switches import ALL_ON, Switches
from mnist_pad.pictures.kept import picture_of_kept
from mnist_pad.pictures.switched import stages_of


class SampleImages:
    """Brings drawings down to 28×28, each once, however often it is asked for."""

    def __init__(self, switches: Switches = ALL_ON) -> None:
        """Bring them down with these stages; with others than all, they are no samples any more."""
        self._switches = switches
        # By the ink, not by the id: a file put together by hand may use an id twice.
        self._known: dict[Hashable, Grey | None] = {}

    def of(self, samples: Sequence[Sample]) -> list[Grey | None]:
        """Return each drawing's image, uint8 (28, 28); None where there is too little ink.

        A picture's digit was brought down when it was kept. A drawing takes about 0.5 ms when it is
        new; those not asked for this time are forgotten.
        """
        keys = [_key(sample) for sample in samples]
        known = {
            key: self._known[key] if key in self._known else self._image(sample)
            for key, sample in zip(keys, samples, strict=True)
        }
        self._known = known
        return [known[key] for key in keys]

    def _image(self, sample: Sample) -> Grey | None:
        if sample.image is None:
            stages = rasterize(sample.ink, self._switches)
        elif self._switches.same_images:
            return sample.image
        else:
            picture = picture_of_kept(sample.image)
            stages = stages_of(picture, picture.found[0], self._switches)
        return None if stages is None else stages.image

    def labelled(self, samples: Sequence[Sample]) -> Labelled:
        """Return images, uint8 (n, 28, 28), and digits of those that have both, in their order."""
        pairs = [
            (image, sample.label)
            for image, sample in zip(self.of(samples), samples, strict=True)
            if image is not None and sample.label is not None
        ]
        images = np.array([image for image, _ in pairs], np.uint8).reshape(-1, 28, 28)
        return images, np.array([label for _, label in pairs], np.uint8)


def _key(sample: Sample) -> Hashable:
    # Arrays cannot be hashed; their bytes can.
    if sample.image is not None:
        return sample.image.tobytes()
    ink = sample.ink
    return ink.pad, ink.pen, tuple(stroke.tobytes() for stroke in ink.strokes)
