"""Real hall services on lost, damaged, foreign and older files: each has its message, and no number comes twice."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import requests

from bench.running_demo import ROOT
from commands.run.hall import run
from hall.platform.db.backup.history_mark import MARK_FILE, read_mark
from hall.platform.db.engine import make_engine
from hall.platform.db.files.sqlite_copy import copy_database, problem_of
from tests.helpers.hall_in_a_thread import good, hall_in_a_thread
from tests.helpers.hall_process import HallProcess, PreparedHall, prepare_hall
from tests.helpers.speeds import some
from tools.qt_driver.driven_program import until


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> PreparedHall:
    """A hall that gave A001 to A003 and was stopped."""
    return prepare_hall(tmp_path_factory.mktemp("lived"), tickets=3)


@pytest.fixture
def hall(lived: PreparedHall, tmp_path: Path) -> PreparedHall:
    """A copy of that hall of the test's own."""
    folder = tmp_path / "hall"
    shutil.copytree(lived.folder, folder)
    return PreparedHall(folder, dict(lived.tokens), dict(lived.devices))


Refuses = Callable[..., str]


@pytest.fixture
def refuses(capsys: pytest.CaptureFixture[str]) -> Refuses:
    """Return a function that starts a hall which must end with status 2, in this process; it returns what it said."""

    def start(hall: PreparedHall, *options: str) -> str:
        place = ["--data", str(hall.data), "--port", "0", "--setup", str(hall.folder / "hall.toml")]
        assert run([*place, *options]) == 2
        said = capsys.readouterr().err
        assert "Traceback" not in said
        return said

    return start


def copy_of(hall: PreparedHall, to: Path) -> Path:
    engine = make_engine(f"sqlite:///{hall.database}")
    try:
        return copy_database(engine, to)
    finally:
        engine.dispose()


def lose(hall: PreparedHall) -> None:
    for file in hall.data.glob("hall.sqlite*"):
        file.unlink()


@pytest.mark.parametrize("emptied", some([False, True], False))
def test_a_hall_without_its_database_does_not_start_and_names_the_newest_copy(
    hall: PreparedHall, refuses: Refuses, tmp_path: Path, emptied: bool
) -> None:
    copy_of(hall, hall.data / "copies" / "hall-20261129T080000.000Z.sqlite")
    newest = copy_of(hall, tmp_path / "disk" / "hall-20261129T090000.000Z.sqlite")
    lose(hall)
    if emptied:
        hall.database.touch()
    said = refuses(hall, "--copies", str(tmp_path / "disk"))
    assert ("is empty" if emptied else "is missing") in said
    assert f"main.py restore --data {hall.data} {newest}" in said
    assert "--new" in said


@pytest.mark.full
def test_a_hall_with_its_key_alone_does_not_start_without_a_word(hall: PreparedHall, refuses: Refuses) -> None:
    lose(hall)
    assert "There is no copy" in refuses(hall)
    with HallProcess(hall, ("--new",)) as new:
        assert new.issue().status_code == 401, "it is another hall: the kiosk is not known"


@pytest.mark.full
def test_new_is_refused_where_there_is_a_hall(hall: PreparedHall, refuses: Refuses) -> None:
    assert "has a hall already" in refuses(hall, "--new")


@pytest.mark.parametrize("how", some(["pages", "half"], "pages"))
def test_a_damaged_database_does_not_start_and_names_the_newest_copy(
    hall: PreparedHall, refuses: Refuses, how: str
) -> None:
    copy = copy_of(hall, hall.data / "copies" / "hall-20261129T080000.000Z.sqlite")
    damage(hall.database, half=how == "half")
    said = refuses(hall)
    assert "is damaged" in said
    assert f"main.py restore --data {hall.data} {copy}" in said


