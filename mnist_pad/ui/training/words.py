"""What a run does, and what a recipe is for, in words."""

from typing import Final

from mnist_pad.base.wording import duration, percent, together, translate
from mnist_pad.engine.sentences import ended_in_words
from mnist_pad.training.events import Divergence
from mnist_pad.training.history import History
from mnist_pad.workspace.run_state import CurrentRun

_RECIPE_LESSONS: Final = {
    "article": 6,
    "article-mse": 6,
    "article-raw": 4,
    "article-wide": 5,
    "article-deeper": 7,
}
_DIVERGENCE_LESSONS: Final = {"raw_pixels": 4, "wide_start": 5}


def recipe_lesson(recipe: str) -> int | None:
    """Return the number of the lesson that a recipe is of."""
    return _RECIPE_LESSONS.get(recipe)


def divergence_lesson(run: CurrentRun | None) -> int | None:
    """Return the number of the lesson that tells why a run diverged."""
    cause = None if run is None or run.ended is None else run.ended.cause
    return _DIVERGENCE_LESSONS.get(cause.reason) if isinstance(cause, Divergence) else None


def see_lesson(number: int | None) -> str:
    """Offer a lesson, or the lessons where none is told."""
    if number is None:
        return translate("TrainingPanel", "See the lessons")
    return translate("TrainingPanel", "See lesson {number}").format(number=number)


def recipe_title(recipe: str) -> str:
    """Say in a few words what a recipe is."""
    titles = {
        "fast": translate("RecipeTitle", "good in seconds"),
        "accurate": translate("RecipeTitle", "reads real handwriting"),
        "shipped": translate("RecipeTitle", "what made the built-in weights"),
        "article": translate("RecipeTitle", "the article, cross-entropy"),
        "article-mse": translate("RecipeTitle", "the article, squared error"),
        "article-raw": translate("RecipeTitle", "lesson 4, raw pixels"),
        "article-wide": translate("RecipeTitle", "lesson 5, weights too large"),
        "article-deeper": translate("RecipeTitle", "lesson 7, one layer more"),
    }
    return titles[recipe]


def card(recipe: str) -> str:
    """Say what a recipe is for, what to expect of it, and how long it takes on two cores."""
    # The figures are the README's, measured on two cores.
    cards = {
        "fast": translate(
            "RecipeCard",
            "The quickest way to a good network: Adam and a one-cycle schedule, five epochs. "
            "Expect 98.1 % of MNIST's test set in a few seconds.",
        ),
        "accurate": translate(
            "RecipeCard",
            "Reads real handwriting: every image is bent anew each time, with drawings in pen "
            "styles that MNIST lacks and counter-examples. Expect 99.3 % in a minute or two.",
        ),
        "shipped": translate(
            "RecipeCard",
            "What made the built-in weights: by Muon, with more drawings, and 540 epochs. "
            "Expect 99.4 % after seven minutes or more.",
        ),
        "article": translate(
            "RecipeCard",
            "The article's network as it ends up: cross-entropy, plain gradient descent at 0.001 "
            "(its lesson 6). Slow: 49 % after two epochs, 95 % after all 500, in some minutes.",
        ),
        "article-mse": translate(
            "RecipeCard",
            "The article's network with squared error, before its lesson 6. Expect 56 % after "
            "20 epochs, in seconds, where cross-entropy has 86 %, and 88 % after 500, in minutes.",
        ),
        "article-raw": translate(
            "RecipeCard",
            "The article's lesson 4: pixels from 0 to 255 as they are. It fails at once: watch "
            "the loss explode and become infinite at the second step.",
        ),
        "article-wide": translate(
            "RecipeCard",
            "The article's lesson 5: scaled pixels, but weights that start far too large. It "
            "fails within a few steps: watch the loss explode.",
        ),
        "article-deeper": translate(
            "RecipeCard",
            "One of the article's closing hopes (its lesson 7 here): a third hidden layer. Expect "
            "83 % after 20 epochs, in seconds: a little behind two layers, with more to move.",
        ),
    }
    return cards.get(recipe, translate("RecipeCard", "Settings of your own."))


