"""Whether advice was followed, and what its hour brought, equal hand-written SQL, on both databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import bindparam, text

from contracts.waits.outlook import AdviceKind
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.day.commands.move_agent import MoveAgent, move_agent
from hall.kernel.ids import AgentId, CounterId
from hall.platform.db.column_types import Instant
from hall.waits.model.advice_ports import GivenAdvice
from tests.helpers.example_hall import ENQUIRIES, LANDS, NINE, TUESDAY
from tests.helpers.lived_days import LivedDays
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

ONE = GivenAdvice(
    "1", NINE + timedelta(minutes=40), TUESDAY, AdviceKind.OPEN_COUNTER, "L", 1, None, ("L",), 5, 10, 15, 60
)
TARGETS = {"L": 300.0, "H": 600.0, "Q": 240.0}
SECONDS = {
    "sqlite": "86400 * (julianday(first_called_at) - julianday(stage.issued_at))",
    "postgresql": "extract(epoch FROM first_called_at - stage.issued_at)",
}
BY_HAND = """
SELECT count(*), sum(CASE WHEN {waited} <= CASE stage.service WHEN 'L' THEN 300 WHEN 'H' THEN 600 ELSE 240 END
                          THEN 1 ELSE 0 END)
FROM stage JOIN visit ON visit.id = stage.visit
WHERE stage.issued_at <= :until AND (visit.ticket <> '' OR stage.position > 0)
  AND NOT (stage.state = 'cancelled' AND first_called_at IS NULL)
  AND (stage.issued_at >= :at OR first_called_at > :at
       OR (first_called_at IS NULL AND (stage.ended_at IS NULL OR stage.ended_at > :at)))
"""


def test_what_the_hour_brought(stored_hall: StoredHall) -> None:
    LivedDays(stored_hall).day(0, visits=40)
    until = ONE.at + timedelta(hours=1)
    found = stored_hall.ask(lambda work, _now: work.advice.hour(ONE, until, TARGETS))
    statement = BY_HAND.format(waited=SECONDS[stored_hall.store.engine.dialect.name])
    values = {"at": ONE.at, "until": until}
    typed = text(statement).bindparams(*(bindparam(name, type_=Instant) for name in values))
    with stored_hall.store.engine.connect() as connection:
        assert tuple(connection.execute(typed, values).one()) == found
    assert found[0] > 5
    assert 0 < found[1] < found[0]


def test_who_did_it_in_time_followed_it(stored_hall: StoredHall) -> None:
    stored_hall.issue()
    advice = replace(ONE, at=stored_hall.clock.at)
    until = advice.at + timedelta(minutes=15)
    assert stored_hall.ask(lambda work, _now: work.advice.done_at(advice, until)) is None
    stored_hall.run(sign_in, SignIn("s3", CounterId(3), AgentId("rashid")))
    assert stored_hall.ask(lambda work, _now: work.advice.done_at(advice, until)) is None, "another counter"
    stored_hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    assert stored_hall.ask(lambda work, _now: work.advice.done_at(advice, until)) == stored_hall.clock.at
    moved = replace(advice, kind=AdviceKind.MOVE_AGENT, agent="rashid", counter=3, services=("L", "Q"))
    assert stored_hall.ask(lambda work, _now: work.advice.done_at(moved, until)) is None
    stored_hall.run(move_agent, MoveAgent("a1", AgentId("rashid"), (ENQUIRIES, LANDS), "noor"))
    assert stored_hall.ask(lambda work, _now: work.advice.done_at(moved, until)) == stored_hall.clock.at
    assert stored_hall.ask(lambda work, _now: work.advice.done_at(moved, advice.at)) is None, "too late"


def test_what_is_kept_comes_back_with_its_outcome(stored_hall: StoredHall) -> None:
    stored_hall.do(lambda work, _now: work.advice.save(ONE))
    assert stored_hall.ask(lambda work, _now: work.advice.unscored(ONE.at)) == []
    assert stored_hall.ask(lambda work, _now: work.advice.unscored(ONE.at + timedelta(seconds=1))) == [ONE]
    assert stored_hall.ask(lambda work, _now: work.advice.newest(ONE.kind, "L", 1, NINE)) == ONE
    assert stored_hall.ask(lambda work, _now: work.advice.newest(ONE.kind, "L", 2, NINE)) is None
    scored = replace(ONE, followed_at=NINE, visitors=9, within=7, scored=True)
    stored_hall.do(lambda work, _now: work.advice.save(scored))
    assert stored_hall.ask(lambda work, _now: work.advice.unscored(ONE.at + timedelta(days=9))) == []
    assert stored_hall.ask(lambda work, _now: work.advice.between(TUESDAY, TUESDAY)) == [scored]
