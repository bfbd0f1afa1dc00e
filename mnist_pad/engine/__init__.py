"""A job, the worker process that runs it, what is said of a run, and the runs kept on disk."""
