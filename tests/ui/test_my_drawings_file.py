"""The file of my drawings: exported, damaged, unreadable."""

from mnist_pad.dataset import drawings


def test_an_exported_file_holds_all_drawings(opened, tmp_path):
    mine = opened()
    mine.click_cell(8, 3)
    mine.export(tmp_path / "mine")
    mine.sees(lambda: mine.notice() == "4 drawings exported to mine.jsonl.")
    assert [sample.label for sample in drawings.read(tmp_path / "mine.jsonl")[0]] == [3, 7, 8, 1]


def test_a_full_disk_or_a_cancelled_dialog_exports_nothing(opened, tmp_path, no_room):
    mine = opened()
    mine.cancel_file(lambda: mine.click("exportDrawingsButton"))
    assert mine.notice() == ""
    with no_room(10):
        mine.export(tmp_path / "mine.jsonl")
        mine.sees(lambda: "mine.jsonl: expected" in mine.notice())
    assert not (tmp_path / "mine.jsonl").exists()
    assert len(mine.captions()) == 4


def test_the_collection_itself_is_never_exported_to(opened, collection):
    mine = opened()
    before = collection.path.read_bytes()
    mine.replace_file(lambda: mine.click("exportDrawingsButton"), collection.path)
    mine.sees(lambda: "another file" in mine.notice())
    assert collection.path.read_bytes() == before


def test_damaged_lines_are_named_and_the_rest_is_shown(opened, collection, user):
    mine = opened()
    lines = collection.path.read_bytes().splitlines(keepends=True)
    collection.path.write_bytes(b"".join([lines[0], b"torn\n", *lines[1:], b"{}\n", b"[]\n"]))
    user.open_drawings()
    mine.sees(lambda: mine.is_visible("ownProblems"))
    told = mine.text("ownProblems")
    assert told.startswith("samples.jsonl, line 2: expected JSON")
    assert "; line 6: " in told
    assert told.endswith("; 1 more; the rest is used")
    assert len(mine.captions()) == 4


def test_a_file_that_cannot_be_read_is_told(user, collection):
    collection.path.mkdir(parents=True)
    mine = user.open_drawings()
    mine.sees(lambda: "samples.jsonl" in mine.notice())
    assert mine.text("ownEmpty") == "The drawings could not be read."
