"""The hall's own outbox to the centre: what the engine ended is what the centre holds, whatever was in between."""

from __future__ import annotations

import random
import shutil
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from central.store.tables.halls import quarantine, visit
from central.store.tables.satisfaction import survey
from contracts.words.hall import Outcome
from contracts.words.surveys import Face, SurveyWay
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.surveys.commands.give_survey import GiveSurvey, give_survey
from sync.fakes.hall import FakeClock
from sync.quarantine import QuarantineList
from sync.sender import Sender
from sync.uplink import HttpUplink
from sync.verify import differences
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.example_hall import NINE, TUESDAY
from tests.helpers.fault_proxy import FAULTS, fault_proxy
from tests.helpers.stored_hall import StoredHall

pytestmark = pytest.mark.dialect

ONE = CounterId(1)
SPAN = (TUESDAY - timedelta(days=2), TUESDAY + timedelta(days=2))


class Day:
    """A hall whose visitors are served, missed and sent away, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "hall.sqlite"
        self.hall = StoredHall(f"sqlite:///{self.file}")
        self.hall.run(sign_in, SignIn("s1", ONE, AgentId("said")))
        self._rng = random.Random(11)

    def visitors(self, count: int) -> set[str]:
        """Let `count` people come and go and return the visits that ended; one in three is missed and may return."""
        return {one for one in (self._one(number % 3) for number in range(count)) if one}

    def _one(self, kind: int) -> str | None:
        one = str(uuid.UUID(int=self._rng.getrandbits(128), version=4))
        self.hall.issue(visit=one)
        if kind == 0:
            self.hall.run(cancel, Cancel(VisitId(one), "head"))
            return one
        self.hall.run(call_next, CallNext(ONE))
        if kind == 1:
            self.hall.run(mark_no_show, MarkNoShow(ONE))
            return None
        self.hall.run(begin_serving, BeginServing(ONE))
        self.hall.run(finish, Finish(ONE, Outcome.REFERRED))
        for face in (Face.FAIR, Face.GOOD):  # the visitor thinks better of it
            self.hall.run(give_survey, GiveSurvey(VisitId(one), face, SurveyWay.PHONE))
        return one

    def name(self) -> str:
        """Return the hall's name at the centre."""
        return str(self.hall.store.settings().hall)

    def send(self, url: str, token: str) -> None:
        """Send all that waits, through whatever stands at `url`."""
        uplink = HttpUplink(url, self.name(), token)
        sender = Sender(
            self.hall.store.outbox,
            uplink,
            clock=FakeClock(datetime.now(UTC)),
            rng=random.Random(1),
            instance="machine-1",
            app="0.1.0",
            quarantine=QuarantineList(),
        )
        for _ in range(400):
            if not self.hall.store.outbox.state().unsent:
                break
            sender.step()
        uplink.close()
        assert self.hall.store.outbox.state().unsent == 0, sender.status

    def backup(self, to: Path) -> None:
        """Copy the hall's file as it lies on disk, with the hall stopped."""
        self.hall.store.close()
        shutil.copy(self.file, to)
        self.hall.reopen()

    def restore(self, copy: Path) -> None:
        """Put the copied file back, as a technician does with a new disk."""
        self.hall.store.close()
        for part in self.file.parent.glob("hall.sqlite*"):
            part.unlink()
        shutil.copy(copy, self.file)
        self.hall.reopen()


def held(centre: RunningCentre) -> dict[str, str]:
    with centre.engine.connect() as connection:
        assert connection.execute(select(quarantine.c.reason)).scalars().all() == []
        return {row.visit: row.state for row in connection.execute(select(visit.c.visit, visit.c.state))}


def agreed(day: Day, centre: RunningCentre, token: str) -> bool:
    uplink = HttpUplink(centre.url, day.name(), token)
    try:
        return differences(day.hall.store.outbox.day_digests(*SPAN), uplink.day_digests(*SPAN)) == ()
    finally:
        uplink.close()


def shortly_after() -> Callable[[], datetime]:
    return lambda: NINE + timedelta(hours=3)


@pytest.mark.allow_logs
def test_what_the_engine_ends_arrives_as_it_ended_through_every_fault(tmp_path: Path, centre_url: str) -> None:
    day, faults = Day(tmp_path), [*FAULTS, *FAULTS]
    random.Random(5).shuffle(faults)
    with running_centre(tmp_path / "centre", centre_url, now=shortly_after()) as centre:
        token = centre.enrol(day.name())
        ended: set[str] = set()
        with fault_proxy(centre.url, lambda: faults.pop() if faults else None) as proxy:
            while faults:
                ended |= day.visitors(15)
                day.send(proxy.url, token)
        found = held(centre)
        assert found.keys() == ended
        assert set(found.values()) == {"finished", "cancelled"}
        served = {one for one, state in found.items() if state == "finished"}
        with centre.engine.connect() as connection:
            answers = connection.execute(select(survey.c.visit, survey.c.face, survey.c.rev)).all()
        assert {tuple(row) for row in answers} == {(one, 4, 2) for one in served}
        assert agreed(day, centre, token)
    day.hall.store.close()


@pytest.mark.allow_logs
def test_a_hall_put_back_from_yesterdays_file_brings_every_new_visit(tmp_path: Path) -> None:
    day, copy = Day(tmp_path), tmp_path / "yesterday.copy"
    with running_centre(tmp_path / "centre", now=shortly_after()) as centre:
        token = centre.enrol(day.name())
        first = day.visitors(12)
        day.send(centre.url, token)
        day.backup(copy)
        lost_at_the_hall = day.visitors(30)
        day.send(centre.url, token)
        day.restore(copy)
        new = day.visitors(30)
        day.send(centre.url, token)
        assert held(centre).keys() == first | lost_at_the_hall | new
    day.hall.store.close()
