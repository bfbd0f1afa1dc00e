"""What is evaluated, and what is found: everything of an evaluation but how it is shown."""
