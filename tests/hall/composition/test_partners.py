"""A partner's people over HTTP: on no path that an agent has do they see a visit or a request of others."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hall.composition.partners import OPEN_TO_PARTNERS
from hall.platform.security.access import TABLE, Role
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, good, hall_in_a_thread, refused
from tests.helpers.sse_client import Follower

pytestmark = pytest.mark.one_hall

BANK = """
[[service]]
prefix = "W"
names = {ar = "البنك", en = "Bank"}

[[agent]]
code = "bank1"
names = {ar = "موظف البنك", en = "Bank officer"}
services = ["W"]
pin = "609317"
"""
PREMIUM = SETUP.replace('number = 2\nservices = ["A"]', 'number = 2\nservices = ["W"]\npartner = "bank"').replace(
    "[hours]", BANK + "\n[hours]"
)
ASKED = [row for row in sorted(TABLE) if TABLE[row] & {Role.AGENT, Role.COUNTER}]


class Premium:
    """A premium hall in which the ministry's agent at counter 1 and the bank's at counter 2 have each done the same."""

    def __init__(self, hall: RunningHall) -> None:
        self.hall = hall
        self.agent = {"A": hall.sign_in(), "W": self.bank()}
        self.counter = {"A": 1, "W": 2}
        good(hall.post(f"/devices/{hall.devices['kiosk']}/numbers", "kiosk"))
        self.of = {service: self._visits(service) for service in ("A", "W")}

    def bank(self) -> str:
        """Return the session of the bank's agent, who signs in again where he was signed out."""
        return self.hall.sign_in(2, "bank1", "609317")

    def _visits(self, service: str) -> dict[str, str]:
        """Return what the service has: a visit with a request and a slip, one waiting, missed, and one of a kiosk's."""
        hall, agent, counter = self.hall, self.agent[service], self.counter[service]
        done = self._called(service)
        request = {"subject": f"deed {service}", "topic": "ownership", "directorate": "lands"}
        body = {"outcome": "request_registered", "request": request}
        registered = good(hall.post(f"/counters/{counter}/finish", agent, body))["requests"][0]["number"]
        missing = self._called(service)
        slip = good(
            hall.post(f"/counters/{counter}/finish", agent, {"outcome": "documents_missing", "missing": ["deed"]})
        )
        missed = hall.issue(service)
        good(hall.post(f"/counters/{counter}/call-next", agent))
        good(hall.post(f"/counters/{counter}/no-show", agent))
        kiosk = self._handed_in(service)
        waiting = hall.issue(service)
        question = good(
            hall.post("/enquiries", agent, {"topic": "other", "channel": "hall", "question": f"why {service}"}), 201
        )
        return {
            "done": done["visit"], "missing": missing["visit"], "missed": missed["visit"], "kiosk": kiosk,
            "waiting": waiting["visit"], "request": registered, "code": slip["return_slip"]["code"],
            "enquiry": str(question["number"]), "ticket": waiting["ticket"],
        }  # fmt: skip

    def _called(self, service: str) -> dict[str, Any]:
        visit = self.hall.issue(service)
        for move in ("call-next", "begin"):
            good(self.hall.post(f"/counters/{self.counter[service]}/{move}", self.agent[service]))
        return visit

    def _handed_in(self, service: str) -> str:
        now = datetime.now(UTC)
        number = 900 + ord(service)
        visit = f"0190a000-0000-7000-8000-{number:012}"
        body = {
            "visit": visit, "ticket": f"{service}{number}", "code": f"c{number}", "service": service,
            "service_day": str(now.astimezone(ZoneInfo("Asia/Muscat")).date()), "issued_at": now.isoformat(),
        }  # fmt: skip
        good(self.hall.post("/visits/hand-in", "kiosk", body), 201)
        return visit


@pytest.fixture(scope="module")
def premium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Premium]:
    with hall_in_a_thread(tmp_path_factory.mktemp("premium"), setup=PREMIUM) as running:
        yield Premium(running)


