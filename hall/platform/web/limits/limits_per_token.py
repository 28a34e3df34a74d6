"""How often one token may act, issue tickets, guess numbers and codes, and follow the hall: counted in memory.

Independent of the web framework; `middleware/token_quotas` asks here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hall.platform.refusals import TooManyTriesError
from hall.platform.web.limits.rate_limit import RateLimit

TICKETS = 60
"""In a minute: a kiosk prints one in two seconds at best."""
WRONG_LOOK_UPS = 10
"""In a minute, of numbers and codes that are nobody's."""
STREAMS = 20
"""Open at one time."""
COMMANDS = 120
"""In a minute, of a counter PC or an agent: fewer than half of it can be pressed."""
MESSAGES = 30
"""In ten minutes, of a counter PC or an agent: what reaches visitors' telephones (a number for the reply, a reply, a
decision) and numbers that somebody reads to call."""
FOLLOW_UPS = 60
"""In ten minutes, of a counter PC or an agent: requests whose number somebody types. The centre knows those of all
halls, with their replies."""
ROOMS = 10
"""In ten minutes, of a counter's new training rooms: to build one keeps the machine busy."""
WINDOW_S = 60.0
LONG_WINDOW_S = 600.0
STREAM_AGAIN_S = 5
_CHECK_INS = frozenset({("POST", "/returns/{code}/check-in"), ("POST", "/appointments/{number}/check-in")})
ISSUES = _CHECK_INS | {("POST", "/visits"), ("POST", "/counters/{n}/walk-up")}
LOOKS_UP = _CHECK_INS | {
    ("GET", "/requests/{number}"),
    ("GET", "/visits/by-code"),
    ("GET", "/returns/{code}"),
    ("GET", "/appointments/{number}"),
    ("POST", "/appointments/{number}/cancel"),
    ("POST", "/appointments/{number}/undo-cancel"),
    ("POST", "/appointments/{number}/move"),
}
"""Paths whose number or code could be guessed."""
MESSAGE_PATHS = frozenset(
    {
        ("POST", "/requests/{number}/phone"),
        ("POST", "/requests/{number}/reply"),
        ("POST", "/requests/{number}/decide"),
        ("POST", "/enquiries/{enquiry}/phone"),
    }
)
"""What makes the hall write or call to a number that somebody typed."""
PHONE_NUMBER_PATHS = frozenset(
    {
        ("GET", "/requests/{number}/phone"),
        ("GET", "/enquiries/{enquiry}/phone"),
        ("GET", "/appointments/{number}/phone"),
    }
)
FOLLOW_UP_PATHS = frozenset({("GET", "/requests/{number}")})
TRAINING_PATHS = frozenset({("POST", "/counters/{n}/training")})


def counter_alert_name(counter: int) -> str:
    """Return the name under which the alert for an agent who is slowed down finds the PC of his counter."""
    return f"counter {counter}"


class Quotas:
    """Counts by token; belongs to the event loop. `exceeded` hears the name of each caller who is slowed down."""

    def __init__(self, exceeded: Callable[[str], None], *, limited: bool = True) -> None:
        """Count, but refuse nothing unless `limited`."""
        self._exceeded = exceeded
        self._limited = limited
        self._wrong = RateLimit(WRONG_LOOK_UPS, WINDOW_S)
        self._commands = RateLimit(COMMANDS, WINDOW_S)
        self._by_path = (
            (ISSUES, RateLimit(TICKETS, WINDOW_S)),
            (TRAINING_PATHS, RateLimit(ROOMS, LONG_WINDOW_S)),
        )
        # A directorate or a call centre may do more of it in its ordinary work.
        self._by_path_at_counter = (
            (MESSAGE_PATHS, RateLimit(MESSAGES, LONG_WINDOW_S)),
            (PHONE_NUMBER_PATHS, RateLimit(MESSAGES, LONG_WINDOW_S)),
            (FOLLOW_UP_PATHS, RateLimit(FOLLOW_UPS, LONG_WINDOW_S)),
        )
        self._streams: Counter[str] = Counter()

    def count(self, token: str, name: str, request: tuple[str, str], now_s: float, *, at_counter: bool = False) -> None:
        """Count a request (method and path of the contract) of a token; raise TooManyTriesError where it is too many.

        `now_s` are monotonic seconds; `at_counter`: an agent or a counter PC asks.
        """
        if not self._limited:
            return
        with self._reporting(name):
            if at_counter and request[0] == "POST":
                self._commands.count(token, now_s)
            limits = (*self._by_path, *self._by_path_at_counter) if at_counter else self._by_path
            for paths, limit in limits:
                if request in paths:
                    limit.count(token, now_s)
            if request in LOOKS_UP:  # last: what is refused before it counts as no guess
                self._wrong.count(token, now_s)

    def take_back(self, token: str, request: tuple[str, str]) -> None:
        """Forget a look-up that found something: only wrong ones are to be slowed down."""
        if self._limited and request in LOOKS_UP:
            self._wrong.take_back(token)

    def check_stream(self, token: str, name: str) -> None:
        """Raise TooManyTriesError when a token follows the hall on as many streams as it may."""
        if self._limited and self._streams[token] >= STREAMS:
            with self._reporting(name):
                raise TooManyTriesError(
                    f"{STREAMS} event streams of this token are open; close one", retry_after_s=STREAM_AGAIN_S
                )

    @contextmanager
    def stream(self, token: str) -> Iterator[None]:
        """Count an open event stream."""
        self._streams[token] += 1
        try:
            yield
        finally:
            self._streams[token] -= 1
            if not self._streams[token]:
                del self._streams[token]

    @contextmanager
    def _reporting(self, name: str) -> Iterator[None]:
        try:
            yield
        except TooManyTriesError:
            self._exceeded(name)
            raise
