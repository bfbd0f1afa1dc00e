"""A measurement's result: medians, ranges, and the limits they have to keep."""

import json
import math
import statistics
from collections.abc import Sequence


def report(
    what: str,
    values: Sequence[float],
    unit: str,
    *,
    at_most: float | None = None,
    at_least: float | None = None,
) -> None:
    """Print one row: the median of `values`, their range, and the limit on the median."""
    median = statistics.median(values)
    limit = None
    met = True
    if at_most is not None:
        limit, met = f"at most {at_most:g}", median <= at_most
    if at_least is not None:
        limit, met = f"at least {at_least:g}", median >= at_least
    row = {
        "what": what,
        "median": median,
        "low": min(values),
        "high": max(values),
        "unit": unit,
        "limit": limit,
        "met": met,
    }
    print(json.dumps(row), flush=True)


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that `percent` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]
