"""What all refusals of bad input have in common."""


class UsageError(Exception):
    """An argument or a file cannot be used.

    The message is one sentence for people: the thing, what was expected, what was found.
    """
