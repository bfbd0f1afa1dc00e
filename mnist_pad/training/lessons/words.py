"""What each lesson is called, what happened in it, and what to remember."""

from typing import Final, NamedTuple

from mnist_pad.base.wording import translate


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
        translate("Lessons", "Update variables in place"),
        translate(
            "Lessons",
            "A weight is to become a little smaller along its gradient. One writes that as in "
            "mathematics:",
        ),
        translate(
            "Lessons",
            "The first update works. It leaves plain tensors where the variables were, and a tape "
            "watches variables only: at the second update, every gradient is None, and the rate "
            "times None cannot be computed.",
        ),
        translate("Lessons", "The variable is to stay, and its value to change:"),
        translate(
            "Lessons",
            "The variables stay variables, the tape goes on watching them, and the loss falls.",
        ),
        translate(
            "Lessons", "Change variables with assign_sub; never put a tensor in their place."
        ),
    )


def _equal_types() -> Words:
    return Words(
        translate("Lessons", "Compare equal types"),
        translate(
            "Lessons",
            "The network has learnt a little; now the right answers to the test images are to be "
            "counted. The labels are int32:",
        ),
        translate(
            "Lessons",
            "TensorFlow compares equal types only, and converts none of its own accord. The "
            "answers are int64, the labels int32.",
        ),
        translate("Lessons", "The labels become what the answers are:"),
        translate(
            "Lessons",
            "Both are int64 now, and the fraction of right answers comes out as a number.",
        ),
        translate("Lessons", "Look at the dtype of both sides before you compare."),
    )


def _argmax() -> Words:
    return Words(
        translate("Lessons", "argmax answers int64"),
        translate("Lessons", "Where does int64 come from, if nobody asked for it? From here:"),
        translate(
            "Lessons",
            "argmax answers int64 unless it is told otherwise, however small the numbers are. "
            "That is why lesson 2 failed.",
        ),
        translate("Lessons", "It can be told what to answer:"),
        translate(
            "Lessons",
            "The answers have the labels' type from the start; there is nothing to convert.",
        ),
        translate("Lessons", "argmax takes an output_type; without it, it answers int64."),
    )


def _scaling() -> Words:
    return Words(
        translate("Lessons", "Scale the features"),
        translate(
            "Lessons",
            "Pixels are numbers already, from 0 to 255. One takes them as they are, with weights "
            "of deviation 1 and the squared error:",
        ),
        translate(
            "Lessons",
            "Each layer multiplies what is large already: the first loss is beyond ten billion. "
            "Its gradient throws the weights farther still, to infinity; infinity less infinity "
            "is no number, and the accuracy stays at chance.",
        ),
        translate(
            "Lessons",
            "Inputs between -0.5 and 0.5 are of the size of the weights. The weights start "
            "smaller, too; with deviation 1, it would fail a few steps later, as lesson 5 shows:",
        ),
        translate("Lessons", "The loss starts near 1 and falls."),
        translate("Lessons", "Scale what goes in: x / 255 - 0.5."),
    )


def _start() -> Words:
    return Words(
        translate("Lessons", "Start so that outputs are of order 1"),
        translate(
            "Lessons",
            "The pixels are scaled now. The weights start with the deviation that is usual, 1:",
        ),
        translate(
            "Lessons",
            "A unit adds up 784 inputs: with weights of order 1, each layer makes what it is given "
            "larger. The first loss is around a million, and the end is that of lesson 4, a few "
            "steps later.",
        ),
        translate("Lessons", "A tenth of it keeps outputs and gradients of order 1:"),
        translate("Lessons", "The loss starts near 1 and falls."),
        translate(
            "Lessons",
            "The more inputs a layer has, the smaller its weights start: about the square root of "
            "2 / inputs.",
        ),
    )


def _cross_entropy() -> Words:
    return Words(
        translate("Lessons", "Use cross-entropy for many classes"),
        translate(
            "Lessons",
            "Ten outputs, and a one-hot row to compare them with. One takes the squared "
            "difference, as for any numbers:",
        ),
        translate(
            "Lessons",
            "It learns, but slowly: the squared error wants ten numbers hit, where one needs to "
            "be the largest. After 20 epochs it reads little more than half of the test images.",
        ),
        translate("Lessons", "The softmax makes probabilities, and the label shall be likely:"),
        translate(
            "Lessons",
            "The same network, the same seed, the same rate: 86 % where the squared error has 56.",
        ),
        translate("Lessons", "Choose a loss that asks for what you want: the right class."),
    )


def _hopes() -> Words:
    return Words(
        translate("Lessons", "Two hopes: more layers, better optimizers"),
        translate(
            "Lessons",
            "The article closes with two hopes. The first: one layer more may add about two "
            "points.",
        ),
        translate(
            "Lessons",
            "Not by plain gradient descent, not so soon: a third hidden layer is more to move with "
            "the same small steps, and stays a little behind.",
        ),
        translate("Lessons", "The second: a better optimizer, here Adam, for two hidden layers."),
        translate(
            "Lessons",
            "Adam gives each weight a step of its own length. It is beyond what plain descent "
            "reaches in 500 epochs after the first.",
        ),
        translate("Lessons", "How a network is trained often matters more than how deep it is."),
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
