"""What the commands print: lines for people, or one JSON object a line."""

import argparse
import json
from typing import Any

from mnist_pad.base import wording


def add_json_flag(parser: argparse.ArgumentParser) -> None:
    """Add `--json`."""
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line, and nothing else"
    )


def print_json(values: dict[str, Any]) -> None:
    """Print one object on a line of its own, at once: a pipe's reader may wait for it."""
    # NaN is no JSON: it has to be found here, not by whoever reads this.
    print(json.dumps(values, allow_nan=False), flush=True)


def percent(fraction: float | None) -> str:
    """Return 0.9731 as "97.31 %", None as a dash."""
    return "–" if fraction is None else wording.percent(fraction, decimals=2)
