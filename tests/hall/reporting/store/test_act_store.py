"""Moves out of order and an agent's own figures equal hand-written SQL over facts and stages, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from contracts.words.hall import OutOfOrderKind
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.kernel.ids import AgentId, CounterId
from hall.platform.db.column_types import Instant
from hall.reporting.queries.trust import Days, agent_figures, trust_view
from tests.helpers.example_hall import HOURS, NINE, TUESDAY
from tests.helpers.odd_day import live_an_odd_day
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

TODAY = Days(TUESDAY, TUESDAY, "day")
FACTS_BY_HAND = """
SELECT count(*) FROM fact WHERE
   (kind = 'visit_called' AND body LIKE '%"reason":"%')
   OR (kind = 'visit_transferred' AND body LIKE '%"position":"first"%') OR kind IN ('lane_changed', 'visit_walked_up')
   OR (kind = 'visit_reinstated' AND 2 <= (SELECT count(*) FROM fact AS earlier
        WHERE earlier.kind = 'visit_reinstated' AND earlier.visit = fact.visit AND earlier.seq < fact.seq))
"""
AGENT_BY_HAND = """
WITH own AS (
    SELECT stage.*, visit.ticket FROM stage JOIN visit ON visit.id = stage.visit
    WHERE visit.service_day = :day AND stage.agent = :agent
), served AS (
    SELECT served_s, row_number() OVER (ORDER BY served_s) AS place, count(*) OVER () AS many
    FROM own WHERE state = 'finished' AND begun_at IS NOT NULL
)
SELECT (SELECT count(*) FROM own WHERE NOT (position = 0 AND ticket = '')), (SELECT count(*) FROM served),
       (SELECT avg(served_s) FROM served),
       (SELECT avg(served_s) FROM served WHERE place IN ((many + 1) / 2, (many + 2) / 2)),
       (SELECT count(*) FROM own WHERE state = 'no_show')
"""


@pytest.fixture
def odd(stored_hall: StoredHall) -> StoredHall:
    live_an_odd_day(stored_hall)
    return stored_hall


def test_late_starts_are_those_of_the_facts(stored_hall: StoredHall) -> None:
    stored_hall.do(lambda work, _now: work.change_settings({"hours": HOURS}, "head"))
    said, badriya = (SignIn(f"s{n}", CounterId(n), AgentId(agent)) for n, agent in ((1, "said"), (2, "badriya")))
    stored_hall.clock.set_wall(NINE - timedelta(minutes=90))  # as the counters open
    stored_hall.run(sign_in, badriya)
    stored_hall.clock.set_wall(NINE)
    for again in range(2):
        stored_hall.run(sign_in, replace(said, session=f"again-{again}"))
        stored_hall.run(sign_out, SignOut(said.counter, "said"))
    late = text("SELECT agent, counter, at FROM fact WHERE kind = 'started_late' ORDER BY seq")
    told = stored_hall.ask(lambda work, _now: [tuple(row) for row in work.connection.execute(late.columns(at=Instant))])
    view = stored_hall.ask(lambda work, now: trust_view(TODAY, source=work.acts, settings=work.settings, at=now.at))
    assert [(one.agent, one.counter, one.at) for one in view.late] == told
    assert [agent for agent, *_ in told] == ["said"], "once, and nobody who came in time"


def test_every_kind_of_move_is_kept_once_beside_its_fact(odd: StoredHall) -> None:
    view = odd.ask(lambda work, now: trust_view(TODAY, source=work.acts, settings=work.settings, at=now.at))
    assert {act.kind for act in view.acts} == set(OutOfOrderKind) - {OutOfOrderKind.PRIORITY_TAKEN_BACK}
    assert [act.at for act in view.acts] == sorted((act.at for act in view.acts), reverse=True)
    with odd.store.engine.connect() as connection:
        assert connection.execute(text(FACTS_BY_HAND)).scalar_one() == len(view.acts) == 5
        kinds = connection.execute(text("SELECT count(*) FROM out_of_order JOIN fact ON fact.seq = out_of_order.seq"))
        assert kinds.scalar_one() == 5
    people = {one.by: (one.acts, one.called) for one in view.people}
    assert people == {"badriya": (2, 2), "reception-1": (2, 0), "said": (1, 2)}


@pytest.mark.parametrize("agent", ["said", "badriya", "rashid", "nobody"])
def test_an_agents_own_figures_are_those_of_hand_written_sql(odd: StoredHall, agent: str) -> None:
    own = odd.ask(lambda work, now: agent_figures(agent, TODAY, source=work.acts, at=now.at))
    day = TUESDAY.isoformat() if odd.store.engine.dialect.name == "sqlite" else TUESDAY
    with odd.store.engine.connect() as connection:
        found = connection.execute(text(AGENT_BY_HAND), {"day": day, "agent": agent}).one()
    assert (own.called, own.served, own.no_shows) == (found[0], found[1], found[4])
    for ours, theirs in ((own.serving_mean_s, found[2]), (own.serving_s, found[3])):
        assert (ours is None and theirs is None) or float(theirs) == pytest.approx(ours, abs=0.06)
    assert sum(one.served for one in own.services) == own.served
    assert all(act.by == agent for act in own.acts)


def test_another_day_has_nothing_of_it(odd: StoredHall) -> None:
    other = Days(TUESDAY - timedelta(days=9), TUESDAY - timedelta(days=1))
    view = odd.ask(lambda work, now: trust_view(other, source=work.acts, settings=work.settings, at=now.at))
    assert (view.people, view.acts, view.more) == ((), (), 0)
