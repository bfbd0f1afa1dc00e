"""The page of help: panels, shortcuts, files, lessons."""