def damage(database: Path, *, half: bool = False) -> None:
    size = database.stat().st_size
    with database.open("r+b") as file:
        if half:
            file.truncate(size // 2)
        else:
            file.seek(4096)
            file.write(b"\xa5" * (size - 4096))


@pytest.mark.full
def test_damage_under_a_running_hall_stops_tickets_and_is_told(hall: PreparedHall) -> None:
    with HallProcess(hall) as running:
        damage(hall.database)
        answers = [running.issue().status_code for _ in range(5)]
        assert 201 not in answers
        running.await_reason("database_damaged")
        assert running.health()[0] == 503
        assert running.issue().json()["code"] == "hall_away"
        assert running.ask("GET", "/queues", "head").status_code in {200, 503}
        assert "no command is taken until a copy is restored" in running.log()


@pytest.mark.full
def test_a_removed_database_stops_tickets_and_is_copied_with_all_that_was_acknowledged(
    hall: PreparedHall, refuses: Refuses
) -> None:
    with HallProcess(hall) as running:
        assert [running.issue().json()["ticket"] for _ in range(2)] == ["A004", "A005"]
        hall.database.unlink()
        assert running.issue().status_code == 503
        running.await_reason("database_damaged")
        assert not hall.database.exists(), "no empty database takes its place"
        until(lambda: "was copied to" in running.log(), "the copy is written", running.log)
        seen = running.ask("GET", "/queues", "head")
        assert seen.status_code == 503 or "database_damaged" in [one["kind"] for one in seen.json()["standing"]]
    (copy,) = (hall.data / "copies").glob("*.sqlite")
    assert problem_of(copy) is None
    assert str(copy) in refuses(hall)
    restored = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "restore", "--data", str(hall.data), str(copy)], check=False
    )
    assert restored.returncode == 0
    with HallProcess(hall) as again:
        assert again.issue().json()["ticket"] == "A101"


@pytest.mark.full
def test_a_removed_lock_file_ends_the_hall_with_status_3(hall: PreparedHall) -> None:
    with HallProcess(hall) as running:
        hall.database.with_name("hall.sqlite.lock").unlink()
        assert running.ended() == 3
        assert "was removed or replaced" in running.log()
        with HallProcess(hall) as second:
            assert second.issue().json()["ticket"] == "A004"


@pytest.mark.parametrize("lost", some([True, False], True))
def test_a_lost_or_foreign_key_is_noticed_and_replaced_by_an_explicit_word(
    hall: PreparedHall, refuses: Refuses, lost: bool
) -> None:
    key = hall.keys / "hall.key"
    if lost:
        key.unlink()
    else:
        key.write_bytes(os.urandom(32))
    said = refuses(hall)
    assert ("is missing" if lost else "belongs to another hall") in said
    assert "--new-key" in said
    assert key.exists() is not lost, "no key is made in silence"
    with HallProcess(hall, ("--new-key",)) as running:
        body = {"agent": "salim", "pin": "471829"}
        assert running.issue().status_code == 201, "devices go on"
        signed = running.ask("POST", "/counters/2/sign-in", "counter2", body=body)
        assert signed.json().get("code") != "pin_wrong"
    assert list(hall.keys.glob("hall.key-replaced-*")) == [] if lost else list(hall.keys.glob("hall.key-replaced-*"))


def test_an_older_database_put_back_by_hand_leaps_over_the_numbers_that_were_given(tmp_path: Path) -> None:
    with hall_in_a_thread(tmp_path, tasks=True) as running:
        hall = PreparedHall(tmp_path, running.tokens, running.devices)
        assert [running.issue()["ticket"] for _ in range(3)] == ["A001", "A002", "A003"]
        older = copy_of(hall, tmp_path / "older.sqlite")
        before = good(running.get("/queues", "head"))["seq"]
        assert [running.issue()["ticket"] for _ in range(2)] == ["A004", "A005"]
        until(
            lambda: (read_mark(hall.data / MARK_FILE) or ("", 0))[1] > before, "the mark is written", hall.data.iterdir
        )
    lose(hall)
    shutil.copyfile(older, hall.database)
    with HallProcess(hall) as again:
        assert again.health() == (200, ["history_shorter"])
        assert again.issue().json()["ticket"] == "A101"
        standing = again.ask("GET", "/queues", "head").json()["standing"]
        assert [alert["kind"] for alert in standing if alert["kind"] == "history_shorter"]
        seen = again.ask("POST", "/alerts/acknowledge", "head", body={"alert": "history_shorter"})
        assert seen.status_code == 200
    with HallProcess(hall) as third:
        assert third.health() == (200, [])
        assert third.issue().json()["ticket"] == "A102"


@pytest.mark.full
def test_an_older_database_is_noticed_also_where_the_hall_was_stopped_at_once_after_a_ticket(
    hall: PreparedHall, tmp_path: Path
) -> None:
    older = copy_of(hall, tmp_path / "older.sqlite")
    with HallProcess(hall) as running:
        assert running.issue().json()["ticket"] == "A004"
        running.signal(signal.SIGTERM)
        assert running.ended() == 0
    lose(hall)
    shutil.copyfile(older, hall.database)
    with HallProcess(hall) as again:
        assert again.health() == (200, ["history_shorter"])
        assert again.issue().json()["ticket"] == "A101"


