"""What all refusals of bad input have in common."""

from mnist_pad.base.phrases import Words


class UsageError(Exception):
    """An argument or a file cannot be used.

    The message is one sentence for people: the thing, what was expected, what was found. As a str,
    the error is that message in the language that the process speaks at that moment.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words
