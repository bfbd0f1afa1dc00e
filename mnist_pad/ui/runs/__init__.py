"""The page of the runs that were kept."""
