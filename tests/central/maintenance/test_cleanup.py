"""The cleanup deletes what is older than it is kept, keeps every figure, and notes what went wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select, text

from central.audit.staff_acts import note
from central.figures.period_figures import RollupFigures
from central.figures.rollups import refresh
from central.maintenance import cleanup as module
from central.maintenance.cleanup import LATE_AFTER, Retention, clean_up, cleanup_status
from central.satisfaction.complaints import complaint_row, merge_complaints
from central.satisfaction.surveys import merge_surveys, survey_row
from central.store.tables.halls import audit, visit
from central.store.tables.satisfaction import complaint, survey, survey_month
from contracts.codec.reader import to_json
from contracts.complaints.record import ComplaintRecord
from contracts.surveys.record import SurveyRecord
from figures.period import Asked
from tests.central.conftest import NOW
from tests.central.maintenance.test_pruning import journal
from tests.helpers.examples import assert_examples_hold
from tests.helpers.made_visits import keep, made_visits

TODAY = date(2026, 11, 24)
OLD, OLDEST_KEPT = date(2016, 10, 31), date(2016, 11, 1)
ROOT = Path(__file__).parents[3]
KILLED = """
import os, signal, sys
from sqlalchemy import event
from central.maintenance.cleanup import Retention, clean_up
from central.store.engine import open_engine
from tests.central.conftest import NOW

deleted = []

def die_at_the_second_day(connection, cursor, statement, *more):
    if statement.startswith("DELETE FROM visit"):
        deleted.append(statement)
        if len(deleted) == 2:
            os.kill(os.getpid(), signal.SIGKILL)

