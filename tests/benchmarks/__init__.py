"""What the program costs, measured: `make bench`, or `python -m tests.benchmarks`."""
