"""One command's view of the hall over one connection, with every store that use cases and routes ask for.

It never begins or commits: the command queue (or a reader) owns the transaction and the savepoint. The facts it
recorded are numbered within the savepoint, on from the newest, so the line has no gap: no fact is ever removed.
Listeners get them after the commit only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert

from contracts.centre.audit_kinds import AUDIT_KINDS
from contracts.live import FactMessage
from hall.composition.sql_stores import SqlStores
from hall.kernel.arrangement import Arrangement
from hall.kernel.facts import Fact, VisitFact
from hall.kernel.ids import VisitId
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings
from hall.platform.db.backup.leap import leap_over_numbers
from hall.platform.db.tables.core import fact as fact_table
from hall.platform.db.writer.fact_rows import fact_values, last_fact, message_of
from hall.queue.model.calling.out_of_order import out_of_order
from hall.queue.model.visit import Visit
from hall.queue.queries.visit_view import visit_view
from hall.queue.store.day_stores import SqlNumbers
from hall.queue.store.session_store import SqlSessions
from hall.queue.store.visit_store import SqlVisits

_INSERT = insert(fact_table)


class SqlWork(SqlStores):
    """Everything one command may see and change; `new_facts` are those it recorded, in order."""

    def __init__(
        self,
        connection: Connection,
        now: Moment,
        settings: HallSettings,
        change: Callable[[SqlWork, Mapping[str, object], str], HallSettings] | None = None,
    ) -> None:
        super().__init__(connection, now, settings)
        self._change = change
        self.new_facts: list[FactMessage] = []
        self._stages_stored: dict[VisitId, int] = {}

    @property
    def connection(self) -> Connection:
        """The connection, for the stores."""
        return self._connection

    @property
    def now(self) -> Moment:
        """The instant of this command."""
        return self._now

    @property
    def visits(self) -> SqlVisits:
        """The hall's visits. Kept here, the two would form a circle that only the garbage collector frees."""
        return SqlVisits(self._connection, self, self._stages_stored)

    @property
    def sessions(self) -> SqlSessions:
        """The open counter sessions."""
        return SqlSessions(self._connection, self.record)

    @property
    def numbers(self) -> SqlNumbers:
        """The running numbers."""
        return SqlNumbers(self._connection)

    @property
    def settings(self) -> HallSettings:
        """The hall's settings with the day's arrangements, the same for the whole command unless it calls `arrange`."""
        return self._settings

    @property
    def seq(self) -> int:
        """The number of the newest fact, this command's own included."""
        return last_fact(self._connection)

    def today(self) -> date:
        """Return the hall's service day: the one saved last, or the local date of a hall that never had one."""
        return self._days.latest_date() or self._now.at.astimezone(ZoneInfo(self._settings.time_zone)).date()

    def leap_over_numbers(self, days: set[date]) -> None:
        """Let the running numbers of these days go on at a full hundred; for commands in the queue only."""
        leap_over_numbers(self._connection, days)

    def arrange(self, arrangements: tuple[Arrangement, ...], by: str) -> None:
        """Keep these as the arrangements in force; for commands in the queue only."""
        self.change_settings({"arrangements": arrangements}, by)

    def change_settings(self, changes: Mapping[str, object], by: str) -> None:
        """Give these settings other values; for commands in the queue only."""
        if self._change is None:
            raise RuntimeError("a reader changes no settings")
        self._settings = self._change(self, changes, by)

    def record(self, fact: Fact) -> None:
        """Record a fact that belongs to no visit and no session (those record their own when stored)."""
        if isinstance(fact, VisitFact):
            visit = self.visits.get(fact.visit)
            self._record([fact], visit.service_day, visit)
        else:
            self._record([fact], self.today(), None)

    def visit_facts(self, visit: Visit, facts: Sequence[Fact]) -> None:
        """Record facts about the visit as it is now."""
        if facts:
            self._record(facts, visit.service_day, visit)
            self._keep_acts(facts, visit)

    def _keep_acts(self, facts: Sequence[Fact], visit: Visit) -> None:
        messages = self.new_facts[-len(facts) :]
        for fact, message in zip(facts, messages, strict=True):
            act = out_of_order(fact, visit, reinstate_max=self._settings.limits.reinstate_max)
            if act is not None and isinstance(fact, VisitFact):
                self.acts.keep(message.seq, message.service_day, message.at, fact, act)

    def _record(self, facts: Sequence[Fact], day: date, visit: Visit | None) -> None:
        view = visit_view(visit, notes=True) if visit is not None else None
        for fact in facts:
            seq = self._next_seq()
            message = message_of(fact, seq, day, self._now, view)
            self._connection.execute(_INSERT, fact_values(message, self._now))
            self.new_facts.append(message)
            if message.kind in AUDIT_KINDS:
                self.outbox.tell_audit(self._settings.hall, message)

    def _next_seq(self) -> int:
        return (self.new_facts[-1].seq if self.new_facts else self.seq) + 1
