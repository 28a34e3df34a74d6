"""What the board shows: the large call, the list under it and the marks, from what is known; pure, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field

from contracts.queue.answers import BoardCall
from contracts.settings.hall_view import is_premium
from contracts.words.site_kinds import PREMIUM_HALL
from display_board.calls.announcing import Announcement
from display_board.calls.state import BoardState, CallKey, call_key


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call to show. `awaited`: its visitor has not come yet; `services`: names of the service, or of the room."""

    key: CallKey
    ticket: str
    counter: int
    services: dict[str, str]
    awaited: bool

    @property
    def visit(self) -> str:
        """Return the visit that is called."""
        return self.key[0]


@dataclass(frozen=True, slots=True)
class BoardInputs:
    """All that decides the screen. `page` counts up while more calls are awaited than there are rows.

    `numbers_only` leaves out services' names and notices, as every board of a premium hall does.
    """

    state: BoardState = field(default_factory=BoardState)
    announced: Announcement | None = None
    rows: int = 4
    page: int = 0
    online: bool | None = None
    refused: str | None = None
    numbers_only: bool = False

    @property
    def plain(self) -> bool:
        """Return whether numbers stand alone."""
        return self.numbers_only or (self.state.hall is not None and self.state.hall.site_kind == PREMIUM_HALL)


@dataclass(frozen=True, slots=True)
class NowCallingView:
    """One screen. `flash` names the announcement that the large call flashes for; None keeps it still.

    `mark` is `connecting`, `cut_off`, `refused`, `wrong_certificate` or empty.
    """

    hall_names: dict[str, str]
    large: CallLine | None
    flash: CallKey | None
    lines: tuple[CallLine, ...]
    pages: int
    notices: tuple[dict[str, str], ...]
    mark: str
    ministry: dict[str, str] = field(default_factory=dict)
    closed: bool = False
    """The hall is closed for today or suddenly: an old call is not shown large any more."""
    numbers_kept: bool = False
    """It is closed suddenly: who waits keeps the number."""

    @property
    def visible(self) -> frozenset[CallKey]:
        """Return every call on the screen."""
        return frozenset(line.key for line in (*self.lines, *((self.large,) if self.large else ())))


def derive_now_calling(inputs: BoardInputs) -> NowCallingView:
    """Return the screen for these inputs.

    Large is the call announced now, else the newest; the list has the calls still awaited, then the recent ones. When
    more are awaited than there are rows, the list turns its pages, so that each is seen.
    """
    state = inputs.state
    awaited = tuple(_line(inputs, call, awaited=True) for call in state.calls)
    recent = tuple(_line(inputs, call, awaited=False) for call in state.recent)
    suddenly = state.hall is not None and state.hall.closing is not None
    closed = suddenly or (state.hall is not None and state.hall.day.state == "closed")
    large = _large(inputs, awaited if closed else (*awaited, *recent))
    rest_awaited = tuple(line for line in awaited if large is None or line.visit != large.visit)
    rest_recent = tuple(line for line in recent if large is None or line.visit != large.visit)
    pages = max(1, -(-len(rest_awaited) // inputs.rows))
    begin = inputs.page % pages * inputs.rows
    return NowCallingView(
        hall_names=state.hall.names if state.hall else {},
        large=large,
        flash=call_key(inputs.announced.call) if inputs.announced else None,
        lines=(*rest_awaited, *rest_recent)[begin : begin + inputs.rows],
        pages=pages,
        notices=() if inputs.plain else state.notices,
        mark=_mark(inputs),
        ministry=state.hall.brand.ministry if state.hall else {},
        closed=closed,
        numbers_kept=suddenly,
    )


def _large(inputs: BoardInputs, lines: tuple[CallLine, ...]) -> CallLine | None:
    if inputs.announced is not None:
        call = inputs.announced.call
        return _line(inputs, call, awaited=any(other.visit == call.visit for other in inputs.state.calls))
    among = {line.visit for line in lines}
    calls = (call for call in (*inputs.state.calls, *inputs.state.recent) if call.visit in among)
    newest = max(calls, key=lambda call: call.called_at, default=None)
    return next((line for line in lines if newest is not None and line.visit == newest.visit), None)


def _line(inputs: BoardInputs, call: BoardCall, *, awaited: bool) -> CallLine:
    hall = inputs.state.hall
    services = hall.services if hall and not inputs.plain and not is_premium(hall, call.service) else ()
    names = next((service.names for service in services if service.code == call.service), {})
    return CallLine(call_key(call), call.ticket, call.counter, _room(inputs, call) or names, awaited)


def _room(inputs: BoardInputs, call: BoardCall) -> dict[str, str]:
    """Return the names of the official's room to which somebody is called; none where it is but a number."""
    counters = inputs.state.hall.counters if inputs.state.hall and not inputs.plain else ()
    names = next((one.names for one in counters if one.room and one.counter == call.counter), {})
    return names if any(letter.isalpha() for name in names.values() for letter in name) else {}


def _mark(inputs: BoardInputs) -> str:
    if inputs.refused:
        return "wrong_certificate" if inputs.refused == "certificate_refused" else "refused"
    if inputs.online:
        return ""
    return "cut_off" if inputs.state.hall is not None else "connecting"
