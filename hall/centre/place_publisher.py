"""Tell the centre the place of each visit in the hall, where tickets' QR codes lead to the ministry's address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

from contracts.codec.message import replace
from contracts.queue.answers import PlaceView
from contracts.queue.places import PlacedVisit, Places
from hall.calendar.ports import HasDays
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.platform.store_ports import Store
from hall.queue.model.visit import Visit
from hall.queue.queries.place import PlaceWork, calls_of_day, everybody_ahead, place_view
from hall.settings.queries.closing import closing_now
from hall.surveys.queries import SurveyViewWork, own_survey
from hall.waits.workers.estimator import Estimator

AGAIN = timedelta(seconds=30)
"""Unchanged places are sent again after this: the centre then knows that the hall is not cut off."""
KEPT = timedelta(hours=2)
"""How long after its end a visit is still sent: its visitor may answer the survey."""


class PlacesWork(PlaceWork, SurveyViewWork, HasDays, Protocol):
    """What is read to make the places."""


class PlacePublisher:
    """Makes the places that the hall sends, called by one thread; None while there is nothing new to send."""

    def __init__(self, store: Store[PlacesWork], estimator: Estimator) -> None:
        self._store = store
        self._estimator = estimator
        self._in_hall: set[VisitId] = set()
        self._ended: dict[VisitId, tuple[PlacedVisit, datetime]] = {}
        self._told: Places | None = None

    def __call__(self) -> Places | None:
        """Return the places of now, or None if the same were sent less than `AGAIN` ago."""
        found = self._store.reads.read(self._read).result()
        before = self._told
        if before is not None and replace(found, at=before.at) == before and found.at - before.at < AGAIN:
            return None
        self._told = found
        return found

    def _read(self, work: PlacesWork, now: Moment) -> Places:
        settings, day = work.settings, work.days.latest()
        visits = [one for one in work.visits.in_hall(day.day) if one.code_hash] if day is not None else []
        self._note_ended({visit.id for visit in visits}, work, now)
        ahead = everybody_ahead(day.day, work=work, now=now) if day is not None else {}
        calls = calls_of_day(day.day, work=work) if day is not None else {}
        here = [self._placed(visit, work, now, ahead) for visit in visits]
        return Places(
            now.at,
            settings.digits,
            dict(settings.names),
            {service.code: dict(service.names) for service in settings.services},
            (*here, *(placed for placed, _ in self._ended.values())),
            {service.code: service.pictogram for service in settings.services if service.pictogram},
            {service: call for service, call in calls.items()},  # noqa: C416  # keys as plain text
            closing_now(settings, now),
        )

    def _note_ended(self, in_hall: set[VisitId], work: PlacesWork, now: Moment) -> None:
        """Keep those that have left the hall since the last look, and forget those that left long ago."""
        for visit_id in self._in_hall - in_hall:
            visit = work.visits.get(visit_id)
            if visit.code_hash:
                self._ended[visit_id] = self._placed(visit, work, now, {}), now.at
        self._in_hall = in_hall
        self._ended = {
            visit_id: (placed, since)
            for visit_id, (placed, since) in self._ended.items()
            if visit_id not in in_hall and now.at - since < KEPT
        }

    def _placed(self, visit: Visit, work: PlacesWork, now: Moment, ahead: Mapping[VisitId, int]) -> PlacedVisit:
        place = place_view(visit, work=work, now=now, estimate=self._estimator.newest, ahead=ahead, calls={})
        survey = own_survey(visit, work=work, now=now)
        kept = replace(place, survey=replace(survey, words=None) if survey else None)
        return _placed(visit.code_hash, kept, now.at)


def leads_to_the_centre(public_url: str, hall: str) -> bool:
    """Return whether the address that QR codes begin with is the centre's for this hall.

    >>> [leads_to_the_centre(url, "muscat") for url in ("https://dawr.example/h/muscat", "https://hall.lan")]
    [True, False]
    """
    return public_url.rstrip("/").endswith(f"/h/{hall}")


def _placed(code: str, place: PlaceView, at: datetime) -> PlacedVisit:
    wait = place.wait
    return PlacedVisit(
        code, place.ticket, place.service, place.state.value, place.people_ahead,
        wait.low_s if wait else None, wait.likely_s if wait else None, wait.high_s if wait else None,
        place.counter, place.recalls, place.survey, place.staffed, place.begins_at, place.language,
        place.late, at + timedelta(seconds=place.undo_s) if place.undo_s else None,
    )  # fmt: skip
