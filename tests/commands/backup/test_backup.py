"""`main.py backup` and `main.py restore`: copies in another place, while the hall runs, and back from them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commands.backup import command, restore
from commands.doctor import hall_checks
from commands.doctor.findings import Verdict
from hall.composition.store import open_store
from hall.platform.clock import SystemClock
from hall.platform.db.backup.backup_log import read_backup_state
from hall.platform.db.files.copies import copies_in
from hall.platform.db.files.sqlite_copy import problem_of
from tests.helpers.hall_in_a_thread import RunningHall, hall_in_a_thread
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[RunningHall]:
    (tmp_path / "hall").mkdir()
    with hall_in_a_thread(tmp_path / "hall") as running:
        yield running


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def backup(data: Path, *options: str) -> int:
    return command.run(["--data", str(data), *options])


def test_a_running_halls_copy_is_proved_and_brought_and_its_key_stays_at_home(
    hall: RunningHall, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = hall.hall.config.data
    for _ in range(3):
        hall.issue()
    assert backup(data, "--to", str(stick), "--json") == 0
    told = capsys.readouterr()
    made = json.loads(told.out)
    (copy,) = stick.iterdir()
    assert (made["at"], made["visits"], made["bytes"]) == (str(copy), 3, copy.stat().st_size)
    assert made["last_fact"] >= 3
    assert "restored in a scratch folder: 3 visits" in told.err
    assert problem_of(copy) is None
    assert (hall.hall.config.key_folder / "hall.key").read_bytes() not in copy.read_bytes()
    assert not (data / "backup-scratch").exists()


def test_doctor_says_how_old_the_newest_backup_is_and_why_the_last_try_failed(
    hall: RunningHall, stick: Path, tmp_path: Path
) -> None:
    data = hall.hall.config.data
    assert hall_checks.backup(data).verdict is Verdict.WARN
    assert backup(data, "--to", str(stick)) == 0
    found = hall_checks.backup(data)
    assert (found.verdict, found.seen) == (Verdict.PASS, f"in {stick}, 0 min old")
    assert backup(data, "--to", str(tmp_path / "away")) == 2
    found = hall_checks.backup(data)
    assert found.verdict is Verdict.FAIL
    assert f"in {stick}, 0 min old; the last try failed: there is no folder {tmp_path / 'away'}" in found.seen
    assert not (tmp_path / "away").exists(), "one made here would be on the same disk"
    assert backup(data, "--to", str(stick)) == 0
    assert hall_checks.backup(data).verdict is Verdict.PASS


def test_a_copy_in_the_data_folder_is_no_backup(hall: RunningHall, stick: Path) -> None:
    data = hall.hall.config.data
    assert backup(data) == 0
    assert copies_in(data / "copies")
    assert read_backup_state(data) is None
    assert backup(data, "--to", str(stick)) == 0
    before = read_backup_state(data)
    assert backup(data) == 0
    assert read_backup_state(data) == before


def test_a_damaged_database_makes_no_backup_and_the_good_ones_stay(hall: RunningHall, stick: Path) -> None:
    data = hall.hall.config.data
    assert backup(data, "--to", str(stick)) == 0
    hall.hall.stop()
    database = data / "hall.sqlite"
    content = bytearray(database.read_bytes())
    content[4096 * 3 :] = b"\xa5" * (len(content) - 4096 * 3)
    database.write_bytes(content)
    assert backup(data, "--to", str(stick)) == 2
    assert len(copies_in(stick)) == 1
    state = read_backup_state(data)
    assert state is not None
    assert "malformed" in state.problem


def test_where_there_is_no_hall_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert backup(tmp_path / "none") == 2
    assert "there is no folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_settings_name_the_place_and_the_list_shows_its_copies(
    hall: RunningHall, stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "hall.toml"
    settings.write_text(f'data = "{hall.hall.config.data}"\nbackup = "{stick}"\n', encoding="utf-8")
    assert command.run(["--config", str(settings)]) == 0
    capsys.readouterr()
    assert command.run(["--config", str(settings), "--list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"copies": [path.name for path in stick.iterdir()]}


@pytest.fixture
def stopped(tmp_path: Path) -> PreparedHall:
    (tmp_path / "stopped").mkdir()
    return prepare_hall(tmp_path / "stopped", tickets=3)


def test_the_newest_copy_of_a_stick_brings_a_lost_hall_back_and_no_number_comes_twice(
    stopped: PreparedHall, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backup(stopped.data, "--to", str(stick)) == 0
    key = (stopped.keys / "hall.key").read_bytes()
    shutil.rmtree(stopped.keys)
    for file in stopped.data.iterdir():
        if file.is_file():
            file.unlink()
    capsys.readouterr()
    assert restore.run(["--data", str(stopped.data), str(stick), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["database_of_before"], answer["missing_key"]) == (None, str(stopped.keys / "hall.key"))
    stopped.keys.mkdir()
    (stopped.keys / "hall.key").write_bytes(key)
    with hall_in_a_thread(stopped.folder) as back:
        assert back.issue()["ticket"] == "A101"


def test_what_is_no_copy_changes_nothing(
    stopped: PreparedHall, stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stopped.database.read_bytes()
    (tmp_path / "text").write_text("no copy", encoding="utf-8")
    for what, why in (
        (tmp_path / "none", "there is no file"),
        (tmp_path / "text", "is damaged"),
        (stick, "there is no copy in"),
    ):
        assert restore.run(["--data", str(stopped.data), str(what)]) == 2
        assert why in capsys.readouterr().err
    assert stopped.database.read_bytes() == before


@pytest.mark.full
def test_a_postgresql_hall_goes_to_a_dump_and_back(
    postgres_url: Callable[[], str], tmp_path: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres_url()
    (tmp_path / "hall").mkdir()
    prepared = prepare_hall(tmp_path / "hall", tickets=3, database=url)
    assert backup(prepared.data, "--database", url, "--to", str(stick)) == 0
    (copy,) = copies_in(stick)
    assert copy.suffix == ".dump"
    store = open_store(url, SystemClock().now)
    capsys.readouterr()
    options = ["--data", str(prepared.data), "--database", url]
    assert restore.run([*options, str(stick)]) == 2
    assert "already runs on this database" in capsys.readouterr().err
    store.close()
    assert restore.run([*options, str(stick)]) == 0
    with HallProcess(prepared, ("--database", url)) as back:
        assert back.issue().json()["ticket"] == "A101"
    copy.write_bytes(copy.read_bytes()[:-2000])
    assert restore.run([*options, str(copy)]) == 2
    assert "pg_restore failed" in capsys.readouterr().err