engine = open_engine(sys.argv[1])
event.listen(engine, "after_cursor_execute", die_at_the_second_day)
clean_up(engine, Retention(), today=NOW.date(), now=NOW)
"""


@pytest.fixture
def lived(engine: Engine) -> Engine:
    for day in (date(2015, 3, 1), OLD, OLDEST_KEPT):
        keep(engine, [*made_visits("1", day, 9), *made_visits("2", day, 4)], today=day)
    while refresh(engine, time_zone="Asia/Muscat"):
        pass
    return engine


def left(engine: Engine) -> dict[date, int]:
    query = select(visit.c.service_day, func.count()).group_by(visit.c.service_day)
    with engine.connect() as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


def test_the_examples_hold() -> None:
    assert_examples_hold(module)


def test_visits_older_than_ten_years_are_deleted_and_their_figures_stay(lived: Engine) -> None:
    asked = Asked("month", OLD)
    before = RollupFigures(lived, "1").figures(asked, at=NOW)
    assert before.total.came == 9
    run = clean_up(lived, Retention(), today=TODAY, now=NOW)
    assert run == module.CleanupRun(
        {"sessions": 0, "batches": 0, "inbox": 0, "quarantine": 0, "audit": 0, "acts": 0, "surveys": 0, "visits": 26}
    )
    assert left(lived) == {OLDEST_KEPT: 13}
    assert RollupFigures(lived, "1").figures(asked, at=NOW) == before
    assert clean_up(lived, Retention(), today=TODAY, now=NOW).deleted["visits"] == 0


def test_audit_facts_acts_and_single_survey_answers_go_with_the_visits_of_their_time(engine: Engine) -> None:
    for day in (OLD, OLDEST_KEPT):
        at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        fact = {"hall": "1", "body_hash": str(day), "fact": 1, "at": at, "service_day": day, "action": "signed_in"}
        with engine.begin() as connection:
            connection.execute(insert(audit), [{**fact, "body": b"{}", "received_at": at}])
            answer = SurveyRecord("1", f"v{day}", day, 1, "lands", 9, 2, "phone", at)
            merge_surveys(connection, [survey_row(to_json(answer))], now=at)
            note(connection, "read_again", who="maryam", now=at, hall_id="1", detail="")
    deleted = clean_up(engine, Retention(), today=TODAY, now=NOW).deleted
    assert {kind: deleted[kind] for kind in ("audit", "acts", "surveys")} == {"audit": 1, "acts": 1, "surveys": 1}
    with engine.connect() as connection:
        assert connection.execute(select(survey.c.service_day)).scalars().all() == [OLDEST_KEPT]
        assert connection.execute(select(audit.c.service_day)).scalars().all() == [OLDEST_KEPT]
        assert len(connection.execute(select(survey_month)).all()) == 2, "the counts of all months stay"


def test_a_late_answer_of_a_deleted_month_changes_no_count(engine: Engine) -> None:
    answers = [SurveyRecord("1", f"v{n}", OLD, 1, "lands", 9, 2, "phone", NOW) for n in range(4)]
    with engine.begin() as connection:
        merge_surveys(connection, [survey_row(to_json(one)) for one in answers[:3]], now=NOW)
    clean_up(engine, Retention(), today=TODAY, now=NOW)
    with engine.begin() as connection:
        merge_surveys(connection, [survey_row(to_json(answers[3]))], now=NOW)
    with engine.connect() as connection:
        assert connection.execute(select(survey_month.c.many)).scalars().all() == [3]
        assert connection.execute(select(survey)).all() == []


def test_a_complaint_stays_whatever_its_age(engine: Engine) -> None:
    at = datetime(2015, 3, 1, 9, tzinfo=UTC)
    one = ComplaintRecord("1", "1-C15-000019", at.date(), 1, "complaint", "phone", "received", at)
    with engine.begin() as connection:
        merge_complaints(connection, [complaint_row(to_json(one))], now=at)
    clean_up(engine, Retention(), today=TODAY, now=NOW)
    with engine.connect() as connection:
        assert connection.execute(select(complaint.c.number)).scalars().all() == [one.number]


def test_with_zero_years_visits_stay_for_ever(lived: Engine) -> None:
    assert "visits" not in clean_up(lived, Retention(kept_years=0), today=TODAY, now=NOW).deleted
    assert sum(left(lived).values()) == 39


def test_the_last_run_is_in_order_then_late(engine: Engine) -> None:
    assert cleanup_status(engine, now=NOW).state == "waiting"
    for at in (NOW - timedelta(days=1), NOW):
        clean_up(engine, Retention(), today=TODAY, now=at)
    status = cleanup_status(engine, now=NOW + LATE_AFTER)
    assert (status.state, status.ran_at, status.problem) == ("ok", NOW, "")
    assert cleanup_status(engine, now=NOW + LATE_AFTER + timedelta(seconds=1)).state == "late"


def test_what_the_database_refuses_is_noted_the_rest_is_done_and_the_next_night_tries_again(lived: Engine) -> None:
    journal(lived, range(398, 404))
    _refuse_to_delete_visits(lived)
    run = clean_up(lived, Retention(), today=TODAY, now=NOW)
    assert run.problem.startswith("visits: the database refused: ")
    assert "not today" in run.problem
    assert "\n" not in run.problem
    assert run.deleted["batches"] == 3
    assert cleanup_status(lived, now=NOW) == module.CleanupStatus("failed", NOW, run.problem)
    with lived.begin() as connection:
        connection.execute(text(f"DROP TRIGGER refuse{'' if lived.dialect.name == 'sqlite' else ' ON visit'}"))
    again = clean_up(lived, Retention(), today=TODAY, now=NOW + timedelta(days=1))
    assert (again.deleted["visits"], again.problem) == (26, "")


def _refuse_to_delete_visits(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        statements = ["CREATE TRIGGER refuse BEFORE DELETE ON visit BEGIN SELECT RAISE(ABORT, 'not today'); END"]
    else:
        body = "$$ BEGIN RAISE EXCEPTION 'not today'; END $$"
        statements = [
            f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS {body}",
            "CREATE TRIGGER refuse BEFORE DELETE ON visit FOR EACH ROW EXECUTE FUNCTION refuse()",
        ]
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_after_a_kill_each_day_is_whole_or_gone_and_the_next_run_deletes_the_rest(lived: Engine) -> None:
    url = lived.url.render_as_string(hide_password=False)
    killed = subprocess.run([sys.executable, "-c", KILLED, url], cwd=ROOT, env=os.environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert left(lived) == {OLD: 13, OLDEST_KEPT: 13}
    assert clean_up(lived, Retention(), today=TODAY, now=NOW).deleted["visits"] == 13
