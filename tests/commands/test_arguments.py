"""The command line's arguments, and what `train` makes of its own."""

import argparse
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnist_pad import __version__, cli
from mnist_pad.base.errors import UsageError
from mnist_pad.commands import train
from mnist_pad.recognizer.weights import shipped
from mnist_pad.training.config import ConfigError, TrainingConfig
from mnist_pad.training.recipes import RECIPES, recipe


@pytest.fixture
def train_options():
    """Return a function that parses `train`'s arguments."""
    parser = argparse.ArgumentParser(exit_on_error=False)
    train.add_arguments(parser)
    return lambda *arguments: parser.parse_args(arguments)


@pytest.mark.parametrize("name", list(RECIPES))
def test_a_recipe_is_taken_whole(train_options, name):
    assert train._config(train_options("--recipe", name), None) == recipe(name)


def test_every_setting_has_an_option(train_options):
    options = train_options(
        *("--recipe", "article", "--hidden-sizes", "32,16", "--weight-deviation", "he"),
        *("--loss", "squared_error", "--seed", "7", "--learning-rate", "1e-2", "--epochs", "3"),
        *("--optimizer", "adam", "--schedule", "one_cycle", "--scaling", "raw"),
        *("--label-smoothing", "0.1", "--distortion", "1", "--pen-styles", "5"),
        *("--counter-examples", "6", "--held-out", "8", "--momentum", "0.5"),
        *("--weight-decay", "0.01", "--batch-size", "9"),
    )
    assert train._config(options, None) == TrainingConfig(
        recipe="article",
        hidden_sizes=(32, 16),
        weight_deviation=None,
        loss="squared_error",
        seed=7,
        learning_rate=0.01,
        epochs=3,
        optimizer="adam",
        schedule="one_cycle",
        scaling="raw",
        label_smoothing=0.1,
        distortion=1.0,
        pen_styles=5,
        counter_examples=6,
        held_out=8,
        momentum=0.5,
        weight_decay=0.01,
        batch_size=9,
    )


def test_a_setting_of_nought_is_given_too(train_options):
    config = train._config(
        train_options("--recipe", "fast", "--seed", "0", "--momentum", "0"), None
    )
    assert (config.seed, config.momentum) == (0, 0.0)


def test_a_resumed_run_brings_its_settings_and_takes_others(train_options):
    assert train._config(train_options(), shipped()).recipe == "shipped"
    assert train._config(train_options("--epochs", "99"), shipped()).epochs == 99
    with pytest.raises(UsageError, match="--recipe: expected to be left out with --resume"):
        train._config(train_options("--recipe", "fast"), shipped())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--recipe", "nonsense"), "nonsense"),
        (("--epochs", "0"), "epochs: expected a whole number from 1 to 100,000, found 0"),
        (("--learning-rate", "nan"), "learning rate: expected a number above 0 up to 1000"),
        (("--hidden-sizes", "0"), "hidden sizes: expected a whole number from 1 to 8,192"),
        (("--hidden-sizes", ",".join(["9"] * 17)), "hidden sizes: expected 1 to 16 layers"),
    ],
)
def test_a_setting_beyond_its_limits_is_refused(train_options, arguments, told):
    with pytest.raises((ConfigError, UsageError)) as caught:
        train._config(train_options(*arguments), None)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--epochs", "x"), "argument --epochs: expected a whole number, found 'x'"),
        (("--momentum", "x"), "argument --momentum: expected a number, found 'x'"),
        (("--hidden-sizes", "1,,2"), "expected whole numbers with commas between them"),
        (("--weight-deviation", "-1"), "expected a number from 0, or 'he', found '-1'"),
        (("--weight-deviation", "she"), "expected a number from 0, or 'he', found 'she'"),
        (("--loss", "none"), "invalid choice: 'none'"),
    ],
)
def test_an_argument_that_is_none_is_named(capsys, arguments, told):
    assert cli.main(["train", *arguments]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("mnist-pad: error: ")
    assert told in shown.err
    assert (shown.out, shown.err.count("\n")) == ("", 1)


def test_the_version_and_every_command_are_told(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"mnist-pad {__version__}\n"
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    assert all(f"    {name} " in shown for name in cli.COMMANDS)


@pytest.mark.parametrize("name", list(cli.COMMANDS))
def test_every_command_has_help_that_says_what_it_is_for(capsys, name):
    with pytest.raises(SystemExit) as left:
        cli.main([name, "--help"])
    assert left.value.code == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert cli.COMMANDS[name].capitalize() in shown


def test_an_error_of_many_lines_is_told_in_one(capsys, monkeypatch):
    def refuse(arguments):
        raise UsageError("first\n  second\tthird")

    monkeypatch.setattr(cli, "_run", refuse)
    assert cli.main([]) == cli.EXIT_USAGE
    assert capsys.readouterr().err == "mnist-pad: error: first second third\n"


@given(st.lists(st.integers(-5, 10**6), min_size=1, max_size=5))
def test_sizes_are_read_as_they_are_written(sizes):
    assert train._sizes(",".join(map(str, sizes))) == tuple(sizes)


def test_the_pipes_end_is_no_traceback():
    with subprocess.Popen(
        [sys.executable, "-m", "mnist_pad", "info", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        program.stdout.close()
        told = program.stderr.read()
        assert (program.wait(60), told) == (cli.EXIT_FAILED, b"")
