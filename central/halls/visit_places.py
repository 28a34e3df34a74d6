"""Keep where each visit in a hall stands, as the hall told last, and find a visitor's own by the ticket's code."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, select
from sqlalchemy.dialects import postgresql, sqlite

from central.config import HALL_NAME
from central.errors import BodyError, NotFoundError
from central.halls import inbox, visitor_moves
from central.store.tables.downlink import hall_places
from contracts.centre.inbox_items import SURVEY, SurveyItem
from contracts.codec.message import replace
from contracts.codec.reader import from_json, to_json
from contracts.queue.places import PlacedVisit, Places
from contracts.surveys.answers import SurveyView
from contracts.words.surveys import CHANGE_FOR

CUT_OFF = timedelta(seconds=75)
"""A hall whose last word is older is cut off: it tells at least every thirty seconds."""
LONGEST = timedelta(hours=18)
"""Places older than this tell nobody anything: they are of another day."""
_SAID = 32
"""How many characters of its digest distinguish two answers."""


@dataclass(frozen=True)
class Found:
    """A visitor's own place, with what it is shown with; `as_of` is when the hall told it."""

    visit: PlacedVisit
    places: Places
    as_of: datetime
    cut_off: bool
    asked: bool = False
    """The visitor moved on this page, and the hall has not told the outcome yet."""


def note_places(engine: Engine, hall_id: str, places: Places, *, now: datetime) -> None:
    """Keep the hall's places instead of the last ones."""
    dialect = postgresql if engine.dialect.name == "postgresql" else sqlite
    row = {"received_at": now, "body": to_json(places)}
    put = dialect.insert(hall_places).values(hall=hall_id, **row)
    with engine.begin() as connection:
        connection.execute(put.on_conflict_do_update(index_elements=["hall"], set_=row))


def find_place(engine: Engine, hall_id: str, code: str, *, now: datetime) -> Found:
    """Return the place of the visit with this code on its ticket; NotFoundError `code_unknown`, whatever is wrong."""
    hashed = code_hash(code)
    query = select(hall_places).where(hall_places.c.hall == hall_id)
    row = None
    if HALL_NAME.fullmatch(hall_id):  # other texts can contain characters that the database refuses
        with engine.connect().execution_options(read_only=True) as connection:
            row = connection.execute(query).one_or_none()
    if row is not None and now - row.received_at < LONGEST:
        mine = next((one for one in row.body.get("visits", ()) if one.get("code") == hashed), None)
        if mine is not None:
            places = from_json(Places, {**row.body, "visits": []})
            visit = from_json(PlacedVisit, mine)
            cut_off = now - row.received_at > CUT_OFF
            moved = visitor_moves.as_asked(engine, hall_id, visit, now=now)
            asked = moved != visit
            return Found(_answered(engine, hall_id, moved), places, row.received_at, cut_off, asked)
    raise NotFoundError("code_unknown", "no visit of today has this code")


def answer_survey(engine: Engine, hall_id: str, code: str, item: SurveyItem, *, now: datetime) -> SurveyView:
    """Keep a visitor's answer for the hall, where the visit has ended and may be answered, and return it as it stands.

    BodyError `survey_early` or `survey_over` where it may not be given; `item.code` is set here.
    """
    found = find_place(engine, hall_id, code, now=now)
    survey = found.visit.survey
    if survey is None:
        raise BodyError("survey_early", "the visit has not ended: there is nothing to ask about yet", status=409)
    if not survey.open or (survey.until is not None and now >= survey.until):
        raise BodyError("survey_over", "the time to answer, or to change the answer, is over", status=409)
    kept = replace(item, code=found.visit.code, given_at=now)
    same = to_json(replace(kept, given_at=found.as_of))
    # The same answer again, as after a lost reply, is the same thing: only what is said counts.
    said = hashlib.sha256(repr(sorted((k, v) for k, v in same.items() if k != "given_at")).encode()).hexdigest()
    about = found.visit.code
    earlier = inbox.said_about(engine, hall_id, about)
    # Of two at the same instant both are kept, unless they say the same.
    key = f"{SURVEY}:{about}:{len(earlier)}:{said[:_SAID]}"
    if not earlier or earlier[-1].get("said") != said:
        inbox.put(engine, hall_id, SURVEY, key, {**to_json(kept), "said": said}, now=now, about=about)
    again = find_place(engine, hall_id, code, now=now).visit.survey
    return again if again is not None else survey


def code_hash(code: str) -> str:
    """Return the digest of a ticket's code, as halls keep it."""
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def _answered(engine: Engine, hall_id: str, visit: PlacedVisit) -> PlacedVisit:
    """Return the visit with the answer that was given here, which its hall may not know yet."""
    if visit.survey is None:
        return visit
    earlier = inbox.said_about(engine, hall_id, visit.code)
    if not earlier:
        return visit
    first, last = (from_json(SurveyItem, dict(one)) for one in (earlier[0], earlier[-1]))
    until = first.given_at + CHANGE_FOR
    given = SurveyView(visit.survey.open, until, last.face, last.reason, last.words)
    return replace(visit, survey=given)