@pytest.mark.full
def test_a_client_that_names_facts_which_the_hall_never_had_moves_no_number(hall: PreparedHall) -> None:
    with HallProcess(hall) as running:
        queues = running.ask("GET", "/queues", "head").json()
        assert queues["seq"] > 0
        for ahead in (50, 70):
            follow(running, f"{queues['stream']}:{queues['seq'] + ahead}")
        until(lambda: running.log().count("it gets a new snapshot") == 2, "both are in the log", running.log)
        assert running.health() == (200, [])
        assert running.issue().json()["ticket"] == "A004"


def follow(running: HallProcess, last_seen: str) -> None:
    """Open the live link as a client that has seen this fact, and leave after the snapshot."""
    headers = {"Authorization": f"Bearer {running.hall.tokens['board']}", "Last-Event-ID": last_seen}
    with requests.get(f"{running.base}/api/v1/live", headers=headers, stream=True, timeout=60) as answer:
        for line in answer.iter_lines():
            if line.startswith(b"data:"):
                return


@pytest.mark.full
@pytest.mark.parametrize("broken", some(["missing", "not TOML"], "missing"))
def test_a_hall_that_is_set_up_starts_without_its_set_up_file(hall: PreparedHall, broken: str) -> None:
    file = hall.folder / "hall.toml"
    if broken == "missing":
        file.unlink()
    else:
        file.write_text("[hall", encoding="utf-8")
    with HallProcess(hall) as running:
        assert running.health() == (200, ["setup_unreadable"])
        assert running.issue().json()["ticket"] == "A004"
    assert ("there is no such file" if broken == "missing" else "is not TOML") in running.log()


@pytest.mark.full
def test_a_new_hall_without_its_set_up_file_does_not_start(hall: PreparedHall, refuses: Refuses) -> None:
    shutil.rmtree(hall.data)
    shutil.rmtree(hall.keys)
    (hall.folder / "hall.toml").unlink()
    assert "there is no such file" in refuses(hall)
    assert not hall.database.exists()


def test_a_start_where_nothing_can_be_written_ends_with_a_sentence(hall: PreparedHall) -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "hall", "--data", str(hall.data), "--port", "0"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert said.returncode == 2, said.stderr
    assert "cannot write in" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.full
def test_a_start_in_a_folder_that_cannot_be_made_ends_with_a_sentence() -> None:
    said = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "hall", "--data", "/proc/dawr-hall", "--port", "0"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert said.returncode == 2, said.stderr
    assert "cannot write in /proc/dawr-hall" in said.stderr
    assert "Traceback" not in said.stderr


NOBODY = 65_534
OTHERS = {
    "folder": ("cannot write in", lambda hall: hall.data.chmod(0o755)),
    "database": ("readonly database", lambda hall: hall.database.chmod(0o644)),
    "lock": ("cannot write in", lambda hall: hall.database.with_name("hall.sqlite.lock").chmod(0o644)),
    "key": ("other users can read the hall's key", lambda hall: (hall.keys / "hall.key").chmod(0o644)),
    "unreadable key": ("cannot read the hall's key", lambda hall: (hall.keys / "hall.key").chmod(0o600)),
}
"""What another user owns and this account must not write (or read), and what the hall says then."""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file to another user")
@pytest.mark.parametrize("what", some(OTHERS, next(iter(OTHERS))))
def test_a_start_on_files_of_another_user_ends_with_a_sentence(hall: PreparedHall, what: str) -> None:
    said, closed = OTHERS[what]
    for file in (hall.data, *hall.data.iterdir(), hall.keys, *hall.keys.iterdir()):
        os.chown(file, NOBODY, NOBODY)
        file.chmod(0o777 if file.is_dir() else 0o666)
    os.chown(hall.keys / "hall.key", 0, 0)
    (hall.keys / "hall.key").chmod(0o600)
    closed(hall)
    if "key" in what:
        os.chown(hall.keys / "hall.key", NOBODY, NOBODY)
    hall_service = (sys.executable, str(ROOT / "main.py"), "hall", "--data", str(hall.data), "--port", "0")
    done = subprocess.run(
        # Root without its capabilities is a user like others.
        ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *hall_service],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
