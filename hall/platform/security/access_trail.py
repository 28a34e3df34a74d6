"""What the audit facts say of who asks: readings of personal data, files of figures, and refusals counted by minute."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence

from hall.kernel.facts import AccessRefused, DataExported, Fact, PersonalDataRead
from hall.kernel.moment import Moment
from hall.kernel.ports import RecordsFacts
from hall.platform.security.access import DEVICES, Caller
from hall.platform.store_ports import Store

EXPORTS: Mapping[tuple[str, str], str] = {
    ("GET", "/figures.csv"): "figures.csv",
    ("GET", "/figures.xlsx"): "figures.xlsx",
    ("GET", "/figures.pdf"): "figures.pdf",
    ("GET", "/plan.csv"): "plan.csv",
    ("POST", "/reports/{report}/send"): "report",
}
"""Paths that give a file away: each use is a fact."""
READINGS: Mapping[tuple[str, str], str] = {
    ("GET", "/requests"): "requests",
    ("GET", "/requests/{number}"): "requests",
    ("GET", "/enquiries"): "enquiries",
    ("GET", "/complaints"): "complaints",
    ("GET", "/appointments"): "appointments",
    ("GET", "/appointments/{number}"): "appointments",
    ("GET", "/officials/{official}/day"): "appointments",
    ("GET", "/accounts"): "accounts",
}
"""Paths that show names or what people wrote; telephone numbers and stories of visits have other kinds of facts."""
HOUR_S = 3600.0
MOST_REMEMBERED = 1_000
"""Readers whose last reading is remembered."""
MOST_COUNTED = 100
"""Callers whose refusals are counted apart within a minute; the rest are one count."""
OTHERS = "others"


class AccessTrail:
    """Says which uses are facts, and counts refusals until `take_refusals`. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read: OrderedDict[tuple[str, str], float] = OrderedDict()
        self._refused: Counter[tuple[str, str, str]] = Counter()

    def fact_of(self, caller: Caller, row: tuple[str, str], now: Moment) -> Fact | None:
        """Return the fact that an answered request leaves, or None; once it is stored, call `remember`."""
        by, role = caller.account or caller.name, caller.role.value
        if row in EXPORTS:
            return DataExported(by, role, EXPORTS[row])
        if row in READINGS and caller.role not in DEVICES and self._is_first(caller.scope, READINGS[row], now):
            return PersonalDataRead(by, role, READINGS[row])
        return None

    def remember(self, caller: Caller, row: tuple[str, str], now: Moment) -> None:
        """Keep that the fact of this reading is stored: for an hour the next readings leave none."""
        if row not in READINGS:
            return
        key = (caller.scope, READINGS[row])
        with self._lock:
            self._read[key] = now.monotonic_ns / 1e9
            self._read.move_to_end(key)
            if len(self._read) > MOST_REMEMBERED:
                self._read.popitem(last=False)

    def count_refusal(self, code: str, *, role: str, by: str) -> None:
        """Count a request that was refused for who asks or how often."""
        key = (by, role, code)
        with self._lock:
            if key not in self._refused and len(self._refused) >= MOST_COUNTED:
                key = (OTHERS, "", OTHERS)
            self._refused[key] += 1

    def take_refusals(self) -> Sequence[AccessRefused]:
        """Return what was counted since the last time."""
        with self._lock:
            counted, self._refused = self._refused, Counter()
        return [AccessRefused(*key, times) for key, times in counted.items()]

    def _is_first(self, scope: str, what: str, now: Moment) -> bool:
        """Say whether this is the caller's first reading of these data in an hour."""
        key, now_s = (scope, what), now.monotonic_ns / 1e9
        with self._lock:
            return now_s - self._read.get(key, -HOUR_S) >= HOUR_S


def tell_refusals(store: Store[RecordsFacts], trail: AccessTrail) -> int:
    """Make facts of the refusals that were counted and return how many; a task of the hall."""
    counted = trail.take_refusals()

    def tell(work: RecordsFacts, _now: Moment) -> None:
        for one in counted:
            work.record(one)

    if counted:
        store.commands.run(tell).result()
    return len(counted)
