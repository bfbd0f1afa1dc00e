"""The kinds of jobs, one a file: what lies in this folder is known without being listed."""

import importlib
import inspect
import pkgutil
from dataclasses import is_dataclass
from typing import Any


def kinds() -> tuple[type[Any], ...]:
    """Return the classes of all jobs: every dataclass here that has `events`."""
    return tuple(
        kind
        for module in pkgutil.iter_modules(__path__)
        for kind in _defined_in(f"{__name__}.{module.name}")
        if is_dataclass(kind) and callable(getattr(kind, "events", None))
    )


def _defined_in(name: str) -> list[type[Any]]:
    module = importlib.import_module(name)
    return [
        kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == name
    ]
