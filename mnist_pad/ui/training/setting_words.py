"""How each setting is called, and what it does, for whoever points at it."""

from mnist_pad.base.wording import translate


def label(setting: str) -> str:
    """Return how people call a setting, by its name in `TrainingConfig`."""
    # Made with every call: at import there is no translator yet.
    labels = {
        "epochs": translate("Settings", "Epochs"),
        "learning_rate": translate("Settings", "Learning rate"),
        "batch_size": translate("Settings", "Batch size"),
        "seed": translate("Settings", "Seed"),
        "loss": translate("Settings", "Loss"),
        "optimizer": translate("Settings", "Optimizer"),
        "schedule": translate("Settings", "Schedule"),
        "scaling": translate("Settings", "Pixels"),
        "hidden_sizes": translate("Settings", "Hidden layers"),
        "activation": translate("Settings", "Activation"),
        "weight_deviation": translate("Settings", "Start deviation"),
        "momentum": translate("Settings", "Momentum"),
        "weight_decay": translate("Settings", "Weight decay"),
        "label_smoothing": translate("Settings", "Label smoothing"),
        "distortion": translate("Settings", "Distortion"),
        "pen_styles": translate("Settings", "Pen styles"),
        "counter_examples": translate("Settings", "Counter-examples"),
        "held_out": translate("Settings", "Held out"),
        "train_images": translate("Settings", "Training images"),
        "labels": translate("Settings", "Labels"),
    }
    # A setting that is new in TrainingConfig is shown at once, under its own name.
    return labels.get(setting, setting.replace("_", " ").capitalize())


def choice(value: str) -> str:
    """Return what one of a setting's values is called."""
    choices = {
        "cross_entropy": translate("Settings", "cross entropy"),
        "squared_error": translate("Settings", "squared error"),
        "constant": translate("Settings", "constant"),
        "one_cycle": translate("Settings", "one cycle"),
        "centred": translate("Settings", "centred"),
        "unit": translate("Settings", "unit"),
        "raw": translate("Settings", "raw"),
        "true": translate("Settings", "true"),
        "shuffled": translate("Settings", "shuffled"),
        "momentum": translate("Settings", "momentum"),
    }
    # Others are names: Adam's, or those of a setting that nobody has put into words yet.
    return choices.get(value, value.replace("_", " "))


def tip(setting: str) -> str:
    """Return a sentence on a setting; none for one that nobody has put into words yet."""
    tips = {
        "epochs": translate("Settings", "How often all training images are gone through."),
        "learning_rate": translate(
            "Settings", "How far the weights move against the gradient; too far, and they diverge."
        ),
        "batch_size": translate("Settings", "So many images are learnt from in one update."),
        "seed": translate("Settings", "The same seed gives the same weights on the same machine."),
        "loss": translate(
            "Settings", "What is made small: cross-entropy, or the squared error (lesson 6)."
        ),
        "optimizer": translate(
            "Settings", "How the gradient is followed: plainly, with momentum, by Adam or by Muon."
        ),
        "schedule": translate(
            "Settings", "One cycle: the learning rate rises, then falls to almost nothing."
        ),
        "scaling": translate(
            "Settings",
            "Centred: pixel / 255 - 0.5. Unit: pixel / 255. Raw: 0 to 255, as in lesson 4.",
        ),
        "hidden_sizes": translate("Settings", "Units of each hidden layer, with commas between."),
        "activation": translate(
            "Settings",
            "What hidden units make of their sums: expect ReLU to learn fastest, and sigmoid "
            "slowest, the more so the more layers there are.",
        ),
        "weight_deviation": translate(
            "Settings",
            "How far the first weights stray: 0.1 learns, 1 starts with a huge loss, He fits each "
            "layer's inputs, and with 0 all units stay alike and nothing is learnt.",
        ),
        "momentum": translate(
            "Settings", "How long earlier gradients count; plain gradient descent has none."
        ),
        "weight_decay": translate("Settings", "How strongly the weights are drawn towards 0."),
        "label_smoothing": translate(
            "Settings", "The part of each target that is spread over all ten digits."
        ),
        "distortion": translate(
            "Settings", "How far images are bent, turned and thickened as they are learnt from."
        ),
        "pen_styles": translate(
            "Settings", "So many drawings in pen styles that MNIST lacks are learnt from too."
        ),
        "counter_examples": translate(
            "Settings", "So many letters, signs and scribbles are learnt to be no digit."
        ),
        "held_out": translate(
            "Settings", "So many images are kept back, to fit how sure the network may be."
        ),
        "train_images": translate(
            "Settings",
            "So many training images are learnt from, 0 for all: expect a hundred to be known by "
            "heart, and the test accuracy to stay far below.",
        ),
        "labels": translate(
            "Settings",
            "Shuffled labels mean nothing: expect them to be learnt by heart at best, and the test "
            "accuracy to stay at chance, 10 %.",
        ),
    }
    return tips.get(setting, "")
