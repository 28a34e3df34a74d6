"""Who may do what: the roles and the table of role × path, as data; what is not in the table is refused.

docs/contract.md has the same table for people; `tests/hall/platform/security/test_access.py` reads it there and tries
each cell over HTTP, so that neither can change alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from hall.kernel.ids import AgentId, CounterId
from hall.kernel.partner import PartnerScope, partner_scope
from hall.kernel.settings import HallSettings
from hall.platform.refusals import RoleRefusedError


class Role(Enum):
    """What a token is for."""

    BOARD = "board"
    KIOSK = "kiosk"
    COUNTER = "counter"
    """The enrolled counter PC before sign-in."""
    AGENT = "agent"
    """A counter session, good for its own counter only."""
    RECEPTION = "reception"
    HEAD = "head"
    ADMIN = "admin"
    ANALYST = "analyst"
    AUDITOR = "auditor"
    CALL_CENTRE = "call_centre"
    DIRECTORATE = "directorate"
    """A directorate's own people: the token's name begins with the directorate's code."""
    OFFICIAL = "official"
    """An official who receives by appointment: the token's name begins with his code."""
    INTAKE = "intake"
    """The ministry's platform, which sends requests in."""
    TABLET = "tablet"
    """The tablet beside a counter, which asks how the visit was."""


DEVICE_ROLES = {
    "kiosk": Role.KIOSK, "board": Role.BOARD, "counter": Role.COUNTER, "reader": Role.KIOSK, "tablet": Role.TABLET,
}  # fmt: skip
"""The role of a device by its kind."""
DEVICES = frozenset(DEVICE_ROLES.values())
PUBLIC_MACHINES = frozenset({Role.KIOSK, Role.BOARD})
"""Machines in the public's reach: they get no agent's name."""
AT_COUNTERS = frozenset({"counter", "tablet"})
"""Kinds of devices that belong to one counter."""
STAFF_ROLES = frozenset(
    {
        Role.RECEPTION,
        Role.HEAD,
        Role.ADMIN,
        Role.ANALYST,
        Role.AUDITOR,
        Role.CALL_CENTRE,
        Role.DIRECTORATE,
        Role.OFFICIAL,
        Role.INTAKE,
    }
)
"""The roles of people who have a personal token."""

OPEN: frozenset[Role] = frozenset()
"""No token is asked for."""
_ALL = frozenset(Role)
_K, _A, _R, _H, _C, _B = Role.KIOSK, Role.AGENT, Role.RECEPTION, Role.HEAD, Role.COUNTER, Role.BOARD
_BOSS = frozenset({Role.HEAD, Role.ADMIN})
_BOOKING = frozenset({_R, _H, Role.ADMIN, Role.CALL_CENTRE})
_FOLLOWING = frozenset({_A, _R, _H, Role.ADMIN, Role.CALL_CENTRE, Role.DIRECTORATE})
_ASKED = frozenset({_A, _R, _H, Role.ADMIN, Role.CALL_CENTRE})
_SERVING = frozenset({_A})