def asks(row: tuple[str, str], named: dict[str, str], number: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the addresses and bodies by which the path is asked about what has these names."""
    visits = [named[one] for one in ("done", "missing", "missed", "kiosk", "waiting")]
    path = row[1].replace("{n}", "2").replace("{number}", named["request"]).replace("{code}", named["code"])
    path = path.replace("{enquiry}", named["enquiry"]).replace("{device}", "x").replace("{part}", "0")
    if "{visit}" in path:
        return [
            (path.replace("{visit}", visit), {"visits": visits, "visit": visit, "reason": "special_care"})
            for visit in visits
        ]
    paths = [path]
    if row == ("GET", "/visits"):
        paths = [f"{path}?ticket={named['ticket']}"]
    if row == ("GET", "/visits/by-number"):
        paths = [f"{path}?number={number}" for number in range(1, 5)]
    if row == ("GET", "/requests"):
        paths = [f"{path}?list={word}" for word in ("all", "not_referred", "due_today", "to_tell")]
    bodies = [{"visits": visits, "visit": visit, "reason": "special_care"} for visit in visits]
    return [(path, body) for path in paths for body in (bodies if row[0] == "POST" else bodies[:1])]


@pytest.mark.parametrize("row", ASKED, ids=" ".join)
def test_no_path_shows_a_partners_agent_a_visit_or_a_request_of_others(premium: Premium, row: tuple[str, str]) -> None:
    foreign, bank = premium.of["A"], premium.bank()
    for path, body in asks(row, foreign, "1"):
        for token in (bank, "counter2"):
            if path == "/live":
                text, ok = told_on_the_link(premium.hall, token), True
            else:
                answer = premium.hall.ask(row[0], path, token, body if row[0] == "POST" else None)
                text, ok = answer.text, answer.ok
            shown = [name for name, value in foreign.items() if value in text and value not in path + json.dumps(body)]
            assert shown == []
            if ok and row[0] == "GET":
                assert foreign["waiting"] not in text
                assert "deed A" not in text
                assert "why A" not in text


def told_on_the_link(hall: RunningHall, token: str) -> str:
    """Return the snapshot, and all facts since the beginning, as the live link tells them."""
    token = hall.tokens.get(token, token)
    with Follower(hall.base, token) as link:
        snapshot = link.next()
    stream = snapshot.id.rpartition(":")[0]
    with Follower(hall.base, token, last_event_id=f"{stream}:0") as link:
        missed = list(itertools.takewhile(lambda event: event.kind == "fact", iter(link.anything, None)))
    # The PC hears of no visit while nobody is signed in there.
    assert any(event.data["visit"] is not None for event in missed) is (token != hall.tokens["counter2"])
    return json.dumps([snapshot.data, *(event.data for event in missed)], ensure_ascii=False)


def test_nothing_of_others_was_moved_by_all_that_asking(premium: Premium) -> None:
    states = {
        name: good(premium.hall.get(f"/visits/{premium.of['A'][name]}", "head"))["state"]
        for name in ("done", "missed", "kiosk", "waiting")
    }
    assert states == {"done": "finished", "missed": "no_show", "kiosk": "waiting", "waiting": "waiting"}


def test_what_is_the_partners_own_is_seen_on_the_same_paths(premium: Premium) -> None:
    hall, bank, own = premium.hall, premium.bank(), premium.of["W"]
    assert good(hall.get(f"/visits/{own['waiting']}", bank))["ticket"] == own["ticket"]
    assert good(hall.get(f"/visits?ticket={own['ticket']}", bank))["visit"] == own["waiting"]
    assert [one["number"] for one in good(hall.get("/requests?list=all", bank))] == [own["request"]]
    assert good(hall.get(f"/requests/{own['request']}", bank))["number"] == own["request"]
    assert good(hall.get(f"/returns/{own['code']}", bank))["state"] == "good"
    assert [one["visit"] for one in good(hall.get("/visits/handed-in", bank))["tickets"]] == [own["kiosk"]]
    enquiries = good(hall.get("/enquiries", bank))
    assert ([one["number"] for one in enquiries["open"]], enquiries["counts"]) == ([int(own["enquiry"])], [])
    assert {one["service"] for one in good(hall.get("/queues", bank))["services"]} == {"W"}


def test_the_ministrys_agent_sees_all_of_it(premium: Premium) -> None:
    both = {premium.of[service]["request"] for service in ("A", "W")}
    assert {one["number"] for one in good(premium.hall.get("/requests?list=all", premium.agent["A"]))} == both


def test_others_are_unknown_and_not_forbidden(premium: Premium) -> None:
    hall, bank, other = premium.hall, premium.bank(), premium.of["A"]
    refused(hall.get(f"/visits/{other['waiting']}", bank), "visit_unknown", 404)
    refused(hall.get(f"/requests/{other['request']}", bank), "request_unknown", 404)
    refused(hall.get(f"/returns/{other['code']}", bank), "return_unknown", 404)
    body = {"visit": other["waiting"], "reason": "special_care"}
    refused(hall.post("/counters/2/call", bank, body), "visit_unknown", 404)


def test_each_path_of_agents_is_open_to_partners_or_named_here() -> None:
    assert set(ASKED) >= OPEN_TO_PARTNERS
    assert set(ASKED) - OPEN_TO_PARTNERS == set()


def test_a_partners_agent_changes_the_own_pin(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        bank = hall.sign_in(2, "bank1", "609317")
        assert hall.post("/counters/2/pin", bank, {"old": "609317", "new": "482915"}).status_code == 204
        assert hall.sign_in(2, "bank1", "482915")


def test_the_live_link_follows_the_partners_visits_alone(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        bank = hall.sign_in(2, "bank1", "609317")
        with Follower(hall.base, bank) as link:
            assert link.next().kind == "snapshot"
            hall.issue("A")
            own = hall.issue("W")
            assert link.next().data["visit"]["visit"] == own["visit"]


def test_the_live_link_ends_when_its_agent_moves_to_another_counter(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        agent = hall.sign_in()
        with Follower(hall.base, agent) as link:
            assert link.next().kind == "snapshot"
            body = {"agent": "salim", "pin": "471829", "move": True}
            good(hall.post("/counters/2/sign-in", "counter2", body))
            hall.clock.move_on(seconds=6)  # a known token is looked up again
            told = [event.data["kind"] for event in link.rest() if event.kind == "fact"]
        assert set(told) <= {"session_moved"}


def test_a_partners_agent_takes_back_his_own_transfer_and_sees_nothing_else_of_the_visit(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        bank, visit = hall.sign_in(2, "bank1", "609317"), hall.issue("W")["visit"]
        for move in ("call-next", "begin"):
            good(hall.post(f"/counters/2/{move}", bank))
        good(hall.post("/counters/2/transfer", bank, {"service": "A"}))
        refused(hall.get(f"/visits/{visit}", bank), "visit_unknown", 404)
        assert good(hall.post(f"/visits/{visit}/undo", bank))["state"] == "serving"


def test_a_visit_sent_to_a_partners_counter_may_be_called_there(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        agent, visit = hall.sign_in(), hall.issue("A")["visit"]
        for move in ("call-next", "begin"):
            good(hall.post(f"/counters/1/{move}", agent))
        good(hall.post("/counters/1/transfer", agent, {"counter": 2}))
        bank = hall.sign_in(2, "bank1", "609317")
        assert good(hall.get(f"/visits/{visit}", bank))["state"] == "waiting"


def test_a_partners_people_hear_of_no_locked_pin(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        for n in range(10):
            if n == 5:
                hall.clock.move_on(minutes=6)
            hall.post("/counters/1/sign-in", "counter1", {"agent": "salim", "pin": "0000"})
        assert good(hall.get("/queues", "head"))["locked_pins"]
        assert good(hall.get("/queues", hall.sign_in(2, "bank1", "609317")))["locked_pins"] == []


def test_an_agent_is_added_from_a_page_in_a_hall_with_a_partner(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, setup=PREMIUM) as hall:
        leila = {"code": "leila", "names": {"ar": "ليلى", "en": "Leila"}, "services": ["A"]}
        pin = good(hall.post("/agents", "head", leila), 201)["pin"]
        assert hall.sign_in(1, "leila", pin)
