"""Where a worker begins: a script, started by its path, with the package's folder and its parent.

Nothing is imported from where one stands, whatever lies there.
"""

import sys


def _imports_from() -> list[str]:
    """Return where modules may come from: neither this folder nor the current one."""
    # Loaded at this point: Python itself could not have started without it.
    import os

    def is_installed(entry: str) -> bool:
        return entry.startswith((sys.prefix + os.sep, sys.base_prefix + os.sep))

    try:
        current = os.path.realpath(os.getcwd())
    except OSError:  # a folder that was removed: nothing can be imported from it either
        current = ""
    here = os.path.dirname(os.path.realpath(__file__))
    absolute = [(entry, os.path.realpath(entry)) for entry in sys.path if os.path.isabs(entry)]
    return [
        entry
        for entry, real in absolute
        if real != here and (real != current or is_installed(entry))
    ]


def _die_with(parent: int) -> None:
    """Have the kernel end this process with its parent, even while it is stopped (Linux)."""
    import ctypes
    import os
    import signal

    if sys.platform != "linux":
        return
    set_parent_death_signal = 1  # PR_SET_PDEATHSIG in linux/prctl.h
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
    # A parent that went before the call above is not told of any more.
    if os.getppid() != parent:
        os._exit(0)


def _load(package: str) -> None:
    """Import the very package that the parent runs, from its folder, wherever that is."""
    import importlib.util
    import os

    spec = importlib.util.spec_from_file_location(
        "mnist_pad",
        os.path.join(package, "__init__.py"),
        submodule_search_locations=[package],
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mnist_pad"] = module
    spec.loader.exec_module(module)


if __name__ == "__main__":
    sys.path[:] = _imports_from()
    _die_with(int(sys.argv[2]))
    _load(sys.argv[1])
    from mnist_pad.engine.worker import main

    main()
