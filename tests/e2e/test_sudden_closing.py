"""The centre closes a hall suddenly: real processes of centre, hall, kiosk and board; and opens it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import requests

from central.store.engine import open_engine
from commands.hall_client import HallClient
from commands.runtime.process_group import Family
from tests.e2e.test_inbox_to_the_hall import HALL, Pair, await_state, disposed, started, ticket_code
from tests.helpers.staff import session_of_role
from tools.qt_driver.driven_program import DrivenProgram, until

WITHIN_S = 90
"""A hall asks the centre every 20 s: this is for a busy machine."""
WORDS = {"ar": "ابقوا في بيوتكم", "en": "Stay at home"}


@contextmanager
def program(kind: str, pair: Pair, folder: Path) -> Iterator[DrivenProgram]:
    """Run a kiosk or a board of the hall, without a screen."""
    options = ["--hall", pair.hall, "--size", "1280x720"]
    code = HallClient(pair.hall, pair.admin).post("/devices/codes", {"kind": kind, "name": kind, "counter": None})
    given = HallClient(pair.hall, "").post("/devices/pair", {"code": code["code"], "kind": kind})
    more = {"kiosk": ["--printer", "memory:", "--device", given["device"]], "board": ["--mute"]}[kind]
    with DrivenProgram(kind, [*options, *more], token=given["token"], log=folder / f"{kind}.log") as running:
        yield running


def close(pair: Pair, session: str) -> None:
    """Close the hall from now until tomorrow on the centre's page."""
    until_ = datetime.now(ZoneInfo("Asia/Muscat")) + timedelta(days=1)
    form = {
        "halls": HALL, "reason": "storm", **WORDS, "until_day": f"{until_:%Y-%m-%d}", "until_time": "08:00",
    }  # fmt: skip
    checked = post(pair, session, "/closures/check?lang=en", form)
    assert "Close these halls?" in checked.text
    answer = post(pair, session, "/closures?lang=en", {**form, "closure": "storm-1"})
    assert "The halls are being closed" in answer.text


def post(pair: Pair, session: str, path: str, form: dict[str, str]) -> requests.Response:
    """Send a form of the centre's page."""
    headers = {"Authorization": f"Bearer {session}"}
    answer = requests.post(pair.centre + path, data=form, headers=headers, timeout=WITHIN_S, allow_redirects=False)
    if answer.status_code == 303:
        answer = requests.get(pair.centre + answer.headers["Location"], headers=headers, timeout=WITHIN_S)
    assert answer.status_code == 200, answer.text[:400]
    return answer


def public(pair: Pair) -> str:
    """Return why the hall is closed, as the centre tells the public."""
    halls = requests.get(f"{pair.centre}/v1/public/halls", timeout=WITHIN_S).json()["halls"]
    closing = next((one["closing"] for one in halls if one["hall"] == HALL), None)
    return str(closing["reason"]) if closing else ""


def says(running: DrivenProgram, name: str, text: str) -> None:
    """Return when a part of the program says a text, or fail."""

    def told() -> dict[str, Any]:
        return running.tell(find=name) if running.sees(name) else {}

    until(lambda: text in str(told()), f"{name} says {text!r}", told, timeout_s=WITHIN_S)


@pytest.mark.allow_logs
def test_the_centre_closes_a_hall_and_kiosk_board_and_phones_say_so(tmp_path: Path) -> None:
    database_url = f"sqlite:///{tmp_path / 'centre.sqlite'}"
    with Family(tmp_path / "logs") as family, disposed(open_engine(database_url)) as engine:
        pair = started(family, tmp_path, database_url)
        session = session_of_role(engine, "admin")
        with program("kiosk", pair, tmp_path) as kiosk, program("board", pair, tmp_path) as board:
            # Given a visitor who waits
            code = ticket_code(pair)
            await_state(engine, code, "waiting")
            kiosk.wait_for("language_ar")
            # When the centre closes the hall
            close(pair, session)
            # Then the kiosk gives no tickets and says why, and the board and the phone say so
            says(kiosk, "notice_advice", WORDS["ar"])
            says(board, "notices", WORDS["ar"])
            await_state(engine, code, "carried_over")
            place = requests.get(f"{pair.centre}/h/{HALL}/place", headers={"Visit-Code": code}, timeout=WITHIN_S)
            assert (place.json()["closing"]["reason"], place.json()["closing"]["texts"]) == ("storm", WORDS)
            until(lambda: public(pair) == "storm", "the public page", lambda: public(pair), timeout_s=WITHIN_S)
            head = HallClient(pair.hall, pair.head)
            told = head.get("/closures")["closures"]
            assert [(one["from_centre"], one["by"]) for one in told] == [(True, "salim")]
            # When the centre opens it again
            post(pair, session, "/closures/storm-1/end?lang=en", {})
            # Then the kiosk gives tickets, and the visitor waits as before
            kiosk.wait_for("language_ar", timeout_s=WITHIN_S)
            await_state(engine, code, "waiting")
            assert head.get("/closures")["closures"] == []
