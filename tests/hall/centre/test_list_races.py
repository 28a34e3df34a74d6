"""The centre gives a list while a hall head changes it and undoes changes: neither is lost without a word."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from contracts.centre.settings_document import CentreValue, SettingsDocument, SettingsReport, sign
from hall.centre.apply_settings import SettingsDesk
from tests.helpers.client_program import client_program
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread

TOKEN, MINISTRY, TURNS = "the hall's token", "the ministry", 32
HEAD = """
print("ready", flush=True)
for turn in range(int(given[0])):
    read = ask("/settings")
    if turn % 4 == 3 and read["changes"]:
        act, answer = "undo", ask("/settings/%d/undo" % read["changes"][0]["version"], {})
    else:
        act, values = "Plot %d" % turn, {"names": {"ar": "أرض %d" % turn, "en": "Plot %d" % turn}}
        item = {"section": "topic", "key": "land_grant", "values": values}
        answer = ask("/settings", {"version": read["version"], "items": [item]})
    print(json.dumps([act, answer.get("code", "ok")]), flush=True)
"""


def topic(code: str, name: str) -> dict[str, object]:
    return {"code": code, "names": {"ar": f"ع {name}", "en": name}, "offered": True}


def given(version: int) -> list[dict[str, object]]:
    """Return the list of this version."""
    codes = ("land_grant", "permits")
    return [topic(code, name) for code, name in zip(codes, names_of_given(version), strict=True)]


def names_of_given(version: int) -> list[str]:
    return ["Land grant", f"Permits {version}"]


def give(desk: SettingsDesk, hall: RunningHall, version: int, *, locked: bool) -> None:
    value = CentreValue(given(version), locked=locked)
    document = SettingsDocument("test-hall", version, hall.clock.now().at, MINISTRY, {"topics": value}, at_once=True)
    desk.take_settings(sign(document, TOKEN))
    desk.look()
    told = told_by(desk)
    assert (told.version, told.state) == (version, "applied")


def told_by(desk: SettingsDesk) -> SettingsReport:
    """Return what the hall tells the centre of its newest list."""
    told = desk.settings_told()
    assert told is not None
    return told


def give_until_the_head_is_done(desk: SettingsDesk, hall: RunningHall, told: IO[str]) -> list[tuple[str, str]]:
    """Give a new list after each answer that the head got, each third one locked; return the answers."""
    answers = []
    for version, line in enumerate(told, 1):
        answers.append(tuple(json.loads(line)))
        give(desk, hall, version, locked=version % 3 == 0)
    return answers


def names_of(topics: Sequence[object]) -> list[str]:
    return [one.names["en"] for one in topics if one.offered]  # type: ignore[attr-defined]  # of the hall's settings


def standing_in(hall: RunningHall) -> list[str]:
    return names_of(hall.hall.store.settings.set_up().topics)


def changes_of(hall: RunningHall) -> list[tuple[str, list[str], list[str]]]:
    """Return each change of the list, the oldest first: by whom, and the names before and after."""
    newest_first = hall.hall.store.reads.read(lambda work, _now: work.settings_records.versions(200)).result()
    after, found = standing_in(hall), []
    for one in newest_first:
        before = names_of(one.before["topics"])  # type: ignore[arg-type]  # what HallSettings has by this name
        found.append((one.by, before, after))
        after = before
    return found[::-1]


def test_a_list_of_the_centre_and_the_heads_changes_at_once_lose_nothing(tmp_path: Path, database: str) -> None:
    with hall_in_a_thread(tmp_path, database=database) as hall:
        desk, command = SettingsDesk(hall.hall.store, TOKEN), client_program(HEAD, hall, "head", str(TURNS))
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as head:
            assert head.stdout is not None
            assert head.stdout.readline() == "ready\n"
            answers = give_until_the_head_is_done(desk, hall, head.stdout)
        assert len(answers) == TURNS
        changes, standing, is_own = changes_of(hall), standing_in(hall), bool(told_by(desk).overrides)
        give(desk, hall, TURNS + 1, locked=True)
        locked = standing_in(hall)
        give(desk, hall, TURNS + 2, locked=False)
        unlocked = standing_in(hall)
    assert {code for _, code in answers} <= {"ok", "settings_changed", "setting_locked"}
    done = [act for act, code in answers if code == "ok"]
    by_head = [(before, after) for by, before, after in changes if by != MINISTRY]
    # Each act that the hall answered as done is one change, which keeps what the centre's list has beside it.
    assert len(by_head) == len(done) > 2
    for (before, after), act in zip(by_head, done, strict=True):
        if act != "undo":
            assert act in after
            assert set(after) - {act} == set(before) - {one for one in before if one.startswith(("Plot", "Land"))}
    # A lock puts the ministry's whole list in its place; when it has ended, the head's own is there again.
    assert locked == names_of_given(TURNS + 1)
    assert unlocked == (standing if is_own else names_of_given(TURNS + 2))
