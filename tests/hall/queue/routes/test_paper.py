"""Paper from reception over HTTP: printed where it is asked for, and of two codes only the newest is worth anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from hall.platform.security.visit_code import code_hash
from tests.helpers.hall_in_a_thread import RunningHall, good, hall_in_a_thread, refused


def code_of(shown: dict[str, dict[str, str]]) -> str:
    return shown["ticket"]["status_url"].partition("#")[2]


def in_order(hall: RunningHall) -> str:
    """Let the kiosk say that it prints, and return its id."""
    kiosk = hall.devices["kiosk"]
    good(hall.post(f"/devices/{kiosk}/state", "kiosk", {"state": "ok", "printer": "ok", "paper": "ok"}), 204)
    return kiosk


def place(hall: RunningHall, code: str) -> int:
    return hall.get("/place", headers={"Visit-Code": code}).status_code


def test_a_kiosk_is_asked_and_fetches_what_it_prints(hall: RunningHall) -> None:
    in_order(hall)
    issued = good(hall.post("/visits", "reception", {"service": "A", "language": "en"}), 201)
    path = f"/visits/{issued['visit']}/ticket"
    shown = good(hall.post(path, "reception", {"at_device": hall.devices["kiosk"]}))
    assert (shown["at_device"], shown["reprints"], shown["ticket"]["ticket"]) == (hall.devices["kiosk"], 0, "A001")
    assert shown["ticket"]["status_url"] == issued["status_url"]
    told = good(hall.get(path, "kiosk"))
    assert (told["ticket"]["status_url"], told["language"], told["qr"]) == (issued["status_url"], "en", [])
    assert len(good(hall.get(path, "reception"))["qr"]) >= 25


def test_the_old_code_dies_with_the_reprint_and_the_new_one_lives(hall: RunningHall) -> None:
    issued = hall.issue()
    old = issued["status_url"].partition("#")[2]
    path = f"/visits/{issued['visit']}/ticket"
    in_order(hall)
    assert place(hall, old) == 200
    shown = good(hall.post(path, "reception", {"reprints": 0, "at_device": hall.devices["kiosk"]}))
    new = code_of(shown)
    assert (shown["reprints"], new != old) == (1, True)
    assert (place(hall, old), place(hall, new)) == (404, 200)
    refused(hall.post(path, "reception", {"reprints": 0}), "reprinted_meanwhile", 409)
    assert place(hall, new) == 200
    assert hall.issue(visit=issued["visit"])["status_url"].endswith(new), (
        "a retry of the issue gives the code that lives"
    )
    (listed,) = good(hall.get("/reception", "reception"))["visits"]
    assert listed["reprints"] == 1


def test_the_same_key_again_is_one_reprint_and_shows_the_place_as_it_stands_by_then(hall: RunningHall) -> None:
    agent = hall.sign_in()
    hall.issue()
    path = f"/visits/{hall.issue()['visit']}/ticket"
    key = {"Idempotency-Key": "one-reprint"}
    first = good(hall.post(path, "reception", {"reprints": 0}, headers=key))
    good(hall.post("/counters/1/call-next", agent))
    again = good(hall.post(path, "reception", {"reprints": 0}, headers=key))
    assert (first["ticket"]["people_ahead"], again["ticket"]["people_ahead"]) == (1, 0)
    assert (first["reprints"], again["reprints"]) == (1, 1)
    assert (code_of(again), again["qr"]) == (code_of(first), first["qr"])


def test_what_cannot_print_is_refused_and_nothing_has_changed(hall: RunningHall) -> None:
    issued = hall.issue()
    path, kiosk = f"/visits/{issued['visit']}/ticket", hall.devices["kiosk"]
    refused(hall.post(path, "reception", {"reprints": 0, "at_device": "x"}), "device_unknown", 404)
    refused(hall.post(path, "reception", {"reprints": 0, "at_device": hall.devices["board"]}), "device_unknown", 404)
    body = {"state": "failed", "printer": "paper_out", "paper": "out", "reason": "paper_out"}
    good(hall.post(f"/devices/{kiosk}/state", "kiosk", body), 204)
    refused(hall.post(path, "reception", {"reprints": 0, "at_device": kiosk}), "printer_unable", 409)
    assert good(hall.get(path, "reception"))["reprints"] == 0
    good(hall.post(f"/visits/{issued['visit']}/cancel", "reception"))
    refused(hall.get(path, "kiosk"), "visit_over", 409)
    refused(hall.post(path, "reception", {"reprints": 0}), "visit_over", 409)


CLIENT = """
import json, sys, urllib.request, urllib.error
base, token, *visits = sys.argv[1:]
told = []
for visit in visits:
    ask = urllib.request.Request(base + "/api/v1/visits/" + visit + "/ticket", b'{"reprints": 0}')
    ask.add_header("Authorization", "Bearer " + token)
    try:
        told.append(json.load(urllib.request.urlopen(ask, timeout=60))["ticket"]["status_url"].partition("#")[2])
    except urllib.error.HTTPError as refusal:
        told.append(json.load(refusal)["code"])
print(json.dumps(told))
"""


def test_of_two_receptions_that_reprint_at_once_one_has_the_paper_that_counts(tmp_path: Path, database: str) -> None:
    with hall_in_a_thread(tmp_path, database=database) as hall:
        visits = [hall.issue()["visit"] for _ in range(20)]
        started = [
            subprocess.Popen(
                [sys.executable, "-c", CLIENT, hall.base, hall.tokens[role], *visits], stdout=subprocess.PIPE, text=True
            )
            for role in ("reception", "head")
        ]
        told = [json.loads(client.communicate(timeout=120)[0]) for client in started]
        for one, other in zip(*told, strict=True):
            assert [one, other].count("reprinted_meanwhile") == 1
        codes = [one if other == "reprinted_meanwhile" else other for one, other in zip(*told, strict=True)]
        reads = hall.hall.store.reads
        alive = reads.read(lambda work, _now: [work.visits.by_code_hash(code_hash(code)) for code in codes]).result()
        assert [visit.id for visit in alive if visit] == visits
