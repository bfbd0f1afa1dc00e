"""CSV, for other programs."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from mnist_pad.base.files import write_bytes


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows below a header, UTF-8; `path` gets all of it or stays as it was.

    Raises OSError.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    write_bytes(path, text.getvalue().encode())
