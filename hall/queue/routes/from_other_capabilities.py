"""What other capabilities give to the routes of the queue: expected waits, telephone numbers, the visitor's survey."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from contracts.queue.answers import WaitRange
from contracts.surveys.answers import SurveyView
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.web.dependencies import DependencyKey
from hall.queue.commands.issue_ticket import Issued


class ExpectedWaits(Protocol):
    """The newest expected waits, at once and without computing."""

    def newest(self, service: ServiceCode, people_ahead: int) -> WaitRange | None:
        """Return the newest estimate for a place with `people_ahead` people ahead."""
        ...


EXPECTED_WAITS = DependencyKey[ExpectedWaits]("expected waits")


def _announce_nothing(_issued: Issued, _work: object) -> None:
    return None


def _keep_nothing(_visit: VisitId, _number: str, _by: str, _work: object, _now: Moment) -> None:
    return None


def _nobody(_number: str, _day: date, _work: object) -> Collection[VisitId]:
    return ()


def _no_survey(_visit: VisitId, _work: object, _now: Moment) -> None:
    return None


@dataclass(frozen=True)
class Additions:
    """What other capabilities do with a visit and say of it; a hall without one of them adds nothing."""

    announce_wait: Callable[[Issued, Any], WaitRange | None] = _announce_nothing
    """Return the wait that a new ticket announces, and keep it."""
    keep_number: Callable[[VisitId, str, str, Any, Moment], None] = _keep_nothing
    """Keep a telephone number of a visit, which a device or person has sent."""
    with_number: Callable[[str, date, Any], Collection[VisitId]] = _nobody
    """Return the visits of a day that left this telephone number."""
    own_survey: Callable[[VisitId, Any, Moment], SurveyView | None] = _no_survey
    """Return the visitor's own answer to the survey, and whether it may be given or changed."""


ADDITIONS = DependencyKey[Additions]("additions to visits")
