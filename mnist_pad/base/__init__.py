"""What all other rooms stand on: files, archives, large arrays, the system, errors, wording."""
