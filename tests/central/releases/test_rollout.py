"""A release goes to one hall, then to chosen ones, then to all, and stops where it fails; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from central.errors import CentralError
from central.halls import registry
from central.halls.current_state import halls_now
from central.halls.heartbeats import note_heartbeat, note_live
from central.releases import files, rollout
from central.releases.overview import Rollout, rollouts
from central.releases.plan import ALL, CHOSEN, Plan
from common.releases.signature import read_public_keys
from contracts.centre.sync_api import Heartbeat, LiveFigures
from contracts.releases import ReleaseResult
from contracts.words.releases import ReleaseState
from tests.helpers.releases import SYSTEM, make_release_keys, small_release

NOW = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
HALLS = {"1": "muscat", "2": "muscat", "3": "dhofar", "4": "wusta"}
PLAN = Plan("1", halls=("2",), governorates=("dhofar",))
NEW = "0.3.0"


@pytest.fixture(autouse=True)
def release(engine: Engine, tmp_path: Path) -> None:
    for hall, governorate in HALLS.items():
        registry.add_hall(engine, hall, {"en": f"Hall {hall}"}, now=NOW)
        note_live(engine, hall, LiveFigures(NOW, governorate=governorate), now=NOW)
        note_heartbeat(engine, hall, Heartbeat(0, app="0.2.0+abc"), now=NOW)
    add(engine, tmp_path, NEW)


def add(engine: Engine, folder: Path, version: str) -> None:
    keys = read_public_keys(make_release_keys(folder)[1])
    files.add_file(engine, folder / files.FOLDER, small_release(folder, version), keys, by="salim", now=NOW)


def publish(engine: Engine, plan: Plan = PLAN, version: str = NEW) -> None:
    rollout.publish(engine, version, plan, by="salim", now=NOW)


def told(engine: Engine, hall: str, state: ReleaseState, problem: str = "", *, after_min: int = 0) -> None:
    at = NOW + timedelta(minutes=after_min)
    rollout.note_result(engine, hall, NEW, ReleaseResult(state, at, problem), now=at)


def next_group(engine: Engine, group: int) -> None:
    rollout.open_group(engine, NEW, group, by="salim", now=NOW)


def who_gets_it(engine: Engine, version: str = NEW) -> str:
    offers = {hall: rollout.offered(engine, hall, SYSTEM) for hall in HALLS}
    return "".join(hall for hall, offer in offers.items() if offer is not None and offer.version == version)


def shown(engine: Engine) -> Rollout:
    return rollouts(engine, halls_now(engine, now=NOW))[0]


def states(engine: Engine) -> str:
    return " ".join(f"{one.hall.hall}:{one.state}" for one in shown(engine).halls)


def refusal(call: object) -> str:
    with pytest.raises(CentralError) as refused:
        call()  # type: ignore[operator]
    return refused.value.code


def test_the_groups_get_it_one_after_the_other(engine: Engine) -> None:
    assert who_gets_it(engine) == ""
    publish(engine)
    assert who_gets_it(engine) == "1"
    assert refusal(lambda: next_group(engine, CHOSEN)) == "first_hall_waits"
    told(engine, "1", ReleaseState.DOWNLOADED, "the service day is not closed")
    assert states(engine) == "1:downloaded 2:later 3:later 4:later"
    told(engine, "1", ReleaseState.UPDATED, after_min=10)
    next_group(engine, CHOSEN)
    assert who_gets_it(engine) == "123"
    assert refusal(lambda: next_group(engine, CHOSEN)) == "group_wrong", "a second press goes no further"
    note_heartbeat(engine, "3", Heartbeat(0, app=NEW), now=NOW)
    assert states(engine) == "1:updated 2:waiting 3:updated 4:later"
    next_group(engine, ALL)
    assert who_gets_it(engine) == "1234"
    assert shown(engine).next_group is None


def test_a_plan_without_chosen_halls_goes_from_the_first_hall_to_all(engine: Engine) -> None:
    publish(engine, Plan("2"))
    note_heartbeat(engine, "2", Heartbeat(0, app=NEW), now=NOW)
    assert shown(engine).next_group == ALL
    next_group(engine, ALL)
    assert who_gets_it(engine) == "1234"


def test_a_failure_in_one_hall_stops_it_for_all(engine: Engine) -> None:
    publish(engine)
    told(engine, "1", ReleaseState.FAILED, "it did not come up")
    assert who_gets_it(engine) == ""
    assert (shown(engine).state, shown(engine).reason) == ("stopped", "1: it did not come up")
    assert states(engine).startswith("1:failed")
    publish(engine, Plan("2"))
    told(engine, "2", ReleaseState.UPDATED)
    next_group(engine, ALL)
    told(engine, "1", ReleaseState.FAILED, "it did not come up")
    assert shown(engine).state == "rolling", "the same failure, told again, is old"
    told(engine, "1", ReleaseState.FAILED, "it did not come up", after_min=30)
    assert shown(engine).state == "stopped"


def test_an_old_failure_does_not_stop_a_version_that_was_removed_and_added_again(
    engine: Engine, tmp_path: Path
) -> None:
    publish(engine, Plan("2"))
    told(engine, "2", ReleaseState.UPDATED)
    next_group(engine, ALL)
    told(engine, "1", ReleaseState.FAILED, "it did not come up")
    files.remove_release(engine, tmp_path / files.FOLDER, NEW, by="salim", now=NOW)
    add(engine, tmp_path, NEW)
    publish(engine)
    told(engine, "1", ReleaseState.FAILED, "it did not come up")
    assert shown(engine).state == "rolling", "a hall tells its newest failure each time it asks"
    assert states(engine) == "1:failed 2:later 3:later 4:later", "the first hall does not try the version again"
    told(engine, "1", ReleaseState.FAILED, "it did not come up", after_min=30)
    assert shown(engine).state == "stopped"


def test_a_release_that_failed_in_one_hall_is_given_again_to_the_groups_that_had_it(engine: Engine) -> None:
    publish(engine)
    assert refusal(lambda: rollout.change(engine, NEW, "retry", by="noor", now=NOW)) == "rollout_state"
    told(engine, "1", ReleaseState.UPDATED)
    next_group(engine, CHOSEN)
    told(engine, "3", ReleaseState.FAILED, "the machine lost its power")
    assert who_gets_it(engine) == ""
    rollout.change(engine, NEW, "retry", by="noor", now=NOW)
    assert who_gets_it(engine) == "123", "the plan and its groups are as before"
    assert (shown(engine).reason, shown(engine).reason_hall, shown(engine).reason_code) == ("", None, "")
    told(engine, "3", ReleaseState.FAILED, "the machine lost its power")
    assert shown(engine).state == "rolling", "the same failure, told again, is old"
    told(engine, "2", ReleaseState.FAILED, "it did not come up", after_min=30)
    assert (shown(engine).state, shown(engine).reason_hall) == ("stopped", "2")


def test_a_failure_that_is_told_while_it_is_paused_stops_it_too(engine: Engine) -> None:
    publish(engine)
    rollout.change(engine, NEW, "pause", by="salim", now=NOW)
    assert who_gets_it(engine) == ""
    told(engine, "1", ReleaseState.FAILED, "the disk is full")
    assert shown(engine).state == "stopped"


def test_pause_continue_and_stop_follow_the_state(engine: Engine) -> None:
    for move in rollout.MOVES:
        assert refusal(lambda move=move: rollout.change(engine, NEW, move, by="salim", now=NOW)) == "rollout_state"
    publish(engine)
    assert refusal(lambda: publish(engine)) == "rollout_state"
    rollout.change(engine, NEW, "pause", by="salim", now=NOW)
    note_heartbeat(engine, "1", Heartbeat(0, app=NEW), now=NOW)
    assert refusal(lambda: next_group(engine, CHOSEN)) == "rollout_state"
    rollout.change(engine, NEW, "resume", by="salim", now=NOW)
    assert who_gets_it(engine) == "1"
    rollout.change(engine, NEW, "stop", by="salim", now=NOW)
    assert who_gets_it(engine) == ""


def test_a_hall_gets_the_newest_of_two_releases_and_only_the_file_for_its_system(
    engine: Engine, tmp_path: Path
) -> None:
    add(engine, tmp_path, "0.10.0")
    publish(engine)
    publish(engine, version="0.10.0")
    assert (who_gets_it(engine), who_gets_it(engine, "0.10.0")) == ("", "1")
    assert rollout.offered(engine, "1", "debian12") is None


def test_a_hall_to_which_it_was_not_offered_cannot_stop_it(engine: Engine) -> None:
    for hall in ("1", "4"):
        assert refusal(lambda hall=hall: told(engine, hall, ReleaseState.FAILED)) == "release_unknown"
    publish(engine)
    assert refusal(lambda: told(engine, "4", ReleaseState.FAILED)) == "release_unknown"
    assert shown(engine).state == "rolling"


@pytest.mark.parametrize(
    "plan", [Plan(""), Plan("9"), Plan("1", halls=("9",)), Plan("1", governorates=("atlantis",))], ids=str
)
def test_a_plan_with_an_unknown_hall_or_governorate_is_refused(engine: Engine, plan: Plan) -> None:
    assert refusal(lambda: publish(engine, plan)) == "plan_wrong"
    assert shown(engine).state == "new"


@pytest.mark.parametrize("version", ["0.9.9", "\0", "x" * 100, "../x"])
def test_an_unknown_version_is_refused(engine: Engine, version: str) -> None:
    assert refusal(lambda: publish(engine, version=version)) == "release_unknown"
