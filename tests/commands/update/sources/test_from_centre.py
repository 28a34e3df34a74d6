"""The update from the centre: what ends it before it begins, and what the centre hears of each fault."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from central.halls.current_state import halls_now
from central.releases import files, rollout
from central.releases.overview import rollouts
from central.releases.plan import Plan
from commands.runtime.hall_code import hall_of
from commands.update.command import run
from commands.update.journal import BEGUN, OUTCOME, Journal, Outcome, write_journal
from commands.update.release_folder import CURRENT
from commands.update.sources import download, from_centre
from common.releases.release_file import this_system
from common.releases.signature import read_public_keys
from hall.config import config_from
from hall.platform.db.engine import make_engine
from hall.platform.db.tables.core import service_day
from tests.commands.update.test_refused_files import NEW, OLD, Machine
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.hall_process import prepare_hall
from tests.helpers.releases import small_release

FAILED_AT = "2026-11-30T20:00:00+00:00"


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Put back the handlers that the command sets."""
    before = [(number, signal.getsignal(number)) for number in (signal.SIGTERM, signal.SIGHUP)]
    yield
    for number, handler in before:
        signal.signal(number, handler)


@pytest.mark.parametrize(
    ("database", "why"),
    [("", "there is no database"), ("postgresql://127.0.0.1:9/hall", "the hall's database cannot be read")],
    ids=["no file", "no server"],
)
def test_without_its_database_it_ends_with_a_sentence_and_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], database: str, why: str
) -> None:
    settings, token = tmp_path / "hall.toml", tmp_path / "token"
    token.write_text("a", encoding="utf-8")
    lines = [f'data = "{tmp_path}/data"', 'centre = "http://127.0.0.1:9"', f'centre_token_file = "{token}"']
    lines += [f'database = "{database}"'] if database else []
    settings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run(["--from-centre", "--config", str(settings), "--root", str(tmp_path / "opt")]) == 2
    assert why in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [settings, token]


