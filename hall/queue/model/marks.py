"""What looks wrong in a stage: the agent is asked while he can correct it; later it is marked, never hidden."""

from __future__ import annotations

from collections.abc import Iterator

from contracts.words.hall import VisitState
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings, Service
from hall.queue.model.stage import Stage

BEGUN_LATE = "begun_late"
"""Called long before serving began: somebody forgot to say that the person was there."""
SHORT = "short"
"""Serving was so short that it may be a slip of the finger."""
LONG = "long"
"""Serving was very long: the agent may have forgotten to finish."""
ASK_BEGIN = "begin"
ASK_STILL_SERVING = "still_serving"


def marks_of_serving(stage: Stage, settings: HallSettings) -> Iterator[tuple[str, float]]:
    """Return what looks wrong about a stage that was served and has just ended, with the seconds it was served."""
    if stage.served_s < settings.limits.short_serving_s:
        yield SHORT, stage.served_s
    if stage.served_s > long_s(stage, settings):
        yield LONG, stage.served_s


def asks_about(stage: Stage, now: Moment, settings: HallSettings) -> Iterator[tuple[str, float]]:
    """Return what the agent is asked about the stage in hand, with the seconds since when."""
    if stage.state is VisitState.CALLED and stage.called is not None:
        since_s = now.seconds_since(stage.called)
        if since_s > settings.limits.begin_late_s:
            yield ASK_BEGIN, since_s
    if stage.state is VisitState.SERVING and stage.serving_since is not None:
        served_s = stage.served_s + now.seconds_since(stage.serving_since)
        if served_s > long_s(stage, settings):
            yield ASK_STILL_SERVING, served_s


def long_s(stage: Stage, settings: HallSettings) -> float:
    """Return how many seconds of serving make a stage long: a multiple of the expected serving time of its service.

    A service that is no longer set up counts with the default expected time.
    """
    found = (service.expected_serving_s for service in settings.services if service.code == stage.service)
    return settings.limits.long_serving_times * next(found, Service.expected_serving_s)