TABLE: Mapping[tuple[str, str], frozenset[Role]] = {
    ("GET", "/hall"): _ALL,
    ("GET", "/brand/{ground}"): OPEN,
    ("POST", "/visits"): frozenset({_K, _R, _H}),
    ("GET", "/visits"): frozenset({_K, _A, _R, _H, Role.ADMIN}),
    ("POST", "/visits/hand-in"): frozenset({_K}),
    ("POST", "/paper/numbers"): _BOSS,
    ("POST", "/paper/void"): _BOSS,
    ("POST", "/paper/tickets"): _BOSS,
    ("GET", "/visits/handed-in"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("POST", "/visits/served-on-paper"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("GET", "/visits/of-day"): _BOSS | {Role.AUDITOR},
    ("GET", "/visits/{visit}/story"): _BOSS | {Role.AUDITOR},
    ("GET", "/visits/by-code"): frozenset({_K, _R}),
    ("GET", "/reception"): frozenset({_R, _H, Role.ADMIN}),
    ("POST", "/visits/find"): frozenset({_R, _H, Role.ADMIN}),
    ("POST", "/visits/unlink"): frozenset({_R, _H}),
    ("POST", "/visits/{visit}/service"): frozenset({_R, _H, Role.ADMIN}),
    ("GET", "/visits/{visit}/ticket"): frozenset({_K, _R, _H}),
    ("POST", "/visits/{visit}/ticket"): frozenset({_R, _H}),
    ("GET", "/visits/{visit}"): frozenset({_K, _A, _R, _H, Role.ADMIN, Role.AUDITOR}),
    ("POST", "/visits/{visit}/cancel"): frozenset({_K, _R, _H, Role.ADMIN}),
    ("POST", "/visits/{visit}/undo"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("POST", "/visits/{visit}/reinstate"): frozenset({_K, _A, _R, _H}),
    ("POST", "/visits/{visit}/bring-back"): frozenset({_R, _H, Role.ADMIN}),
    ("POST", "/visits/{visit}/lane"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("POST", "/visits/group"): frozenset({_R, _H}),
    ("GET", "/visits/{visit}/why"): frozenset({_A, _R, _H, Role.ADMIN, Role.AUDITOR}),
    ("GET", "/returns/{code}"): frozenset({_K, _A, _R, _H}),
    ("GET", "/visits/{visit}/return-slip"): frozenset({_K, _A, _R, _H}),
    ("POST", "/visits/{visit}/return-slip"): frozenset({_A, _R, _H}),
    ("GET", "/visits/by-number"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("POST", "/returns/{code}/check-in"): frozenset({_K, _R, _H}),
    ("GET", "/lanes"): frozenset({_A, _R, _H, Role.ADMIN, Role.ANALYST}),
    ("POST", "/lanes/{lane}/head-start"): _BOSS,
    ("POST", "/visits/{visit}/phone"): frozenset({_K, _R}),
    ("POST", "/visits/{visit}/prints"): frozenset({_K, _R}),
    ("POST", "/appointments"): _BOOKING,
    ("GET", "/appointments"): _BOOKING,
    ("GET", "/appointments/{number}"): _BOOKING | {_K},
    ("POST", "/appointments/{number}/check-in"): frozenset({_K, _R, _H}),
    ("POST", "/appointments/{number}/cancel"): _BOOKING,
    ("POST", "/appointments/{number}/undo-cancel"): _BOOKING,
    ("POST", "/appointments/{number}/move"): _BOOKING,
    ("GET", "/appointments/{number}/phone"): frozenset({_R, _H, Role.CALL_CENTRE}),
    ("GET", "/officials"): _BOOKING | {Role.OFFICIAL},
    ("GET", "/officials/{official}/day"): _BOOKING | {Role.OFFICIAL},
    ("POST", "/officials/{official}/appointments"): _BOOKING,
    ("POST", "/officials/{official}/hours"): _BOSS,
    ("POST", "/officials/{official}/away"): _BOSS,
    ("POST", "/officials/{official}/away/{day}/take-back"): _BOSS,
    ("POST", "/devices/{device}/state"): frozenset({_K, _B, _C, _H, Role.ADMIN}),
    ("POST", "/devices/{device}/acts"): frozenset({_K, _B, _H, Role.ADMIN}),
    ("GET", "/devices/{device}/paper"): frozenset({_K, _H, Role.ADMIN}),
    ("GET", "/devices/{device}/prints"): frozenset({_K, _H, Role.ADMIN}),
    ("POST", "/devices/{device}/numbers"): frozenset({_K}),
    ("POST", "/devices/{device}/use"): frozenset({_K}),
    ("POST", "/devices/{device}/alive"): frozenset({_K, _B, _C, Role.TABLET}),
    ("POST", "/devices/{device}/token"): frozenset({_K, _B, _C, Role.TABLET}),
    ("GET", "/devices/{device}/alive"): frozenset({_K, _B, _C}),
    ("POST", "/devices/{device}/release"): frozenset({_K, _B, _C}),
    ("GET", "/devices/{device}/release/{version}/{system}/parts/{part}"): frozenset({_K, _B, _C}),
    ("POST", "/devices/{device}/release/{version}/result"): frozenset({_K, _B, _C}),
    ("POST", "/devices/{device}/picture"): frozenset({_K, _B}),
    ("GET", "/devices/{device}/picture"): _BOSS,
    ("POST", "/devices/codes"): _BOSS,
    ("POST", "/devices/pair"): OPEN,
    ("POST", "/devices/pause"): _BOSS,
    ("POST", "/devices/{device}/name"): _BOSS,
    ("POST", "/devices/{device}/revoke"): _BOSS,
    ("GET", "/devices"): _BOSS,
    ("POST", "/counters/{n}/sign-in"): frozenset({_C, _R}),
    ("POST", "/counters/{n}/sign-out"): _BOSS | {_A},
    ("POST", "/counters/{n}/training"): frozenset({_C}),
    ("POST", "/counters/{n}/training/end"): frozenset({_C}),
    ("POST", "/counters/{n}/resume-work"): frozenset({_A, _H}),
    ("POST", "/counters/{n}/break"): _SERVING,
    ("GET", "/counters/{n}"): frozenset({_C, _A, _R, _H}),
    ("POST", "/counters/{n}/call-next"): _SERVING,
    ("POST", "/counters/{n}/call"): _SERVING,
    ("POST", "/counters/{n}/recall"): _SERVING,
    ("POST", "/counters/{n}/begin"): _SERVING,
    ("POST", "/counters/{n}/no-show"): _SERVING,
    ("POST", "/counters/{n}/return"): _SERVING,
    ("POST", "/counters/{n}/park"): _SERVING,
    ("POST", "/counters/{n}/walk-up"): _SERVING,
    ("POST", "/counters/{n}/resume"): _SERVING,
    ("POST", "/counters/{n}/transfer"): _SERVING,
    ("POST", "/counters/{n}/finish"): _SERVING,
    ("POST", "/requests"): frozenset({_R, _H, Role.ADMIN, Role.CALL_CENTRE, Role.INTAKE}),
    ("GET", "/requests"): _FOLLOWING,
    ("GET", "/requests/{number}"): _FOLLOWING,
    ("GET", "/requests/{number}/receipt"): frozenset({_K, _A, _R, _H, Role.ADMIN}),
    ("POST", "/requests/{number}/receipt"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("POST", "/requests/{number}/phone"): frozenset({_A, _R, _H, Role.ADMIN, Role.CALL_CENTRE, Role.INTAKE}),
    ("GET", "/requests/{number}/phone"): frozenset({_R, _H, Role.ADMIN, Role.CALL_CENTRE}),
    ("POST", "/requests/{number}/told"): frozenset({_A, _R, _H, Role.ADMIN, Role.CALL_CENTRE}),
    ("POST", "/requests/{number}/refer"): frozenset({_A, _R, _H, Role.ADMIN}),
    ("POST", "/requests/{number}/reply"): frozenset({_A, _H, Role.ADMIN, Role.DIRECTORATE}),
    ("POST", "/requests/{number}/decide"): frozenset({_A, _H, Role.ADMIN}),
    ("POST", "/requests/{number}/withdraw"): frozenset({_A, _H, Role.ADMIN}),
    ("POST", "/enquiries"): _ASKED,
    ("GET", "/enquiries"): _ASKED | {Role.ANALYST},
    ("POST", "/enquiries/{enquiry}/hand-on"): _ASKED,
    ("POST", "/enquiries/{enquiry}/answer"): _ASKED,
    ("POST", "/enquiries/{enquiry}/confirm"): _ASKED,
    ("POST", "/enquiries/{enquiry}/phone"): _ASKED,
    ("GET", "/enquiries/{enquiry}/phone"): _ASKED,
    ("GET", "/working-days"): _FOLLOWING | {Role.ANALYST},
    ("POST", "/holidays"): _BOSS,
    ("POST", "/holidays/{day}/take-back"): _BOSS,
    ("POST", "/hijri-offset"): _BOSS,
    ("POST", "/counters/{n}/continue"): _SERVING,
    ("POST", "/counters/{n}/help"): _SERVING,
    ("POST", "/counters/{n}/help-over"): frozenset({_A, _H}),
    ("POST", "/counters/{n}/stop-auto-call"): _SERVING,
    ("POST", "/calls/repeat"): frozenset({_K, _R, _H}),
    ("GET", "/board"): frozenset({_B, _K, _H, _A}),
    ("GET", "/queues"): frozenset({_B, _K, _A, _R, _H, Role.ADMIN, Role.ANALYST}),
    ("GET", "/outlook"): _BOSS | {Role.ANALYST},
    ("GET", "/outlook/score"): _BOSS | {Role.ANALYST},
    ("GET", "/waits"): _BOSS | {Role.ANALYST},
    ("GET", "/plan"): _BOSS | {Role.ANALYST},
    ("GET", "/plan.csv"): _BOSS | {Role.ANALYST},
    ("GET", "/corrections"): _BOSS,
    ("POST", "/visits/{visit}/corrections"): _BOSS,
    ("POST", "/visits/{visit}/corrections/undo"): _BOSS,
    ("GET", "/trust"): _BOSS,
    ("GET", "/agents/me/figures"): _SERVING,
    ("GET", "/figures"): _BOSS | {Role.ANALYST},
    ("GET", "/figures.csv"): _BOSS | {Role.ANALYST},
    ("GET", "/figures.xlsx"): _BOSS | {Role.ANALYST},
    ("GET", "/figures.pdf"): _BOSS | {Role.ANALYST},
    ("GET", "/reports"): _BOSS | {Role.ANALYST},
    ("POST", "/reports/{report}/send"): _BOSS,
    ("GET", "/day"): _BOSS,
    ("GET", "/day/left"): _BOSS,
    ("GET", "/day/note"): _BOSS | {Role.ANALYST},
    ("POST", "/day/open"): _BOSS,
    ("POST", "/day/close"): _BOSS,
    ("POST", "/day/confirm-date"): _BOSS,
    ("GET", "/closures"): _BOSS,
    ("POST", "/closures"): _BOSS,
    ("POST", "/closures/check"): _BOSS,
    ("POST", "/closures/{closure}/end"): _BOSS,
    ("GET", "/moon"): _BOSS,
    ("POST", "/moon"): _BOSS,
    ("POST", "/moon/{act}/end"): _BOSS,
    ("GET", "/opening"): _BOSS,
    ("POST", "/opening/begin"): _BOSS,
    ("POST", "/opening/end"): _BOSS,
    ("POST", "/alerts/acknowledge"): _BOSS,
    ("GET", "/arrangements"): _BOSS | {Role.ANALYST},
    ("POST", "/arrangements/{arrangement}/undo"): _BOSS,
    ("POST", "/agents/{agent}/services"): _BOSS,
    ("POST", "/services/{service}/open"): _BOSS,
    ("POST", "/services/{service}/close"): _BOSS,
    ("POST", "/counters/{n}/reserve"): _BOSS,
    ("POST", "/notices"): _BOSS,
    ("GET", "/live"): frozenset({_B, _K, _C, _A, _R, _H, Role.ADMIN, Role.ANALYST}),
    ("GET", "/place"): OPEN,
    ("POST", "/place/survey"): OPEN,
    ("POST", "/place/complaint"): OPEN,
    ("POST", "/place/late"): OPEN,
    ("POST", "/place/in-time"): OPEN,
    ("POST", "/place/cancel"): OPEN,
    ("POST", "/place/undo-cancel"): OPEN,
    ("POST", "/complaints"): _ASKED,
    ("GET", "/complaints"): _BOSS,
    ("GET", "/complaints/{complaint}/state"): OPEN,
    ("POST", "/complaints/{complaint}/hand-on"): _BOSS,
    ("POST", "/complaints/{complaint}/answer"): _BOSS,
    ("POST", "/complaints/{complaint}/close"): _BOSS,
    ("POST", "/complaints/{complaint}/undo"): _BOSS,
    ("GET", "/counters/{n}/survey"): frozenset({Role.TABLET}),
    ("POST", "/counters/{n}/survey"): frozenset({Role.TABLET}),
    ("POST", "/session"): OPEN,
    ("POST", "/session/password"): OPEN,
    ("POST", "/session/confirm"): STAFF_ROLES - {Role.INTAKE},
    ("GET", "/sessions"): STAFF_ROLES - {Role.INTAKE},
    ("POST", "/sessions/{session}/end"): STAFF_ROLES - {Role.INTAKE},
    ("GET", "/settings"): _BOSS,
    ("POST", "/settings"): _BOSS,
    ("POST", "/settings/check"): _BOSS,
    ("POST", "/settings/{version}/undo"): _BOSS,
    ("GET", "/agents"): _BOSS,
    ("POST", "/agents"): _BOSS,
    ("POST", "/agents/{agent}/pin"): _BOSS,
    ("POST", "/agents/{agent}/end"): _BOSS,
    ("POST", "/counters/{n}/pin"): _SERVING,
    ("GET", "/accounts"): _BOSS,
    ("POST", "/accounts"): _BOSS,
    ("POST", "/accounts/first-password"): OPEN,
    ("POST", "/accounts/first-code"): OPEN,
    ("POST", "/accounts/me/password"): STAFF_ROLES - {Role.INTAKE},
    ("POST", "/accounts/{account}/invite-again"): _BOSS,
    ("POST", "/accounts/{account}/role"): _BOSS,
    ("POST", "/accounts/{account}/end"): _BOSS,
    ("POST", "/session/end"): STAFF_ROLES - {Role.INTAKE},
    ("GET", "/openapi.json"): OPEN,
    ("GET", "/healthz"): OPEN,
    ("GET", "/metrics"): OPEN,
}
"""Roles by method and path below `/api/v1`. `/metrics` looks at the caller's address itself."""


@dataclass(frozen=True)
class Caller:
    """Who asks: the role of the token and what the token is bound to.

    `name` goes into facts (a device id, an agent, a person); `scope` is the token's hash.
    """

    role: Role
    name: str
    scope: str
    counter: int | None = None
    session: str | None = None
    account: str | None = None
    """The sign-in name of who signed in with an account of his own; None for tokens, links and devices."""
    acted_at: datetime | None = None
    """When the session of an account last did something."""
    confirmed_at: datetime | None = None
    """When the owner of the account's session last gave the password."""

    @property
    def lasting_scope(self) -> str:
        """The scope, but for a device one that stays when its token is renewed: it may have two valid tokens."""
        return f"device {self.name}" if self.role in DEVICES else self.scope


NOBODY = "open"
"""The scope of idempotency keys that come without a token."""


def admit(caller: Caller, method: str, path: str) -> None:
    """Refuse the caller unless the table has his role for the path."""
    if caller.role not in TABLE[(method, path)]:
        raise RoleRefusedError(f"a token for {caller.role.value} may not {method} {path}")


def own_counter(caller: Caller, counter: int) -> None:
    """Refuse a counter PC, a tablet or an agent that asks for a counter that is not his."""
    if caller.role in {Role.COUNTER, Role.AGENT, Role.TABLET} and caller.counter != counter:
        raise RoleRefusedError(f"this token is for counter {caller.counter}, not for counter {counter}")


def own_device(caller: Caller, device: str) -> None:
    """Refuse a device that speaks for another one."""
    if caller.role not in _BOSS and caller.name != device:
        raise RoleRefusedError(f"this token may not speak for device {device}")


def scope_of(caller: Caller, settings: HallSettings) -> PartnerScope | None:
    """Return what the caller may see where he works for a partner; None for everybody else."""
    if caller.role not in {Role.AGENT, Role.COUNTER} or caller.counter is None:
        return None
    agent = AgentId(caller.name) if caller.role is Role.AGENT else None
    return partner_scope(settings, CounterId(caller.counter), agent)
