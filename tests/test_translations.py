"""The catalogues: no sentence of the source is left out, untranslated or without a placeholder."""

import ast
import os
import re
import shutil
import string
import subprocess
import sys
from xml.etree import ElementTree

import pytest

from tests import translating

SOURCES = sorted((translating.ROOT / "mnist_pad").rglob("*.py"))
BARE = ast.Constant | ast.JoinedStr

# By these, lupdate knows a sentence.
FINDS = {"tr": 0, "translate": 1, "translatable": 1, "phrase": 1}


def entries(path):
    """Return each (context, source, translation) of a catalogue; None where unfinished."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation.get("type") is None
            yield (
                context.findtext("name"),
                message.findtext("source"),
                translation.text if finished else None,
            )


def placeholders(text):
    """Return the fields of str.format with how they are shown, and argparse's, in any order."""
    parts = string.Formatter().parse(text)
    fields = [f"{name}!{how}:{spec}" for _, name, spec, how in parts if name is not None]
    return sorted(fields + re.findall(r"%(?:\(\w+\))?[rs]", text))


def keys(text):
    """Return the keys that a text names, as in "Train the network (Ctrl+T)"."""
    return re.findall(r"\((?:Ctrl\+\w|F\d|Esc)\)", text)


@pytest.fixture(params=translating.LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def catalogue(language):
    return list(entries(translating.path(language, "ts")))


def test_every_sentence_of_the_source_is_in_the_catalogue_and_no_other(language, tmp_path):
    known = translating.path(language, "ts")
    fresh = tmp_path / known.name
    fresh.write_bytes(known.read_bytes())
    translating.extract(fresh)
    before, after = ({entry[:2] for entry in entries(path)} for path in (known, fresh))
    assert after - before == set(), "make translations, and translate these"
    assert before - after == set(), "make translations: these are gone"


def test_lupdate_can_read_every_sentence(catalogue):
    """What is translated must be written where it is: no name or sum stands for it."""
    sources = {source for _, source, _ in catalogue}
    found = 0
    for path in SOURCES:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name not in FINDS or len(call.args) <= FINDS[name]:
                continue
            text = call.args[FINDS[name]]
            # A painter is translated, too, by some pixels.
            if isinstance(text, ast.Constant) and not isinstance(text.value, str):
                continue
            # A text that was marked, or came as an argument, is looked up by its variable.
            if isinstance(text, ast.Constant):
                assert text.value in sources, f"{path.name}, line {call.lineno}"
                found += 1
            else:
                assert isinstance(text, ast.Name | ast.Attribute), f"{path.name}:{call.lineno}"
    assert found > 300


def test_no_error_that_people_see_is_a_bare_text():
    """What is raised for people is a phrase: lupdate finds no text in an f-string."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    shown = {"UsageError", "DisplayError"}
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    for _ in range(3):  # so deep they derive from each other
        bases = {(each.name, getattr(base, "id", "")) for each in classes for base in each.bases}
        shown |= {name for name, base in bases if base in shown}
    assert len(shown) > 6
    raised = [
        node
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in shown and node.args
    ]
    assert len(raised) > 100
    bare = [ast.unparse(call) for call in raised if isinstance(call.args[0], BARE)]
    assert bare == []


def test_every_sentence_is_translated(catalogue):
    assert [source for _, source, translation in catalogue if not translation] == []
    contexts = {context for context, _, _ in catalogue}
    assert "" not in contexts
    assert len(catalogue) > 400


def test_no_placeholder_is_lost_and_none_is_new(catalogue):
    lost = [
        (source, translation)
        for _, source, translation in catalogue
        if placeholders(source) != placeholders(translation)
    ]
    assert lost == []


def test_keys_and_their_marks_stay(catalogue):
    for _, source, translation in catalogue:
        assert keys(source) == keys(translation), source
        # As in other Chinese programs, the key is the one that the English word has.
        marks, others = (re.findall(r"&(.)", text.upper()) for text in (source, translation))
        assert marks == others, source


def test_chinese_is_written_with_its_own_signs(catalogue):
    for _, source, translation in catalogue:
        assert translation.endswith("。") == source.endswith("."), source
        # A comma or a stop right after a Chinese sign is a Chinese one.
        assert not re.search(r"[\u4e00-\u9fff][,;:!?]", translation), translation
        assert not re.search(r"\s[\uff0c\u3002\uff1b\uff1a\uff01\uff1f]", translation), translation


def test_the_compiled_catalogue_is_that_of_the_text(language, tmp_path):
    compiled = tmp_path / "compiled.qm"
    translating.compile_(translating.path(language, "ts"), compiled)
    assert translating.path(language, "qm").read_bytes() == compiled.read_bytes()


def test_an_installed_program_has_its_catalogues_and_speaks_by_them(tmp_path):
    """As the wheel has them: its build takes long, and what it takes in is told by one table."""
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((translating.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    package = tmp_path / "mnist_pad"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(translating.ROOT / "mnist_pad", package, ignore=ignore)
    (package / "assets").mkdir()
    for source, target in included.items():
        (tmp_path / target).symlink_to(translating.ROOT / source)
    for language in translating.LANGUAGES:
        for kind in ("ts", "qm"):
            assert (package / "assets/translations" / f"mnist-pad_{language}.{kind}").is_file()
    done = subprocess.run(
        [sys.executable, "-m", "mnist_pad", "lesson", "9"],
        env={**os.environ, "LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stderr == "mnist-pad: error: 课程：应为 1 到 7 课之一，实际为 9\n"
