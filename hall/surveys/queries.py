"""What the survey tells: the visitor his own answer, and a tablet whom to ask."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from contracts.surveys.answers import SurveyView, TabletAsk, TabletView
from contracts.words.hall import VisitState
from contracts.words.surveys import CHANGE_FOR
from hall.kernel.ids import CounterId
from hall.kernel.moment import Moment
from hall.kernel.ports import HasSettings
from hall.queue.model.ports import HasVisits
from hall.queue.model.visit import Visit
from hall.surveys.commands.give_survey import ended_at
from hall.surveys.model.ports import HasSurveys
from hall.surveys.model.refusals import SurveyEarlyError
from hall.surveys.model.survey import OPEN_FOR, may_change

ASKS_FOR = timedelta(seconds=90)
"""How long a tablet asks the visitor who was served at its counter last."""


def own_survey(visit: Visit, *, work: HasSurveys, now: Moment) -> SurveyView | None:
    """Return the visitor's own answer and whether it may be given or changed; None where there is nothing to ask."""
    try:
        ended = ended_at(visit)
    except SurveyEarlyError:
        return None
    known = work.surveys.find(visit.id)
    if known is None:
        return SurveyView(now.at < ended + OPEN_FOR, ended + OPEN_FOR)
    return SurveyView(may_change(known, now.at), known.first + CHANGE_FOR, known.face, known.reason, known.words)


class SurveyViewWork(HasSettings, HasSurveys, HasVisits, Protocol):
    """What the view of a tablet reads."""


def tablet_view(counter: CounterId, *, work: SurveyViewWork, now: Moment) -> TabletView:
    """Return whom the counter's tablet asks: who left it last, until the next one is being served."""
    settings = work.settings
    ask = _asked(counter, work, now)
    return TabletView(now.at, counter, dict(settings.names), settings.digits, ask)


def _asked(counter: CounterId, work: SurveyViewWork, now: Moment) -> TabletAsk | None:
    services = [service.code for service in work.settings.services]
    found = work.surveys.just_finished(counter, services, now.at - ASKS_FOR)
    in_hand = work.visits.at_counter(counter)
    if found is None or (in_hand is not None and in_hand.state is VisitState.SERVING):
        return None
    visit, ended = work.visits.get(found[0]), found[1]
    if visit.state is not VisitState.FINISHED or work.surveys.find(visit.id) is not None:
        return None
    return _ask(visit, ended, work)


def _ask(visit: Visit, ended: datetime, work: HasSettings) -> TabletAsk:
    return TabletAsk(visit.id, dict(work.settings.service(visit.service).names), ended + ASKS_FOR)
