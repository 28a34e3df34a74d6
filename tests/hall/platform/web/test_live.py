"""The live link over HTTP: first a snapshot or what was missed, then each fact; none lost, none twice."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
import requests
from sqlalchemy.exc import OperationalError

from contracts.codec.reader import from_json
from contracts.live import FactMessage, Snapshot
from hall.people.store.staff_store import ID_LENGTH
from hall.platform.live.hub import LiveHub
from hall.platform.security.authentication import REMEMBERED_S
from hall.platform.security.secret import token_hash
from hall.platform.web.routes import live
from tests.helpers.hall_in_a_thread import RunningHall, good, refused
from tests.helpers.sse_client import Event, Follower


@pytest.fixture
def hall(hall: RunningHall) -> RunningHall:
    """A hall whose day was opened by its first ticket, A001."""
    hall.issue()
    return hall


def follow(hall: RunningHall, token: str = "head", **options: str) -> Follower:
    return Follower(hall.base, hall.tokens.get(token, token), **options)


def kinds(events: Sequence[Event]) -> list[str]:
    return [event.data["kind"] for event in events]


def test_a_new_client_gets_a_snapshot_and_then_each_fact(hall: RunningHall) -> None:
    with follow(hall) as link:
        first = link.next()
        snapshot = from_json(Snapshot, first.data)
        assert first.kind == "snapshot"
        assert first.id == f"{snapshot.stream}:{snapshot.seq}"
        assert snapshot.queues is not None
        assert [queue.waiting for queue in snapshot.queues.services] == [1, 0]
        hall.issue()
        fact = link.next()
        message = from_json(FactMessage, fact.data)
        assert (fact.kind, message.kind, fact.seq) == ("fact", "visit_issued", snapshot.seq + 1)
        assert message.visit is not None
        assert message.visit.ticket == "A002"


def test_the_answer_is_an_event_stream_that_nobody_keeps(hall: RunningHall) -> None:
    with follow(hall) as link:
        assert link.answer.getheader("content-type", "").startswith("text/event-stream")
        assert link.answer.getheader("cache-control") == "no-store"


def test_what_was_missed_is_told_in_order_and_once(hall: RunningHall) -> None:
    with follow(hall) as link:
        last = link.next().id
        hall.issue()
        last = link.next().id
    missed = [hall.issue()["ticket"] for _ in range(5)]
    with follow(hall, last_event_id=last) as link:
        told = link.facts(5)
        missed.append(hall.issue()["ticket"])
        told.append(link.next())
    assert [event.data["visit"]["ticket"] for event in told] == missed
    assert [event.seq for event in told] == list(range(told[0].seq, told[0].seq + 6))


def test_since_is_the_same_by_a_number(hall: RunningHall) -> None:
    with follow(hall) as link:
        seq = link.next().seq
    hall.issue()
    with follow(hall, query=f"?since={seq}") as link:
        assert link.next().seq == seq + 1


def test_a_client_that_missed_nothing_gets_only_what_comes(hall: RunningHall) -> None:
    with follow(hall) as link:
        last = link.next().id
    with follow(hall, last_event_id=last) as link:
        hall.issue()
        assert link.next().data["visit"]["ticket"] == "A002"


@pytest.mark.allow_logs
@pytest.mark.parametrize(
    "last", ["another-stream:1", "{stream}:999999", "{stream}:-1", "nonsense", "{stream}:", "{stream}:" + "9" * 60]
)
def test_a_foreign_stream_and_an_impossible_number_get_a_snapshot(hall: RunningHall, last: str) -> None:
    hall.issue()
    with follow(hall, last_event_id=last.replace("{stream}", hall.hall.hub.stream)) as link:
        assert link.next().kind == "snapshot"


@pytest.mark.allow_logs
def test_an_invented_number_makes_no_ticket_number_leap(hall: RunningHall, caplog: pytest.LogCaptureFixture) -> None:
    with follow(hall, token="board", last_event_id=f"{hall.hall.hub.stream}:999999") as link:
        assert link.next().kind == "snapshot"
    assert hall.issue()["ticket"] == "A002"
    assert [text for text in caplog.messages if "999999" in text] == [
        "a client names fact 999999, which this hall does not have: it gets a new snapshot"
    ]
    assert requests.get(f"{hall.base}/healthz", timeout=10).json().get("reasons", []) == []


def test_a_number_before_this_service_day_gets_a_snapshot(hall: RunningHall) -> None:
    hall.issue()
    with follow(hall) as link:
        before = link.next().id
    good(hall.post("/day/close", "head"))
    hall.clock.move_on(days=1)
    good(hall.post("/day/open", "head"))
    hall.issue()
    with follow(hall, last_event_id=before) as link:
        first = link.next()
    assert first.kind == "snapshot"


def test_silence_is_broken_by_comments(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "COMMENT_EVERY_S", 0.02)
    with follow(hall) as link:
        link.next()
        assert [link.anything().kind for _ in range(3)] == ["comment"] * 3


def test_each_role_gets_its_own_snapshot(hall: RunningHall) -> None:
    agent = hall.sign_in()
    for token, parts in {
        "board": {"hall", "board", "queues"},
        "kiosk": {"hall", "board", "queues"},
        "counter2": {"hall", "workplace"},
        agent: {"hall", "board", "queues", "workplace"},
        "head": {"hall", "board", "queues"},
        "analyst": {"hall", "queues"},
    }.items():
        with follow(hall, token) as link:
            snapshot = link.next().data
        assert {name for name in ("hall", "board", "queues", "workplace") if snapshot[name] is not None} == parts


def test_board_and_kiosk_are_told_no_agent(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    with follow(hall, "board") as board, follow(hall, "kiosk") as kiosk:
        snapshots = [board.next().data, kiosk.next().data]
        good(hall.post("/counters/1/call-next", agent))
        facts = [board.next().data, kiosk.next().data]
    assert [fact["kind"] for fact in facts] == ["visit_called", "visit_called"]
    assert "salim" not in str(snapshots) + str(facts)
    assert "سالم" not in str(snapshots) + str(facts)


def test_the_board_hears_calls_and_not_what_agents_do(hall: RunningHall) -> None:
    with follow(hall, "board") as link:
        link.next()
        agent = hall.sign_in()
        hall.issue()
        good(hall.post("/counters/1/call-next", agent))
        good(hall.post("/counters/1/begin", agent))
        assert kinds(link.facts(2)) == ["visit_called", "visit_begun"]


def test_nothing_is_lost_or_doubled_while_clients_come_and_go(hall: RunningHall) -> None:
    with follow(hall) as link:
        first = link.next()
    issuing = threading.Thread(target=lambda: [hall.issue() for _ in range(60)])
    issuing.start()
    seen: list[int] = []
    last = first.id
    while len(seen) < 60:
        with follow(hall, last_event_id=last) as link:
            told = link.facts(min(7, 60 - len(seen)))
        assert kinds(told) == ["visit_issued"] * len(told)
        seen += [event.seq for event in told]
        last = told[-1].id
    issuing.join()
    assert seen == list(range(first.seq + 1, first.seq + 61))


def test_a_client_that_lags_is_closed_and_resumes(hall: RunningHall, monkeypatch: pytest.MonkeyPatch) -> None:
    hub: LiveHub = hall.hall.hub
    monkeypatch.setattr(hub, "_backlog", 0)
    with follow(hall) as link:
        last = link.next().id
        hall.issue()
        assert [event for event in link.rest() if event.kind == "fact"] == []
    monkeypatch.undo()
    with follow(hall, last_event_id=last) as link:
        assert link.next().kind == "fact"


def test_a_client_that_left_is_forgotten(hall: RunningHall) -> None:
    links = [follow(hall) for _ in range(3)]
    assert [link.next().kind for link in links] == ["snapshot"] * 3
    assert hall.hall.hub.links == 3
    for link in links:
        link.close()
    # The hall notices when it next writes to them.
    for _ in range(200):
        hall.issue()
        if hall.hall.hub.links == 0:
            break
    assert hall.hall.hub.links == 0


def test_a_database_that_is_away_ends_the_link_without_noise(
    hall: RunningHall, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("SELECT 1", {}, Exception("disk I/O error"))

    with follow(hall) as link:
        link.next()
    monkeypatch.setattr(hall.hall.store.reads, "read", away)
    with follow(hall) as link:
        assert link.rest() == []


def test_the_link_of_a_withdrawn_device_ends(hall: RunningHall) -> None:
    with follow(hall, "kiosk") as link:
        link.next()
        assert hall.post(f"/devices/{hall.devices['kiosk']}/revoke", "admin").status_code == 204
        assert [event for event in link.rest() if event.kind == "fact"] == []


def test_the_link_of_a_session_ends_with_it(hall: RunningHall) -> None:
    agent = hall.sign_in()
    with follow(hall, agent) as link:
        link.next()
        assert hall.post("/counters/1/sign-out", agent).status_code == 204
        assert len(link.rest()) <= 1


def test_the_link_of_a_browser_ends_when_it_signs_out(hall: RunningHall) -> None:
    browser = requests.Session()
    browser.post(f"{hall.base}/api/v1/session", json={"token": hall.tokens["head"]}, timeout=60)
    with browser.get(f"{hall.base}/api/v1/live", stream=True, timeout=60) as link:
        lines = link.iter_lines()
        next(lines)
        browser.post(f"{hall.base}/api/v1/session/end", json={}, headers={"Origin": hall.base}, timeout=60)
        assert [line for line in lines if b"visit_issued" in line] == []


def test_a_token_that_another_process_withdrew_is_gone_from_every_link_within_five_seconds(hall: RunningHall) -> None:
    assert REMEMBERED_S + live.COMMENT_EVERY_S <= 5
    with follow(hall, "head") as link:
        link.next()
        token_id = token_hash(hall.tokens["head"])[:ID_LENGTH]
        hall.hall.store.commands.run(lambda work, _now: work.staff.revoke(token_id)).result()
        hall.clock.move_on(seconds=REMEMBERED_S)
        assert [event for event in link.rest() if event.kind == "fact"] == []


def test_the_link_is_not_for_everybody(hall: RunningHall) -> None:
    refused(hall.get("/live", "auditor"), "role_refused", 403)
    refused(hall.get("/live"), "token_missing", 401)