@dataclass(frozen=True)
class Place:
    """A hall of an open day, whose centre gives it a release."""

    machine: Machine
    centre: RunningCentre
    file: Path
    """The release's file at the centre."""

    def ask(self) -> int:
        """Do what the timer does in a hall."""
        return self.machine.update("--from-centre")

    def stay_open(self) -> None:
        """Leave the service day open."""

    def close_day(self) -> None:
        """Close the service day."""
        config = config_from(["--config", str(self.machine.folder / "hall.toml")])
        engine = make_engine(config.database_url)
        with engine.begin() as connection:
            connection.execute(update(service_day).values(state="closed"))
        engine.dispose()

    def write_outcome(self, state: str, reason: str = "", code: str = "") -> None:
        """Write how the newest update of the hall ended."""
        outcome = Outcome(NEW, state, reason, FAILED_AT, code)
        (self.machine.releases.root / OUTCOME).write_text(json.dumps(asdict(outcome)), encoding="utf-8")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data of a hall of an open day, to be copied."""
    return prepare_hall(tmp_path_factory.mktemp("hall")).data


@pytest.fixture
def place(tmp_path: Path, data: Path) -> Iterator[Place]:
    machine = Machine(tmp_path, data)
    settings = tmp_path / "hall.toml"
    hall = hall_of(config_from(["--config", str(settings)]))
    with running_centre(tmp_path / "centre") as centre:
        (tmp_path / "token").write_text(centre.enrol(hall), encoding="utf-8")
        with settings.open("a", encoding="utf-8") as more:
            more.write(f'centre = "{centre.url}"\ncentre_token_file = "{tmp_path}/token"\n')
        file, keys = small_release(tmp_path, NEW, system=this_system()), read_public_keys(tmp_path / "keys")
        folder, now = centre.data / files.FOLDER, datetime.now(UTC)
        files.add_file(centre.engine, folder, file, keys, by="salim", now=now)
        rollout.publish(centre.engine, NEW, Plan(hall), by="salim", now=now)
        yield Place(machine, centre, folder / file.name)


def lose_key(place: Place) -> None:
    (place.machine.folder / "keys" / "release.pub").unlink()


def change_key(place: Place) -> None:
    (place.machine.folder / "foreign.pub").replace(place.machine.folder / "keys" / "release.pub")


def refuse_writing(place: Place) -> None:
    (place.machine.releases.root / from_centre.DOWNLOADS).touch()


def damage(place: Place) -> None:
    place.file.write_bytes(bytes(place.file.stat().st_size))


def damage_and_ask(place: Place) -> None:
    damage(place)
    place.ask()


def damage_one_download(place: Place) -> None:
    whole = place.file.read_bytes()
    damage_and_ask(place)
    place.file.write_bytes(whole)


def cut_off_an_update(place: Place) -> None:
    place.close_day()
    write_journal(place.machine.releases.root, Journal(BEGUN, OLD, NEW))


def undo_it(place: Place) -> None:
    place.close_day()
    place.write_outcome("failed", "it did not come up", "not_started")


def undo_it_and_install_it(place: Place) -> None:
    undo_it(place)
    be_updated_by_packages(place)


def be_updated_by_packages(place: Place) -> None:
    place.machine.releases.path(NEW).mkdir()
    place.machine.releases.point(CURRENT, NEW)


def be_updated(place: Place) -> None:
    place.machine.releases.path(NEW).mkdir()
    place.machine.releases.point(CURRENT, NEW)
    place.write_outcome("good")


@pytest.mark.process
@pytest.mark.parametrize(
    ("arrange", "status", "state", "problem", "code"),
    [
        (Place.stay_open, 0, "downloaded", "the service day", "day_open"),
        (lose_key, 0, "waiting", "there is no public key", "no_key"),
        (refuse_writing, 0, "waiting", "from-centre", "machine"),
        (damage, 0, "waiting", "is downloaded once more", "damaged"),
        (damage_one_download, 0, "downloaded", "the service day", "day_open"),
        (damage_and_ask, 2, "failed", "it came damaged or was changed there", "damaged"),
        (change_key, 2, "failed", "no known key has signed", "unsigned"),
        (Place.close_day, 2, "failed", "is made for another Debian", "unusable"),
        (cut_off_an_update, 2, "downloaded", "", ""),
        (undo_it, 0, "failed", "it did not come up", "not_started"),
        (be_updated, 0, "updated", "", ""),
        (be_updated_by_packages, 0, "updated", "", ""),
        (undo_it_and_install_it, 0, "updated", "", ""),
    ],
)
def test_the_centre_hears_how_it_ended_and_a_failure_alone_stops_the_release(
    place: Place, arrange: Callable[[Place], None], status: int, state: str, problem: str, code: str
) -> None:
    arrange(place)
    assert place.ask() == status
    check(place, state, problem, code)


@pytest.mark.process
def test_a_disk_with_too_little_space_waits(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "SPACE", 10**12)
    assert place.ask() == 0
    check(place, "waiting", "MB free", "no_space")


@pytest.mark.process
def test_a_release_that_somebody_installed_meanwhile_is_no_failure(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.close_day()

    def install_it_now(_config: object, _now: object) -> None:
        be_updated_by_packages(place)

    monkeypatch.setattr(from_centre, "reason_to_wait", install_it_now)
    assert place.ask() == 0
    check(place, "updated", "", "")
    assert place.ask() == 0
    check(place, "updated", "", "")


def check(place: Place, state: str, problem: str, code: str) -> None:
    """Compare what the centre shows of the hall, and whether halls still get the release."""
    (release,) = rollouts(place.centre.engine, halls_now(place.centre.engine, now=datetime.now(UTC)))
    (hall,) = release.halls
    assert (hall.state, problem in hall.problem, hall.code) == (state, True, code), hall.problem
    assert release.state == ("stopped" if state == "failed" else "rolling")
    assert not place.machine.stopped.exists()