def learning_card() -> str:
    """Say what learning a user's hand does."""
    return translate(
        "RecipeCard",
        "The weights in use learn your drawings, beside images that are to be answered as before. "
        "First on halves of them, each to read the other half; then on all.",
    )


def progress(run: CurrentRun, *, built_in: float | None) -> str:
    """Say what a run is doing; `built_in` is the accuracy of the weights that came along."""
    history = run.history
    if run.phase == "loading":
        return translate("Training", "Loading TensorFlow …")
    if run.phase == "preparing":
        words = translate("Training", "Making drawings to learn from: {done:,} of {total:,} …")
        return words.format(done=run.done, total=run.total)
    if run.phase == "stopping":
        return translate("Training", "Stopping …")
    # Paused while drawings are made: there is no epoch to name.
    if run.phase == "paused" and not history.step:
        return translate("Training", "Paused before the training began.")
    if run.phase == "paused":
        words = translate("Training", "Paused in epoch {epoch:,} of {epochs:,}.")
        said = words.format(epoch=history.epoch, epochs=history.epochs)
        return f"{said}\n{_update(history)}" if _is_slow(run) else said
    if run.phase == "ended":
        return _ended(run, built_in=built_in)
    if run.kind == "adaptation":
        return _learning(history)
    return _slowly(history) if _is_slow(run) else _training(history)


def _ended(run: CurrentRun, *, built_in: float | None) -> str:
    if run.ended is None:
        words = translate(
            "Training", "Interrupted in epoch {epoch:,} of {epochs:,}. What it learnt is a run."
        )
        return words.format(epoch=run.history.epoch, epochs=run.history.epochs)
    words = ended_in_words(run.ended, compared=run.compared)
    tested = run.ended.test_accuracy
    if run.kind == "adaptation" or tested is None or built_in is None:
        return words
    # What was on its way to infinity is nothing to compare.
    if run.ended.outcome == "diverged":
        return words
    compared = translate("Training", "The built-in weights: {accuracy}.")
    return together(words, compared.format(accuracy=percent(built_in, decimals=2)))


def _is_slow(run: CurrentRun) -> bool:
    # What an update changed is told just before its loss.
    return run.changed is not None and run.history.last_loss is not None


def _slowly(history: History) -> str:
    words = translate("Training", "Epoch {epoch:,} of {epochs:,}, step by step")
    return f"{words.format(epoch=history.epoch, epochs=history.epochs)}\n{_update(history)}"


def _update(history: History) -> str:
    words = translate("Training", "Update {step:,} of {steps:,} · loss {loss:.3f}")
    return words.format(step=history.step, steps=history.total_steps, loss=history.last_loss)


def _training(history: History) -> str:
    left = 0.0 if history.seconds_left is None else history.seconds_left
    words = translate(
        "Training", "Epoch {epoch:,} of {epochs:,} · {speed:,.0f} images/s · {left} left"
    )
    said = words.format(
        epoch=history.epoch,
        epochs=history.epochs,
        speed=history.images_per_second,
        left=duration(left),
    )
    parts = []
    if history.train_accuracy is not None:
        accuracy = percent(history.train_accuracy, decimals=2)
        parts.append(translate("Training", "training {accuracy}").format(accuracy=accuracy))
    if history.test_accuracy is not None:
        accuracy = percent(history.test_accuracy, decimals=2)
        parts.append(translate("Training", "test {accuracy}").format(accuracy=accuracy))
    return "\n".join(filter(None, (said, " · ".join(parts))))


def _learning(history: History) -> str:
    last = history.epoch == history.epochs
    purpose = (
        translate("Training", "on all of your drawings")
        if last
        else translate("Training", "on half, to read the other half")
    )
    words = translate("Training", "Learning your hand, {epoch:,} of {epochs:,}: {purpose}")
    said = words.format(epoch=history.epoch, epochs=history.epochs, purpose=purpose)
    if history.train_accuracy is None:
        return said
    read = translate("Training", "yours, as they are learnt from: {accuracy} read right")
    return f"{said}\n{read.format(accuracy=percent(history.train_accuracy))}"
