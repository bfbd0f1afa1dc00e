"""Work beside the window of which only what was asked for last counts."""

import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

GoOn = Callable[[], None]
"""Called within a long part; raises GivenUp where nobody waits for it any more."""

Work = Callable[[GoOn], Iterator[Any]]
"""Yields what it found, part by part, and None where it may be given up in between."""

CLOSING_S: Final = 5.0


class GivenUp(Exception):  # noqa: N818  # no error: nobody waits for it any more
    """What is worked on is wanted no more."""


class _Defect:
    """What a piece of work raised."""

    def __init__(self, error: Exception) -> None:
        self.error = error


class _Asked:
    """What is asked for, shared between the window's thread and the work's."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.number = 0
        self.waiting: Work | None = None
        self.thread: threading.Thread | None = None


class Latest(QObject):
    """Does one piece of work at a time; what is asked for anew takes the place of what came before.

    Signals: `part_found(object)`, in the window's thread, for each part of what was asked for last.
    """

    part_found = Signal(object)
    _came = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._asked = _Asked()
        self._came.connect(self._take)

    def ask(self, work: Work) -> None:
        """Do `work`; nothing more comes of what was asked for before."""
        asked = self._asked
        with asked.lock:
            asked.number += 1
            asked.waiting = work
            if asked.thread is None:
                # Not a reference of its own: the thread must never be the last to know this object.
                do = _Doing(asked, weakref.ref(self))
                # A daemon: a long piece of work must not keep the program from ending.
                asked.thread = threading.Thread(target=do, name="latest", daemon=True)
                asked.thread.start()

    def drop(self) -> None:
        """Forget what was asked for."""
        with self._asked.lock:
            self._asked.number += 1
            self._asked.waiting = None

    def close(self) -> None:
        """Forget it, and wait for the end of the part that is worked on, though not for ever."""
        self.drop()
        if (thread := self._asked.thread) is not None:
            thread.join(CLOSING_S)

    def _take(self, number: int, part: object) -> None:
        # By the time it arrives, another may have been asked for.
        if number != self._asked.number:
            return
        if isinstance(part, _Defect):
            raise part.error
        self.part_found.emit(part)


class _Doing:
    """What the thread does, until nothing waits any more."""

    def __init__(self, asked: _Asked, owner: "weakref.ref[Latest]") -> None:
        self._asked = asked
        self._owner = owner

    def __call__(self) -> None:
        asked = self._asked
        while True:
            with asked.lock:
                work, number = asked.waiting, asked.number
                asked.waiting = None
                if work is None:
                    asked.thread = None
                    return
            self._do(work, number)

    def _do(self, work: Work, number: int) -> None:
        def go_on() -> None:
            if number != self._asked.number:
                raise GivenUp

        try:
            for part in work(go_on):
                go_on()
                self._tell(number, part)
        except GivenUp:
            return
        except Exception as error:  # noqa: BLE001  # the thread's boundary: raised where it is taken
            self._tell(number, _Defect(error))

    def _tell(self, number: int, part: object) -> None:
        # Who was to hear of it may be gone, with the window.
        with suppress(RuntimeError):
            if part is not None and (owner := self._owner()) is not None:
                owner._came.emit(number, part)
