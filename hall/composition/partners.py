"""Keep a partner's people to the partner's visits and requests, whichever path they ask.

What a path or a body names is looked up before the route runs: a visit or request of others is as unknown as one that
is not there. Lists are filtered by their routes. A path that is not in `OPEN_TO_PARTNERS` is refused.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from hall.enquiries.model.ports import HasEnquiries
from hall.enquiries.model.refusals import EnquiryUnknownError
from hall.kernel.ids import VisitId
from hall.kernel.partner import PartnerScope
from hall.kernel.refusals import RequestUnknownError, ReturnUnknownError, VisitUnknownError
from hall.platform.refusals import RoleRefusedError
from hall.platform.security.access import Caller
from hall.platform.web.dependencies import CheckPartner
from hall.queue.model.ports import HasReturns, HasVisits
from hall.requests.commands.move_request import FindRequestWork, find_request

UNDO = "/visits/{visit}/undo"
_COUNTER = (
    "sign-in", "sign-out", "training", "training/end", "resume-work", "break", "call-next", "call", "recall", "begin",
    "no-show", "return", "park", "walk-up", "resume", "transfer", "finish", "continue", "help", "help-over",
    "stop-auto-call", "pin",
)  # fmt: skip
OPEN_TO_PARTNERS = frozenset(
    {
        *(("POST", f"/counters/{{n}}/{move}") for move in _COUNTER),
        ("GET", "/counters/{n}"), ("GET", "/hall"), ("GET", "/live"), ("GET", "/board"), ("GET", "/queues"),
        ("GET", "/lanes"), ("GET", "/working-days"), ("GET", "/agents/me/figures"),
        ("GET", "/visits"), ("GET", "/visits/by-number"), ("GET", "/visits/handed-in"),
        ("POST", "/visits/served-on-paper"), ("GET", "/visits/{visit}"), ("GET", "/visits/{visit}/why"),
        ("POST", UNDO), ("POST", "/visits/{visit}/reinstate"), ("POST", "/visits/{visit}/lane"),
        ("GET", "/visits/{visit}/return-slip"), ("POST", "/visits/{visit}/return-slip"), ("GET", "/returns/{code}"),
        ("GET", "/requests"), ("GET", "/requests/{number}"), ("GET", "/requests/{number}/receipt"),
        ("POST", "/requests/{number}/receipt"), ("POST", "/requests/{number}/phone"),
        ("POST", "/requests/{number}/told"), ("POST", "/requests/{number}/refer"),
        ("POST", "/requests/{number}/reply"), ("POST", "/requests/{number}/decide"),
        ("POST", "/requests/{number}/withdraw"),
        ("POST", "/enquiries"), ("GET", "/enquiries"), ("POST", "/enquiries/{enquiry}/hand-on"),
        ("POST", "/enquiries/{enquiry}/answer"), ("POST", "/enquiries/{enquiry}/confirm"),
        ("POST", "/enquiries/{enquiry}/phone"), ("GET", "/enquiries/{enquiry}/phone"), ("POST", "/complaints"),
        ("POST", "/devices/{device}/state"), ("POST", "/devices/{device}/alive"), ("GET", "/devices/{device}/alive"),
        ("POST", "/devices/{device}/token"),
        ("POST", "/devices/{device}/release"), ("POST", "/devices/{device}/release/{version}/result"),
        ("GET", "/devices/{device}/release/{version}/{system}/parts/{part}"),
    }
)  # fmt: skip
"""What agents and counter PCs of a partner may ask."""


class PartnerWork(FindRequestWork, HasEnquiries, HasReturns, HasVisits, Protocol):
    """Where what a request names is looked up."""


@dataclass(frozen=True)
class NamedRecords:
    """What a request names by its path and its body."""

    visits: tuple[str, ...] = ()
    undoes: bool = False
    """Whether the visit is asked for to take its last move back: then the stage that it left counts."""
    request: str | None = None
    returning: str | None = None
    enquiry: str | None = None


def partner_check(method: str, path: str, parameters: Mapping[str, str], body: bytes) -> CheckPartner | None:
    """Return what checks that a request names only what is the partner's; None where it names nothing.

    Raise RoleRefusedError for a path that partners' people do not have.
    """
    named = named_by(method, path, parameters, body)
    return None if named == NamedRecords() else partial(refuse_others, named)


def named_by(method: str, path: str, parameters: Mapping[str, str], body: bytes) -> NamedRecords:
    """Return what a request names; raise RoleRefusedError for a path that partners' people do not have.

    >>> named_by("POST", "/visits/served-on-paper", {}, b'{"visits": ["v1", "v2"]}').visits
    ('v1', 'v2')
    """
    if (method, path) not in OPEN_TO_PARTNERS:
        raise RoleRefusedError(f"a partner's people may not {method} {path}")
    visits = [parameters["visit"]] if "visit" in parameters else []
    return NamedRecords(
        visits=tuple(visits + _visits_of(body)),
        undoes=path == UNDO,
        request=parameters.get("number") if path.startswith("/requests/") else None,
        returning=parameters.get("code") if path.startswith("/returns/") else None,
        enquiry=parameters.get("enquiry"),
    )


def _visits_of(body: bytes) -> list[str]:
    try:
        value = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        return []  # the route refuses it with its reason
    if not isinstance(value, dict):
        return []
    several = value.get("visits")
    found_there = [value.get("visit"), *(several if isinstance(several, list) else [])]
    return [one for one in found_there if isinstance(one, str)]


def refuse_others(named: NamedRecords, scope: PartnerScope, caller: Caller, work: PartnerWork) -> None:
    """Refuse a record of another partner with the same error as a record that does not exist."""
    for text in named.visits:
        visit = work.visits.find(VisitId(text[:100].lower()))
        if visit is not None and not scope.sees_stage(visit.left_stage if named.undoes else visit.stage):
            raise VisitUnknownError(f"no visit {text[:100]!r}")
    if named.request is not None and find_request(named.request, work).counter not in scope.counters:
        raise RequestUnknownError("your services have no request with this number")
    slip = work.returns.find(named.returning) if named.returning is not None else None
    if slip is not None and slip.service not in scope.services:
        raise ReturnUnknownError("no return code is this one")
    if named.enquiry is not None and named.enquiry.isascii() and named.enquiry.isdigit() and len(named.enquiry) <= 15:
        enquiry = work.enquiries.find(int(named.enquiry))
        if enquiry is not None and enquiry.received_by != caller.name:
            raise EnquiryUnknownError(f"this hall has no enquiry {named.enquiry}")
