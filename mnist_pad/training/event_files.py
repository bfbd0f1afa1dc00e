"""TensorBoard's event files, by TensorFlow's own writer; run as a script of its own.

Standard input gives a scalar a line, [tag, step, value, time in seconds since 1970]; the one
argument is the folder.
"""

import json
import os
import sys

# Read as TensorFlow's libraries load: after the import, it would be too late.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import tensorflow as tf


def main() -> None:
    """Write one event file."""
    # The writer belongs to graphs; unlike the one that does not, it takes the time of each event.
    with tf.Graph().as_default():
        writer = tf.compat.v1.summary.FileWriter(sys.argv[1])
        for line in sys.stdin:
            tag, step, value, wall_time = json.loads(line)
            scalar = tf.compat.v1.Summary.Value(tag=tag, simple_value=value)
            summary = tf.compat.v1.Summary(value=[scalar])
            event = tf.compat.v1.Event(wall_time=wall_time, step=step, summary=summary)
            writer.add_event(event)
        writer.close()


if __name__ == "__main__":
    main()
