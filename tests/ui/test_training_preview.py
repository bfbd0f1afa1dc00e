"""What a run shows while it learns: the images, and the drawings it makes first."""

import subprocess
import sys

import numpy as np

from tests.ui.looking import grey

# The same settings give the same images wherever they are learnt from.
FIRST_IMAGE = """
import sys
from dataclasses import replace
import numpy as np
from mnist_pad.dataset import mnist
from mnist_pad.training.events import ImagesSeen
from mnist_pad.training.run import train
from mnist_pad.training.recipes import recipe

config = replace(recipe("fast"), epochs=1, distortion=1.0)
events = train(config, mnist.load())
np.save(sys.argv[1], next(event for event in events if isinstance(event, ImagesSeen)).images[0])
"""


def test_a_run_shows_the_very_images_it_learns_from(user, tmp_path):
    path = tmp_path / "first.npy"
    subprocess.run([sys.executable, "-c", FIRST_IMAGE, path], check=True, stderr=subprocess.PIPE)
    assert not user.is_visible("trainingPreview")
    user.open_settings()
    user.set("epochsSpin", 1)
    user.set("distortionSpin", 1.0)
    user.train()
    assert user.wait_for_end() == "completed"
    assert user.is_visible("trainingPreview")
    painted = grey(user.widget("trainingPreview").grab().toImage())
    np.testing.assert_array_equal(painted[:, :28], np.load(path))


def test_drawings_in_pen_styles_are_told_while_they_are_made(user):
    user.open_settings()
    user.set("epochsSpin", 1)
    user.set("penStylesSpin", 2_000)
    told = user.watch_status()
    user.train()
    assert user.wait_for_end() == "completed"
    assert any("drawings to learn from: 1,000 of 2,000" in text for text in told)
