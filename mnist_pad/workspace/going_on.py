"""How learning goes on from weights there are: a run's, its last good ones, or for a hand."""

from dataclasses import replace

from mnist_pad.base.errors import UsageError
from mnist_pad.base.phrases import phrase
from mnist_pad.dataset.digits import Labelled
from mnist_pad.recognizer.weights import Weights
from mnist_pad.training.config import TrainingConfig
from mnist_pad.training.resuming import check_resumable, settings_of
from mnist_pad.workspace.current_run import CurrentRunStore
from mnist_pad.workspace.notices import NoticeStore
from mnist_pad.workspace.recipe import RecipeStore
from mnist_pad.workspace.recovery import Recovery
from mnist_pad.workspace.runs import RunsStore
from mnist_pad.workspace.samples import SamplesStore
from mnist_pad.workspace.weights import WeightsInUse, WeightsStore


class GoingOn:
    """Starts the runs that begin with weights; what cannot be gone on with is told."""

    def __init__(
        self,
        *,
        recipe: RecipeStore,
        weights: WeightsStore,
        runs: RunsStore,
        run: CurrentRunStore,
        recovery: Recovery,
        samples: SamplesStore,
        notices: NoticeStore,
    ) -> None:
        self._recipe = recipe
        self._weights = weights
        self._runs = runs
        self._run = run
        self._recovery = recovery
        self._samples = samples
        self._notices = notices

    @property
    def possible(self) -> bool:
        """Whether the weights in use come from a run that can be gone on with."""
        try:
            # Asked whenever a run progresses: settings and shapes are compared, no data is read.
            self._continued(self._weights.current.weights)
        except UsageError:
            return False
        return True

    def go_on(self) -> None:
        """Go on with the run that the weights in use come from."""
        self._go_on(self._weights.current)

    def go_on_with(self, run: str) -> None:
        """Go on with a run that was kept; one that cannot is told."""
        self._runs.load(run, then=self._go_on)

    def go_on_slower(self) -> None:
        """Go on after a divergence, with a smaller rate, which the settings show from then on."""
        slower = self._recovery.slower()
        if slower is None:
            return
        self._notices.dismiss()
        self._recipe.choose(slower)
        self._recovery.go_on()

    def learn_mine(self) -> None:
        """Let the weights in use learn the user's drawings."""
        if not self._run.is_running:
            self._samples.gather(self._learn)

    def _go_on(self, in_use: WeightsInUse) -> None:
        try:
            config = self._continued(in_use.weights)
        except UsageError as error:
            self._notices.tell(error.words)
            return
        self._notices.dismiss()
        self._run.start(config, in_use)

    def _continued(self, weights: Weights) -> TrainingConfig:
        """Return the settings to go on with: the run's, for as many epochs as are asked for now.

        Raises UsageError where they cannot be gone on with.
        """
        config = settings_of(weights)
        # A run that was complete goes on to the number that is set now, if that is more.
        if config.epochs <= weights.meta.epochs:
            config = replace(config, epochs=self._recipe.config.epochs)
        check_resumable(config, weights)
        return config

    def _learn(self, own: Labelled) -> None:
        in_use = self._weights.current
        base = in_use
        # Learnt from what had learnt already, each time would forget a little more of MNIST.
        if (origin := in_use.adapted_from) is not None:
            try:
                # Learning leaves the scaling as it was, which a file may not say.
                weights = self._runs.weights_of(origin).with_scaling(in_use.weights.meta.scaling)
                base = WeightsInUse(weights, origin)
            except UsageError as error:
                words = phrase("Workspace", "{error}. Learning goes on from the weights in use.")
                self._notices.tell(words.given(error=error.words))
        self._run.learn(base, own)
