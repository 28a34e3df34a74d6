"""From inputs to the sheet that tells where a request stands. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from contracts.requests.answers import RequestStatus
from contracts.words.requests import RequestState
from counter_client.state.state import Inputs, Notice, SheetKind
from counter_client.texts.names import in_language


@dataclass(frozen=True)
class RequestStanding:
    """Where it stands; `as_of` is the hall's time at which the centre knew it so, None for this hall's own."""

    shown: str
    hall: str
    state: RequestState
    directorate: str
    registered: date
    latest: date
    printed_latest: date
    expected: bool
    reply: str
    replied: date | None
    as_of: datetime | None


@dataclass(frozen=True)
class FollowUpView:
    """The sheet: `asked` while the hall has not answered, `standing` once it has told."""

    typed: str
    asked: bool
    standing: RequestStanding | None
    notice: Notice | None


def derive_follow_up(inputs: Inputs) -> FollowUpView | None:
    """Return the open sheet, None where it is not open."""
    sheet = inputs.sheet
    if sheet is None or sheet.kind is not SheetKind.FOLLOW_UP:
        return None
    return FollowUpView(
        typed=sheet.note,
        asked=bool(sheet.lookup.asked) and sheet.lookup.status is None,
        standing=_standing(sheet.lookup.status, inputs) if sheet.lookup.status else None,
        notice=sheet.notice,
    )


def _standing(status: RequestStatus, inputs: Inputs) -> RequestStanding:
    zone = ZoneInfo(inputs.hall.time_zone if inputs.hall else "Asia/Muscat")
    return RequestStanding(
        shown=status.shown,
        hall=status.hall,
        state=status.state,
        directorate=in_language(status.directorate_names, inputs.language, status.directorate),
        registered=status.registered_at.astimezone(zone).date(),
        latest=status.latest,
        printed_latest=status.printed_latest,
        expected=status.latest_expected,
        reply=status.reply or "",
        replied=status.replied_at.astimezone(zone).date() if status.replied_at else None,
        as_of=status.as_of.astimezone(zone) if status.from_centre and status.as_of else None,
    )
