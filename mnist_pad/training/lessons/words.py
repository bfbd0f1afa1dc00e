"""What each lesson is called, what happened in it, and what to remember."""

from typing import Final, NamedTuple

from mnist_pad.base.wording import translate

CONTEXT: Final = "Lessons"
"""Under which these sentences are looked up in a translation."""


class Words(NamedTuple):
    """A lesson in sentences.

    `writes` introduces what one would naturally write, `happened` tells what became of it,
    `mends` introduces the mending, and `mended` tells what became of that. `remember` is one line.
    """

    title: str
    writes: str
    happened: str
    mends: str
    mended: str
    remember: str


def words(number: int) -> Words:
    """Return a lesson's sentences, in the user's language."""
    # Made with every call: at import there is no translator yet.
    return _WORDS[number]()


def _in_place() -> Words:
    return Words(
        translate(CONTEXT, "Update variables in place"),
        translate(
            CONTEXT,
            "A weight is to become a little smaller along its gradient. One writes that as in "
            "mathematics:",
        ),
        translate(
            CONTEXT,
            "The first update works. It leaves plain tensors where the variables were, and a tape "
            "watches variables only: at the second update, every gradient is None, and the rate "
            "times None cannot be computed.",
        ),
        translate(CONTEXT, "The variable is to stay, and its value to change:"),
        translate(
            CONTEXT,
            "The variables stay variables, the tape goes on watching them, and the loss falls.",
        ),
        translate(CONTEXT, "Change variables with assign_sub; never put a tensor in their place."),
    )


def _equal_types() -> Words:
    return Words(
        translate(CONTEXT, "Compare equal types"),
        translate(
            CONTEXT,
            "The network has learnt a little; now the right answers to the test images are to be "
            "counted. The labels are int32:",
        ),
        translate(
            CONTEXT,
            "TensorFlow compares equal types only, and converts none of its own accord. The "
            "answers are int64, the labels int32.",
        ),
        translate(CONTEXT, "The labels become what the answers are:"),
        translate(
            CONTEXT, "Both are int64 now, and the fraction of right answers comes out as a number."
        ),
        translate(CONTEXT, "Look at the dtype of both sides before you compare."),
    )


def _argmax() -> Words:
    return Words(
        translate(CONTEXT, "argmax answers int64"),
        translate(CONTEXT, "Where does int64 come from, if nobody asked for it? From here:"),
        translate(
            CONTEXT,
            "argmax answers int64 unless it is told otherwise, however small the numbers are. "
            "That is why lesson 2 failed.",
        ),
        translate(CONTEXT, "It can be told what to answer:"),
        translate(
            CONTEXT,
            "The answers have the labels' type from the start; there is nothing to convert.",
        ),
        translate(CONTEXT, "argmax takes an output_type; without it, it answers int64."),
    )


def _scaling() -> Words:
    return Words(
        translate(CONTEXT, "Scale the features"),
        translate(
            CONTEXT,
            "Pixels are numbers already, from 0 to 255. One takes them as they are, with weights "
            "of deviation 1 and the squared error:",
        ),
        translate(
            CONTEXT,
            "Each layer multiplies what is large already: the first loss is beyond ten billion. "
            "Its gradient throws the weights farther still, to infinity; infinity less infinity "
            "is no number, and the accuracy stays at chance.",
        ),
        translate(
            CONTEXT,
            "Inputs between -0.5 and 0.5 are of the size of the weights. The weights start "
            "smaller, too; with deviation 1, it would fail a few steps later, as lesson 5 shows:",
        ),
        translate(CONTEXT, "The loss starts near 1 and falls."),
        translate(CONTEXT, "Scale what goes in: x / 255 - 0.5."),
    )


def _start() -> Words:
    return Words(
        translate(CONTEXT, "Start so that outputs are of order 1"),
        translate(
            CONTEXT,
            "The pixels are scaled now. The weights start with the deviation that is usual, 1:",
        ),
        translate(
            CONTEXT,
            "A unit adds up 784 inputs: with weights of order 1, each layer makes what it is given "
            "larger. The first loss is around a million, and the end is that of lesson 4, a few "
            "steps later.",
        ),
        translate(CONTEXT, "A tenth of it keeps outputs and gradients of order 1:"),
        translate(CONTEXT, "The loss starts near 1 and falls."),
        translate(
            CONTEXT,
            "The more inputs a layer has, the smaller its weights start: about the square root of "
            "2 / inputs.",
        ),
    )


def _cross_entropy() -> Words:
    return Words(
        translate(CONTEXT, "Use cross-entropy for many classes"),
        translate(
            CONTEXT,
            "Ten outputs, and a one-hot row to compare them with. One takes the squared "
            "difference, as for any numbers:",
        ),
        translate(
            CONTEXT,
            "It learns, but slowly: the squared error wants ten numbers hit, where one needs to "
            "be the largest. After 20 epochs it reads little more than half of the test images.",
        ),
        translate(CONTEXT, "The softmax makes probabilities, and the label shall be likely:"),
        translate(
            CONTEXT,
            "The same network, the same seed, the same rate: 86 % where the squared error has 56.",
        ),
        translate(CONTEXT, "Choose a loss that asks for what you want: the right class."),
    )


def _hopes() -> Words:
    return Words(
        translate(CONTEXT, "Two hopes: more layers, better optimizers"),
        translate(
            CONTEXT,
            "The article closes with two hopes. The first: one layer more may add about two "
            "points.",
        ),
        translate(
            CONTEXT,
            "Not by plain gradient descent, not so soon: a third hidden layer is more to move with "
            "the same small steps, and stays a little behind.",
        ),
        translate(CONTEXT, "The second: a better optimizer, here Adam, for two hidden layers."),
        translate(
            CONTEXT,
            "Adam gives each weight a step of its own length. It is beyond what plain descent "
            "reaches in 500 epochs after the first.",
        ),
        translate(CONTEXT, "How a network is trained often matters more than how deep it is."),
    )


_WORDS: Final = {
    1: _in_place,
    2: _equal_types,
    3: _argmax,
    4: _scaling,
    5: _start,
    6: _cross_entropy,
    7: _hopes,
}
