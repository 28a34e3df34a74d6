"""What comes in at the centre reaches the hall: two real processes, a request of the platform and a survey answer."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from sqlalchemy import Engine

from central.errors import NotFoundError
from central.halls import inbox
from central.halls.visit_places import find_place
from central.store.engine import open_engine
from commands.admin import command as admin_command
from commands.central import command as central
from commands.doctor import command as doctor
from commands.hall_client import HallClient
from commands.runtime.process_group import Family
from tests.helpers.hall_in_a_thread import SETUP
from tools.qt_driver.driven_program import until

WITHIN_S = 90
HALL = "test-hall"
WISH = {"external": "AML-55", "subject": "A plot", "directorate": "lands", "topic": "land_grant"}


@dataclass(frozen=True)
class Pair:
    """A centre and a hall that run, and the tokens of the platform, the administrator and the head."""

    centre: str
    hall: str
    platform: str
    admin: str
    head: str


def printed(run: Callable[[list[str]], int], *arguments: str) -> str:
    """Return what a command prints."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        run(list(arguments))
    return said.getvalue()


def started(family: Family, folder: Path, database_url: str) -> Pair:
    """Start a centre and a hall that is enrolled there."""
    place = ["--data", str(folder / "centre"), "--database", database_url]
    own = ["--data", str(folder / "hall")]
    setup = folder / "hall.toml"
    setup.write_text(SETUP, encoding="utf-8")
    token = printed(central.run, "enrol", *place, "--hall", HALL).split()[-1]
    platform = printed(central.run, "platform", *place, "--name", "platform").split()[-1]
    admin, head = (
        str(json.loads(printed(admin_command.run, *own, "token", role, "--json"))["token"])
        for role in ("admin", "head")
    )
    centre = family.address(family.start("central", [*place, "--port", "0"]))
    options = [*own, "--setup", str(setup), "--port", "0", "--centre", centre, "--public-url", f"{centre}/h/{HALL}"]
    hall = family.address(family.start("hall", options, HALL_CENTRE_TOKEN=token))
    return Pair(centre, hall, platform, admin, head)


def paired(pair: Pair, kind: str, counter: int | None = None) -> HallClient:
    """Pair a device and return a client that has its token."""
    code = HallClient(pair.hall, pair.admin).post("/devices/codes", {"kind": kind, "name": kind, "counter": counter})
    given = HallClient(pair.hall, "").post("/devices/pair", {"code": code["code"], "kind": kind})
    return HallClient(pair.hall, given["token"])


def ticket_code(pair: Pair) -> str:
    """Issue a ticket and return the code on it."""
    ticket = paired(pair, "kiosk").post("/visits", {"service": "A"})
    return str(ticket["status_url"]).rpartition("#")[2]


def serve(pair: Pair) -> None:
    """Serve the visitor who waits, to the end."""
    session = paired(pair, "counter", 1).post("/counters/1/sign-in", {"agent": "salim", "pin": "471829"})
    agent = HallClient(pair.hall, session["token"])
    for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
        agent.post(f"/counters/1/{move}", body)


@contextlib.contextmanager
def disposed(engine: Engine) -> Iterator[Engine]:
    """Close the engine's connections at the end of the block."""
    try:
        yield engine
    finally:
        engine.dispose()


def state_at_the_centre(engine: Engine, code: str) -> str:
    """Return the state of a visit as the centre has it; its page answers a phone only twenty times a minute."""
    try:
        return find_place(engine, HALL, code, now=datetime.now(UTC)).visit.state
    except NotFoundError:
        return "unknown"


def await_state(engine: Engine, code: str, state: str) -> None:
    """Return when the centre knows that the visit is in this state."""
    until(
        lambda: state_at_the_centre(engine, code) == state,
        f"the visit is {state} at the centre",
        lambda: state_at_the_centre(engine, code),
    )


@pytest.mark.allow_logs
def test_a_request_and_a_survey_answer_given_at_the_centre_reach_the_hall(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    with Family(tmp_path / "logs") as family, disposed(open_engine(database_url)) as engine:
        pair = started(family, tmp_path, database_url)
        head = HallClient(pair.hall, pair.head)
        # Given a visitor who was served, and whose page at the centre shows it
        code = ticket_code(pair)
        await_state(engine, code, "waiting")
        serve(pair)
        await_state(engine, code, "finished")
        # When he answers the survey there, and the platform brings a request
        answer = requests.post(
            f"{pair.centre}/h/{HALL}/place/survey", json={"face": 5}, headers={"Visit-Code": code}, timeout=20
        )
        assert answer.json()["face"] == 5
        bearer = {"Authorization": f"Bearer {pair.platform}"}
        taken = requests.post(f"{pair.centre}/v1/halls/{HALL}/intake", json=WISH, headers=bearer, timeout=20)
        assert taken.status_code == 202
        # Then the hall has both, and both ends say that all was taken
        until(
            lambda: inbox.waiting(engine) == {}, "the hall has all", lambda: inbox.waiting(engine), timeout_s=WITHIN_S
        )
        request = head.get("/requests/AML-55")  # once: the hall limits how often a person asks for numbers
        assert (request["hall"], request["from_centre"]) == (HALL, False)
        until(
            lambda: _answers(head) == 1,
            "the answer is in the hall's figures",
            lambda: _answers(head),
            timeout_s=WITHIN_S,
        )
        assert _doctor(tmp_path / "hall")["verdict"] == "PASS"


def _doctor(folder: Path) -> dict[str, str]:
    found = json.loads(printed(doctor.run, "--data", str(folder), "--json"))
    return next(finding for finding in found if finding["what"] == "centre")


def _answers(head: HallClient) -> int:
    return int(head.get("/figures?period=day")["surveys"]["total"]["answers"])
