"""Role × path × place: who has a role in some halls sees nothing of any other hall, whatever the path."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine, insert, select

from central.access.path_table import OPEN, TABLE
from central.access.tokens import Caller as Known
from central.audit.staff_acts import enter_training, note
from central.figures.period_figures import RollupFigures
from central.halls import settings
from central.people.people import change_role
from central.people.sessions import session_of
from central.store.hall_limit import limited
from central.store.tables.halls import audit, hall, quarantine
from contracts.centre.settings_document import CentreValue
from figures.period import Asked
from tests.central.web.conftest import Caller
from tests.helpers.centre import running_centre
from tests.helpers.lived_centre import HALLS, fill, fill_enquiries
from tests.helpers.staff import session_of_role

GOVERNORATE = "muscat"
SEEN = {code for code, place, *_ in HALLS if place == GOVERNORATE}
STRANGE = [one for one in HALLS if one[0] not in SEEN]
ROLES = ("reader", "admin", "auditor")
PLACES = {"governorate": (f"governorate:{GOVERNORATE}",), "halls": tuple(f"hall:{one}" for one in sorted(SEEN))}
OF_STAFF = sorted(
    row for row, kinds in TABLE.items() if kinds != OPEN and kinds & set(ROLES) and "number" not in row[1]
)

OF_NO_HALL = ("/release", "/people")
"""How paths begin whose tables know no hall: nothing limits what they show and change."""


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    with running_centre(tmp_path_factory.mktemp("scope")) as running, requests.Session() as session:
        session.trust_env = False
        now = datetime.now(UTC)
        fill(running.engine, now, days=1, many=4)
        fill_enquiries(running.engine, now)
        for code, *_ in HALLS:
            add_traces(running.engine, code, now)
        yield Caller(running, session)


def add_traces(engine: Engine, code: str, now: datetime) -> None:
    """Leave in each hall what pages list: an unreadable record, an act, an audit fact, settings, training hours."""
    enter_training(engine, code, date(2026, 11, 1), hours=2, people=3, who="test", now=now)
    settings.publish(engine, code, {"digits": CentreValue("western")}, by="test", now=now)
    fact = json.dumps({"kind": "signed_in", "by": f"agent of {code}", "at": now.isoformat()}).encode()
    row = {"hall": code, "body_hash": code.ljust(64, "0"), "fact": 1, "at": now, "service_day": now.date()}
    held = {"hall": code, "stream": "s", "seq": 1, "reason": f"bad record of {code}", "body": b"", "received_at": now}
    with engine.begin() as connection:
        note(connection, "set_aside", who="test", now=now, hall_id=code, detail=f"act in {code}")
        connection.execute(insert(audit).values(**row, action="signed_in", body=fact, received_at=now))
        connection.execute(insert(quarantine).values(**held, body_hash=code.ljust(64, "1")))


def session_in(centre: Caller, role: str, places: tuple[str, ...], name: str) -> str:
    """Return the session of somebody with this role in these places."""
    token = session_of_role(centre.centre.engine, role, name)
    change_role(centre.centre.engine, name, role, by="test", now=datetime.now(UTC), places=places)
    return token


@pytest.fixture(scope="module")
def sessions(centre: Caller) -> dict[tuple[str, str], str]:
    session_of_role(centre.centre.engine, "admin", "keeper")  # an administrator of all halls is always left
    return {
        (role, kind): session_in(centre, role, places, f"{role}-{kind}")
        for role in ROLES for kind, places in PLACES.items()
    }  # fmt: skip


def told_of_strangers(text: str) -> list[str]:
    """Return the halls outside the place of which an answer tells anything."""
    return [
        code for code, _, arabic, english in STRANGE
        if any(word in text for word in (
            f"{english} hall", f"قاعة {arabic}", f"agent of {code}", f"bad record of {code}", f"act in {code}",
            f'"hall":"{code}"', f'hall="{code}"', f"/halls/{code}",
        ))
    ]  # fmt: skip


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("role", ROLES)
def test_no_path_tells_anything_of_a_hall_outside_the_place(
    centre: Caller, sessions: dict[tuple[str, str], str], role: str, kind: str
) -> None:
    token, leaks, answered, foreign = sessions[role, kind], {}, 0, STRANGE[0][0]
    fields = {f"hall_{foreign}": "on", "halls": foreign, "hall": foreign, "month": "2026-11", "hours": "1"}
    for method, template in OF_STAFF:
        path = template
        for name, value in {"hall": foreign, "name": foreign, "what": "disable", "entry": "5", "part": "0"}.items():
            path = path.replace(f"{{{name}}}", value)
        form = {**fields, "people": "1"} if method == "POST" else None
        answer = centre.call(method, path, token=token, params={"lang": "en"}, data=form)
        answered += answer.status_code == 200
        if answer.status_code >= 500 or told_of_strangers(answer.text):
            leaks[method, path] = answer.status_code, told_of_strangers(answer.text)
        if template.startswith(OF_NO_HALL):
            assert answer.status_code in {303, 403}, path
    assert leaks == {}
    assert answered > (1 if role == "auditor" else 10)


def test_the_pages_tell_the_halls_of_the_place(centre: Caller, sessions: dict[tuple[str, str], str]) -> None:
    told = centre.call("GET", "/v1/figures", token=sessions["reader", "governorate"]).json()
    assert {one["hall"] for one in told["halls"]} == SEEN
    page = centre.call("GET", "/", token=sessions["reader", "halls"], params={"lang": "en"}).text
    assert "Muscat hall" in page
    acts = centre.call("GET", "/acts", token=sessions["auditor", "governorate"]).text
    assert all(f"act in {code}" in acts for code in SEEN)


def test_all_halls_together_are_those_of_the_place(centre: Caller, sessions: dict[tuple[str, str], str]) -> None:
    asked = {"period": "month"}
    whole = centre.call("GET", "/v1/figures/all/figures", token=sessions["reader", "halls"], params=asked).json()
    each = [
        centre.call("GET", f"/v1/figures/{one}/figures", token=sessions["reader", "halls"], params=asked).json()
        for one in SEEN
    ]
    assert whole["total"]["came"] == sum(one["total"]["came"] for one in each) > 0
    assert len(whole["steps"]) == 1


def test_who_acts_in_some_halls_changes_nothing_in_others(centre: Caller, sessions: dict[tuple[str, str], str]) -> None:
    engine, token, foreign = centre.centre.engine, sessions["admin", "governorate"], STRANGE[0][0]
    with engine.connect() as connection:
        entry = connection.execute(select(quarantine.c.id).where(quarantine.c.hall == foreign)).scalar_one()
    assert centre.call("POST", f"/quarantine/{entry}/set-aside", token=token).status_code == 404
    entered = {"hall": foreign, "month": "2026-11", "hours": "9", "people": "9"}
    assert centre.refused("POST", "/axes/training", token=token, data=entered) == (404, "hall_unknown")
    own = {**entered, "hall": "mct"}
    assert centre.call("POST", "/axes/training", token=token, data=own).status_code == 303


def test_a_hall_that_comes_into_the_governorate_is_seen_from_then_on(sqlite_engine: Engine, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    fill(sqlite_engine, now, days=1, many=1)
    session_of_role(sqlite_engine, "admin", "keeper")
    token = session_of_role(sqlite_engine, "reader", "noor")
    assert session_of(sqlite_engine, token, now=now) == Known("reader", None, "noor")
    change_role(sqlite_engine, "noor", "reader", by="keeper", now=now, places=["governorate:wusta", "hall:sur"])
    assert session_of(sqlite_engine, token, now=now).halls == {"hym", "dqm", "sur"}
    change_role(sqlite_engine, "noor", "", by="keeper", now=now, places=[])
    with limited(sqlite_engine, set()).connect() as connection:
        assert connection.execute(select(hall)).all() == []
    assert RollupFigures(limited(sqlite_engine, set())).whole(Asked("month", now.date())).total.figures().came == 0
