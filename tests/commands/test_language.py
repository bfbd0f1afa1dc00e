"""The command line speaks the terminal's language; JSON speaks none."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mnist_pad as package
from mnist_pad.commands.output import columns, padded, wrapped

CHINESE = {"LANG": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"}
ROOT = Path(package.__file__).parents[1]


@pytest.fixture
def run():
    def run(*arguments, folder=ROOT, **environment):
        return subprocess.run(
            [sys.executable, "-m", "mnist_pad", *arguments],
            env={**os.environ, "LC_ALL": "", "PYTHONPATH": str(folder), **environment},
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )

    return run


@pytest.fixture
def without_translations(tmp_path):
    """Return the folder of a copy of the program whose catalogues are another test's to damage."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "mnist_pad", tmp_path / "mnist_pad", ignore=ignore)
    (tmp_path / "assets" / "translations").mkdir(parents=True)
    for name in ("mnist.npz", "weights.npz"):
        (tmp_path / "assets" / name).symlink_to(ROOT / "assets" / name)
    return tmp_path


def test_info_is_in_the_language_of_the_terminal(run):
    chinese, english = run("info", **CHINESE), run("info", LANG="en_US.UTF-8")
    for words in ("训练", "测试", "合计", "0 至 255"):
        assert words in chinese.stdout
    for words in ("training", "test", "all", "0 to 255"):
        assert words in english.stdout
    assert (chinese.stderr, english.stderr) == ("", "")
    # Under each other in both, though a Chinese sign takes two columns.
    for done in (chinese, english):
        *_, digits, training, test = done.stdout.splitlines()
        assert columns(digits) == columns(training) == columns(test)


@pytest.mark.parametrize(
    "arguments", [["info"], ["info", "--weights", str(ROOT / "assets/weights.npz")], ["runs"]]
)
def test_json_is_the_same_in_every_language(run, arguments):
    chinese = run(*arguments, "--json", **CHINESE)
    assert chinese.stdout == run(*arguments, "--json", LANG="en_US.UTF-8").stdout
    assert all(json.loads(line) for line in chinese.stdout.splitlines())


@pytest.mark.parametrize("content", [None, b"<TS><cont"])
def test_a_missing_or_damaged_catalogue_is_told_once_and_english_spoken(
    run, without_translations, content
):
    if content is not None:
        path = without_translations / "assets/translations/mnist-pad_zh_CN.ts"
        path.write_bytes(content)
    done = run("info", folder=without_translations, **CHINESE)
    assert "training" in done.stdout
    (told,) = done.stderr.splitlines()
    assert "mnist-pad_zh_CN.ts: expected a catalogue of translations" in told
    assert done.returncode == 0
    # Whoever asks for no Chinese is told nothing.
    assert run("info", folder=without_translations, LANG="C").stderr == ""


def test_a_chinese_sign_takes_two_columns():
    assert columns("MNIST 准确率") == 12
    assert padded("准确率", 9) == "准确率   "
    assert padded("准确率", 9, right=True) == "   准确率"
    assert padded("much too long", 3) == "much too long"


def test_help_and_what_is_wrong_with_arguments_are_in_the_language_of_the_terminal(run):
    done = run("--help", **CHINESE)
    assert done.stdout.startswith("用法：mnist-pad")
    assert "按方案训练网络" in done.stdout
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", done.stdout.replace("mnist-pad", ""))
    done = run("adapt", "--help", **CHINESE)
    assert "从少量样本学习你的笔迹。" in done.stdout
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", done.stdout.replace("mnist-pad adapt", ""))
    # In a terminal of 80 columns, of which a Chinese sign takes two.
    assert max(map(columns, done.stdout.splitlines())) <= 80
    for arguments, told in (
        (["adapt"], "缺少必需的参数：--ink, --out"),
        (["train", "--epochs", "many"], "参数 --epochs：应为整数，实际为 'many'"),
        (["lesson", "9"], "课程：应为 1 到 7 课之一，实际为 9"),
        (
            ["info", "--weights", "none.npz"],
            "none.npz：文件应当完整可读，实际：没有这个文件或文件夹",
        ),
    ):
        done = run(*arguments, **CHINESE)
        assert (done.returncode, done.stderr) == (2, f"mnist-pad: error: {told}\n")


def test_json_is_in_no_language_however_it_is_asked_for(run):
    chinese = run("info", "--js", **CHINESE)
    assert json.loads(chinese.stdout) == json.loads(run("info", "--json", LANG="C").stdout)
    done = run("info", "--weights", "none.npz", "--json", **CHINESE)
    assert done.stderr == (
        "mnist-pad: error: none.npz: expected a whole, readable file, found: "
        "No such file or directory\n"
    )


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a few words", 6, ["a few", "words"]),
        ("a few words", 80, ["a few words"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("按方案训练网络", 8, ["按方案训", "练网络"]),
        # No line begins with a mark that ends something.
        ("训练网络，识别", 8, ["训练网", "络，识别"]),
        ("用 --out 存", 8, ["用 --out", "存"]),
        ("", 8, [""]),
    ],
)
def test_lines_are_broken_by_columns(text, width, lines):
    assert wrapped(text, width) == lines
