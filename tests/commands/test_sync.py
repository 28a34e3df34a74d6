"""The sync command: it shows, sends and compares what waits, and says what it cannot find out."""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.sync import OpenSide, run
from contracts.centre.outbox_entry import encode_record
from hall.config import HallConfig
from sync.fakes.hall import MemoryOutbox, visit_record
from sync.ports import SyncSide
from sync.sender import SyncStatus
from sync.status_file import STANDING_FILE, Standing
from tests.helpers.centre import running_centre

TODAY = datetime.now(UTC).date()


def opener(outbox: MemoryOutbox, centre: str = "", token: str = "") -> OpenSide:
    @contextlib.contextmanager
    def open_side(config: HallConfig) -> Iterator[SyncSide]:
        yield SyncSide("1", outbox, centre, token, config.data)

    return open_side


def filled(count: int) -> MemoryOutbox:
    outbox = MemoryOutbox()
    for number in range(count):
        outbox.write(encode_record(visit_record(visit=str(uuid.UUID(int=number)), service_day=TODAY)))
    return outbox


def asked(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str, side: OpenSide) -> tuple[int, dict]:  # type: ignore[type-arg]  # a test's shorthand
    code = run([command, "--data", str(tmp_path), "--json"], open_side=side, open_view=side)
    return code, json.loads(capsys.readouterr().out)


def test_what_waits_is_told_sent_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outbox = filled(60)
    with running_centre(tmp_path / "centre") as centre:
        side = opener(outbox, centre.url, centre.enrol())
        code, found = asked(capsys, tmp_path, "status", side)
        assert (code, found["unsent"], found["quarantined"]) == (1, 60, [])
        assert asked(capsys, tmp_path, "verify", side)[0] == 1
        code, found = asked(capsys, tmp_path, "now", side)
        assert (code, found["sent"], found["unsent"]) == (0, 60, 0)
        code, found = asked(capsys, tmp_path, "verify", side)
        assert (code, found["visits"], found["centre_visits"], found["differing"]) == (0, 60, 60, [])
        assert asked(capsys, tmp_path, "status", side)[0] == 0


def test_a_person_sees_how_the_service_last_stood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = datetime(2026, 11, 24, 5, tzinfo=UTC)
    assert asked(capsys, tmp_path, "status", opener(filled(1)))[1]["state"] is None
    stood = SyncStatus("away", "no route to the centre", 3, next_try_at=at, centre="http://127.0.0.1:8090")
    Standing(tmp_path / STANDING_FILE).keep(stood)
    found = asked(capsys, tmp_path, "status", opener(filled(1)))[1]
    assert found["centre"] == "http://127.0.0.1:8090", "the service has it from its own command line"
    assert (found["state"], found["reason"]) == ("away", "no route to the centre")
    assert found["next_try_at"] == "2026-11-24T05:00:00+00:00"


@pytest.mark.allow_logs
def test_what_the_centre_refused_stays_in_sight(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outbox = filled(1)
    outbox.write(b"nonsense")
    with running_centre(tmp_path / "centre") as centre:
        side = opener(outbox, centre.url, centre.enrol())
        assert run(["now", "--data", str(tmp_path)], open_side=side, open_view=side) == 0
    capsys.readouterr()
    assert run(["status", "--data", str(tmp_path)], open_side=side, open_view=side) == 1
    assert "quarantined: 1\n  seq 2, reason the entry is not JSON" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["status", "now", "verify"])
def test_a_folder_without_a_hall_is_named_and_stays_empty_or_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        assert run([command, "--data", str(folder)]) == 2
        assert "there is no hall at" in capsys.readouterr().err
        assert list(tmp_path.iterdir()) == []


@pytest.mark.allow_logs
@pytest.mark.parametrize("command", ["now", "verify"])
def test_a_centre_that_is_away_or_not_set_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    for side, said in (
        (opener(filled(3), "http://127.0.0.1:1", "t"), "cannot be reached"),
        (opener(filled(3)), "has no centre"),
    ):
        assert run([command, "--data", str(tmp_path)], open_side=side, open_view=side) == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("command", ["status", "now", "verify"])
def test_a_centre_over_plain_http_is_refused_unless_a_setting_allows_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    settings = tmp_path / "hall.toml"
    settings.write_text('centre = "http://192.0.2.1"\n', encoding="utf-8")
    command_line = [command, "--data", str(tmp_path), "--config", str(settings)]
    assert run(command_line) == 2
    assert "centre: http:// sends the hall's token" in capsys.readouterr().err
    settings.write_text('centre = "http://192.0.2.1"\nallow_plain_http = true\n', encoding="utf-8")
    assert run(command_line) == 2
    assert "there is no hall at" in capsys.readouterr().err
