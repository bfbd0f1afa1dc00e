"""A real run watched as it learns, and gone back in afterwards."""

import numpy as np
from PySide6.QtCore import Qt

from tests.ui.on_disk import runs


def probabilities(path, image):
    """Return what a run's weights in a file make of an image, by the article's formulas."""
    with np.load(path) as arrays:
        values = [arrays[f"{kind}_{layer}"] for layer in (1, 2, 3) for kind in ("theta", "bias")]
    x = image.reshape(784) / np.float32(255) - np.float32(0.5)
    hidden = np.maximum(np.maximum(x @ values[0] + values[1], 0) @ values[2] + values[3], 0)
    logits = (hidden @ values[4] + values[5]).astype(np.float64)
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


def test_a_run_is_watched_and_gone_back_in(user, open_window):
    user.draw(3)
    user.open_settings()
    user.set("epochsSpin", 2)
    user.open_settings()
    user.train()
    user.click("whileLearningToggle")
    assert user.wait_for_end() == "completed"

    # The answer came to be a 3, and the figures of each layer are there.
    user.sees(lambda: user.is_visible("answersPlot"))
    # A plot is drawn some times a second; the last point comes with the run's own weights.
    user.sees(lambda: list(user.plotted("answersPlot", 3)[0])[-1:] == [470])
    assert len(user.plotted("answersPlot", 3)[0]) > 1
    steps, threes = user.plotted("answersPlot", 3)
    assert threes[-1] > 90
    assert steps[-1] == 470
    for name, layers in (("gradientNormPlot", 3), ("weightNormPlot", 3), ("deadUnitsPlot", 2)):
        for layer in range(layers):
            xs, ys = user.plotted(name, layer)
            assert 0 < len(xs) == len(ys)
            assert np.isfinite(ys).all()

    # Back to the first step of all: it reads as the file says that those weights do.
    user.sees(lambda: user.is_visible("snapshotSlider"))
    slider = user.widget("snapshotSlider")
    user.qtbot.keyClick(slider, Qt.Key.Key_Home)
    (folder,) = {path.parent for path in runs()}
    first = min(folder.glob("snapshot-*.npz"))
    step = int(first.stem.split("-")[1])
    user.sees(lambda: user.text("snapshotText").startswith(f"step {step} · epoch 1"))
    expected = probabilities(first, user.network_input())
    mark = user.window.workspace.reading.current.mark
    np.testing.assert_allclose(mark.prediction.probabilities, expected, atol=1e-5)
    assert user.weights_text() == f"step {step} of the run, for now"

    user.click("useSnapshotButton")
    assert user.weights_text() == f"fast, step {step}"
    user.close()
    again = open_window(restore=True)
    again.sees(lambda: again.weights_text() == f"fast, step {step}")
    mark = again.window.workspace.reading.current.mark
    np.testing.assert_allclose(mark.prediction.probabilities, expected, atol=1e-5)
    # The run is shown as it was left, the section unfolded.
    again.sees(lambda: again.is_visible("snapshotSlider"))
    assert again.is_visible("whileLearning")
