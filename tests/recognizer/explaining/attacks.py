"""What others do to flip an answer, to compare with: independent of what is tested, in float64."""

import numpy as np


class Plain:
    """A ReLU network on grey levels, (784,), from 0 to 255, written out once more."""

    def __init__(self, weights):
        assert weights.meta.activation == "relu"
        assert weights.meta.scaling == "centred"
        self.layers = [array.astype(np.float64) for array in weights.parameters]

    def logits(self, image):
        return self._forward(image)[-1]

    def answer(self, image):
        return int(self.logits(image).argmax())

    def gradients(self, image):
        """Return each logit's gradient by the grey levels, (10, 784)."""
        values = self._forward(image)
        gradients = np.eye(10)
        for theta, hidden in zip(self.layers[-2::-2], [*values[-2::-1], None], strict=True):
            gradients = gradients @ theta.T
            if hidden is not None:
                gradients = gradients * (hidden > 0)
        return gradients / 255

    def _forward(self, image):
        values, hidden = [], image / 255 - 0.5
        for theta, bias in zip(self.layers[::2], self.layers[1::2], strict=True):
            hidden = hidden @ theta + bias
            if theta is not self.layers[-2]:
                hidden = np.maximum(hidden, 0)
            values.append(hidden)
        return values


def fast_gradient_sign(network, image):
    """Return the picture of the smallest step that flips, whole grey levels tried one by one.

    Goodfellow et al. 2015, section 4; None where no step does.
    """
    logits = network.logits(image)
    answer = int(logits.argmax())
    powers = np.exp(logits - logits.max())
    gradients = network.gradients(image)
    direction = np.sign(powers @ gradients / powers.sum() - gradients[answer])
    for epsilon in range(1, 256):
        changed = np.clip(image + epsilon * direction, 0, 255)
        if network.answer(changed) != answer:
            return changed
    return None


def deep_fool(network, image, *, overshoot=0.02, steps=50):
    """Return the picture that linear steps to the nearest border lead to.

    Moosavi-Dezfooli et al. 2016, algorithm 2; None where they do not get there. As published, it
    knows no limits to grey levels; where the picture flips within 0 to 255 as well, it is that.
    """
    answer, current = network.answer(image), image.astype(np.float64)
    others = [digit for digit in range(10) if digit != answer]
    for _ in range(steps):
        logits, gradients = network.logits(current), network.gradients(current)
        normals = gradients[others] - gradients[answer]
        gaps = logits[answer] - logits[others]
        lengths = np.maximum(np.linalg.norm(normals, axis=1), 1e-12)
        nearest = (np.abs(gaps) / lengths).argmin()
        step = (np.abs(gaps[nearest]) + 1e-6) / lengths[nearest] ** 2 * normals[nearest]
        current = current + (1 + overshoot) * step
        within = np.clip(current, 0, 255)
        for changed in (within, current):
            if network.answer(changed) != answer:
                return changed
    return None


def pixels(changed, image):
    """Return in how many pixels a picture differs; all, where there is none."""
    return image.size if changed is None else int(np.count_nonzero(changed != image))
