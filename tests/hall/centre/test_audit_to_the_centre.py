"""What must be provable later leaves the hall for the centre: who signed in, withdrew, changed, corrected or read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import Engine, select

from central.store.tables.halls import audit
from commands.admin import command
from contracts.centre.audit_kinds import AUDIT_KINDS
from hall.kernel.facts import Fact, kind_of
from hall.people.store.console_acts import tell_acts
from tests.helpers.centre import running_centre
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tools.qt_driver.driven_program import until

REGISTERED = {"subject": "A plot", "directorate": "lands", "topic": "survey", "source": "platform", "external": "BR-7"}
CORRECTED = {"reason": "other", "outcome": "referred"}
WANTED = {
    "signed_in", "signed_out", "device_paired", "device_revoked", "settings_changed", "visit_corrected",
    "request_phone_read", "staff_signed_in", "staff_signed_out", "console_acted",
}  # fmt: skip


def stored(engine: Engine) -> dict[str, list[str]]:
    """Return the bodies of the audit facts at the centre by their kind."""
    found: dict[str, list[str]] = {}
    with engine.connect() as connection:
        for row in connection.execute(select(audit).order_by(audit.c.fact)):
            found.setdefault(row.action, []).append(bytes(row.body).decode())
    return found


def done(answer: requests.Response) -> Any:
    """Return the JSON of an answer that is no refusal."""
    assert answer.ok, answer.text
    return answer.json() if answer.content else None


def work_through(hall: RunningHall) -> None:
    """Do one of each: sign in and out, pair, revoke, change a setting, correct, read a number."""
    visit = hall.issue()["visit"]
    session = hall.sign_in()
    for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
        done(hall.post(f"/counters/1/{move}", session, body))
    done(hall.post("/counters/1/sign-out", session))
    code = done(hall.post("/devices/codes", "admin", {"kind": "board", "name": "hall 2"}))["code"]
    device = done(hall.post("/devices/pair", None, {"code": code, "kind": "board"}))["device"]
    done(hall.post(f"/devices/{device}/revoke", "admin"))
    done(hall.post("/services/B/close", "head"))
    done(hall.post(f"/visits/{visit}/corrections", "head", {**CORRECTED, "remark": "Noor of plot 12 asked"}))
    number = done(hall.post("/requests", "intake", REGISTERED))["number"]
    done(hall.post(f"/requests/{number}/phone", "intake", {"phone": "91234567", "language": "ar"}))
    assert done(hall.get(f"/requests/{number}/phone", "reception"))["phone"] == "+96891234567"
    with requests.Session() as browser:
        page = {"Origin": hall.base, "Content-Type": "application/json"}
        done(browser.post(f"{hall.base}/api/v1/session", json={"token": hall.tokens["head"]}, headers=page))
        done(browser.post(f"{hall.base}/api/v1/session/end", json={}, headers=page))
    assert command.run(["--data", str(hall.hall.config.data), "revoke", hall.devices["tablet"]]) == 0
    tell_acts(hall.hall.store)


@pytest.mark.allow_logs
def test_what_must_be_provable_arrives_at_the_centre(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody-else")
    (tmp_path / "hall").mkdir()
    with running_centre(tmp_path / "centre") as centre:
        token = centre.enrol("test-hall")
        with hall_in_a_thread(tmp_path / "hall", centre=(centre.url, token)) as hall:
            work_through(hall)
            until(
                lambda: stored(centre.engine).keys() >= WANTED,
                "the audit facts are at the centre",
                lambda: sorted(stored(centre.engine)),
                timeout_s=20,
            )
            found = stored(centre.engine)
    assert '"actor":"salim"' in found["signed_in"][0]
    assert '"actor":"admin"' in found["device_revoked"][0]
    assert '"actor":"reception"' in found["request_phone_read"][0]
    assert '"actor":"head"' in found["staff_signed_in"][0]
    assert '"act":"device_withdrawn"' in found["console_acted"][0]
    assert "somebody-else" not in found["console_acted"][0], "a variable does not say who acts"
    whole = "".join(body for bodies in found.values() for body in bodies)
    assert "91234567" not in whole
    assert "Noor" not in whole, "what people wrote freely stays in the hall"


def test_every_kind_that_goes_out_is_a_kind_of_fact() -> None:
    known = {kind_of(fact) for fact in _subclasses(Fact)}
    assert sorted(AUDIT_KINDS - known) == []
    assert max(map(len, AUDIT_KINDS)) <= 40, "the centre's column"


def _subclasses(base: type[Fact]) -> Iterator[type[Fact]]:
    for cls in base.__subclasses__():
        yield cls
        yield from _subclasses(cls)
