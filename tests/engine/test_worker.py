"""The worker's side, without a process: jobs end as events, whatever they raise."""

import io
from dataclasses import dataclass

import pytest

from mnist_pad.base.errors import UsageError
from mnist_pad.engine import jobs, wire
from mnist_pad.engine.messages import FROM_WORKER, Heartbeat
from mnist_pad.engine.worker import Outbox, serve
from mnist_pad.training.control import Control
from mnist_pad.training.events import Preparing, RunEnded, RunPaused

JOB = """
from dataclasses import dataclass

from mnist_pad.training.events import Preparing, RunEnded


@dataclass(frozen=True)
class Echo:
    count: int

    def events(self, control):
        yield Preparing(self.count, self.count)
        yield RunEnded("completed", 0, None, None)
"""


@dataclass(frozen=True)
class Raising:
    """Tells one event, then raises."""

    error: BaseException | None

    def events(self, control):
        yield RunPaused()
        if self.error is not None:
            raise self.error


def served(job):
    """Return what a worker tells of a job."""
    stream = io.BytesIO()
    outbox = Outbox(stream)
    outbox.begin(5)
    serve(5, job, Control(), outbox)
    return told(stream)


def told(stream):
    stream.seek(0)
    records = []
    while True:
        try:
            number, record = wire.read(stream, FROM_WORKER)
        except wire.WireEndError:
            return records
        assert number == 5
        records.append(record)


@pytest.mark.parametrize(
    ("error", "kind", "detail"),
    [
        (UsageError("a.npz: expected …"), "refused", "a.npz: expected …"),
        (MemoryError(), "out_of_memory", ""),
        (ImportError("No module named 'tensorflow'"), "tensorflow", "No module named 'tensorflow'"),
        (ZeroDivisionError("by zero"), "defect", "ZeroDivisionError: by zero"),
        (None, "defect", "Raising did not say how it ended"),
    ],
)
def test_whatever_a_job_raises_is_how_it_ended(error, kind, detail):
    paused, end = served(Raising(error))
    assert isinstance(paused, RunPaused)
    assert (end.outcome, end.cause.kind) == ("failed", kind)
    assert detail in str(end.cause.detail)


def test_a_job_is_a_file_in_the_folder_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "echo.py").write_text(JOB)
    monkeypatch.setattr(jobs, "__path__", [*jobs.__path__, str(tmp_path)])
    (echo,) = (kind for kind in jobs.kinds() if kind.__name__ == "Echo")
    stream = io.BytesIO()
    wire.write(stream, 1, echo(3))
    stream.seek(0)
    _, job = wire.read(stream, jobs.kinds())
    preparing, end = served(job)
    assert preparing == Preparing(3, 3)
    assert isinstance(end, RunEnded)


def test_nothing_is_told_of_a_job_that_ended():
    stream = io.BytesIO()
    outbox = Outbox(stream)
    outbox.begin(5)
    outbox.end_before_it_begins(5)
    assert not outbox.tell(5, RunPaused())
    outbox.end_before_it_begins(5)
    (end,) = told(stream)
    assert end.outcome == "stopped"


def test_the_job_before_is_not_told_of_any_more():
    stream = io.BytesIO()
    outbox = Outbox(stream)
    outbox.begin(4)
    outbox.begin(5)
    assert not outbox.tell(4, RunPaused())
    assert outbox.tell(5, RunPaused())
    assert [type(each) for each in told(stream)] == [RunPaused]


def test_heartbeats_are_what_a_parent_takes():
    assert Heartbeat in FROM_WORKER
