"""Install a signed release: copy the database, switch, watch the hall, and go back where it does not work.

Updates are for the time after closing or before the doors open. What is refused changes nothing.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from commands.update.fetch import fetch
from commands.update.journal import Outcome, read_journal, read_outcome
from commands.update.machine import DEVICES, HALL, Machine, machine_of
from commands.update.problem import UnfinishedError, UpdateError
from commands.update.release_folder import CURRENT, GOOD, ReleaseFolder
from commands.update.sources.from_centre import install_from_centre
from commands.update.sources.from_hall import DOWNLOADS as FROM_HALL
from commands.update.sources.keep_for_devices import keep_for_devices
from commands.update.sources.offered import install_offered
from commands.update.update import Updater
from commands.update.when import reason_to_wait
from common.clock.wall_clock import utc_now
from common.configuration.command_parser import CommandParser
from common.configuration.parser import SettingsError, default_file
from common.files.durable import DRAFT
from common.text.program_name import program_name
from contracts.codec.writer import to_json
from hall.config import HallConfig
from hall.devices.store.release_files import ReleaseFiles
from hall.platform.db.engine import StoreError

KEYS = Path("/etc/dawr/release-keys")
UNFINISHED = 1
"""Status of an update that is neither done nor undone."""
FAILED = 3
"""Status of an update that did not work and was undone: the machine is as it was."""


def run(argv: list[str]) -> int:
    """Update, finish an update that was cut off, or say what is installed; 1 unfinished, 2 refused, 3 undone."""
    given = _parser().parse_args(argv)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _break_off)
    folder = ReleaseFolder(given.root)
    try:
        if given.status:
            return _print_status(folder, as_json=given.json)
        machine = machine_of(given)
        if given.for_devices:
            return _keep_for_devices(folder, machine, given)
        updater = Updater(folder, machine.unit, _tell, _wait_for_enter if given.step_by_step else _go_on)
        outcome = _update(updater, machine, given)
    except (UpdateError, SettingsError, StoreError, OSError) as error:
        print(f"{program_name()} update: {error}", file=sys.stderr)
        return 2
    except UnfinishedError as error:
        print(f"{program_name()} update: {error}", file=sys.stderr)
        return UNFINISHED
    if outcome is None:
        print(json.dumps(None) if given.json else "nothing to do")
        return 0
    print(json.dumps(asdict(outcome)) if given.json else _in_words(outcome, folder))
    return FAILED if outcome.state == "failed" else 0


def _update(updater: Updater, machine: Machine, given: argparse.Namespace) -> Outcome | None:
    """Do what the options say; None where there was nothing to do."""
    if given.pending:
        return _install_pending(updater, machine.own_hall(), given.keys)
    if given.from_centre:
        return install_from_centre(updater, machine.own_hall(), given.keys)
    if given.from_hall:
        return install_offered(updater, machine.hall_of_device(), updater.folder.root / FROM_HALL, given.keys)
    return _recover(updater) if given.recover else _install(updater, machine.config, given)


def _break_off(number: int, _frame: object) -> None:
    """End as Ctrl-C does, with the way back; a second signal, as of a service manager that asks again, is ignored."""
    for one in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="update", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", nargs="?", metavar="FILE|URL", help="the release file; its signature FILE.sig lies beside it"
    )
    what.add_argument(
        "--pending",
        action="store_true",
        help="install the newest file of ROOT/incoming, if the hall may be updated now",
    )
    what.add_argument(
        "--from-centre",
        action="store_true",
        help="ask the centre which release this hall should have, download it, install it if the hall may be updated "
        "now, and tell the centre how that ended",
    )
    what.add_argument(
        "--from-hall",
        action="store_true",
        help="on a kiosk, a board or a counter PC: ask the hall which release this device should have, as "
        "--from-centre asks the centre",
    )
    what.add_argument(
        "--recover", action="store_true", help="finish or undo an update that was cut off, before the start"
    )
    what.add_argument("--status", action="store_true", help="say what is installed and how the newest update ended")
    parser.add_argument(
        "--for-devices", action="store_true", help="keep FILE for the devices of this hall, and do not install it here"
    )
    parser.add_argument("--device", choices=(HALL, *DEVICES), help="what this machine is (what its packages installed)")
    parser.add_argument("--now", action="store_true", help="also while the service day is open: visitors must wait")
    parser.add_argument(
        "--config", type=Path, metavar="FILE", help=f"the settings file of that program ({default_file('hall')})"
    )
    parser.add_argument("--root", type=Path, default=Path("/opt/dawr"), metavar="DIR", help="the releases (/opt/dawr)")
    parser.add_argument("--keys", type=Path, default=KEYS, metavar="DIR", help=f"folder of public keys ({KEYS})")
    parser.add_argument("--unit", help="the unit that is stopped and started (dawr-hall, dawr-kiosk, dawr-board)")
    parser.add_argument(
        "--control", default="systemctl", metavar="PROGRAM", help="what stops and starts it (systemctl)"
    )
    parser.add_argument("--healthy-s", type=float, default=60, metavar="S", help="seconds it must be well (60)")
    parser.add_argument(
        "--start-s", type=float, default=600, metavar="S", help="seconds until it answers at most (600)"
    )
    parser.add_argument("--step-by-step", action="store_true", help="wait for Enter after each step")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    return parser


def _keep_for_devices(folder: ReleaseFolder, machine: Machine, given: argparse.Namespace) -> int:
    """Put a file that a technician brings where the hall offers it to its devices."""
    if not given.file:
        raise UpdateError("--for-devices needs the release file")
    file = fetch(given.file, folder.root / "downloads")
    offer = keep_for_devices(folder, ReleaseFiles(machine.own_hall().device_releases), file, given.keys)
    print(json.dumps(to_json(offer)) if given.json else f"the devices of this hall get version {offer.version}")
    return 0


def _install(updater: Updater, config: HallConfig | None, given: argparse.Namespace) -> Outcome:
    wait = None if given.now or config is None else reason_to_wait(config, utc_now())
    if wait:
        raise UpdateError(f"not now: {wait.text}. Update after closing, or before the doors open")
    return updater.apply(fetch(given.file, updater.folder.root / "downloads"), given.keys)


def _recover(updater: Updater) -> Outcome | None:
    try:
        return updater.recover()
    except (UpdateError, OSError) as error:
        raise UnfinishedError(f"the recovery failed: {error}") from error


def _install_pending(updater: Updater, config: HallConfig, keys: Path) -> Outcome | None:
    """Install what waits in the folder of files that arrived; None where nothing waits or visitors would have to."""
    file = updater.folder.pending(read_outcome(updater.folder.root))
    if file is None:
        return None
    wait = reason_to_wait(config, utc_now())
    if wait:
        _tell(f"{file.name} waits: {wait.text}")
        return None
    return updater.apply(file, keys)


def _print_status(folder: ReleaseFolder, *, as_json: bool) -> int:
    journal, outcome = read_journal(folder.root), read_outcome(folder.root)
    found = {
        "current": folder.linked(CURRENT),
        "good": folder.linked(GOOD),
        "releases": sorted(path.name for path in folder.releases.glob("*") if not path.name.endswith(DRAFT)),
        "at_work": journal and asdict(journal),
        "newest_update": outcome and asdict(outcome),
    }
    print(json.dumps(found) if as_json else "\n".join(f"{name}: {value}" for name, value in found.items()))
    return 0


def _in_words(outcome: Outcome, folder: ReleaseFolder) -> str:
    if outcome.state == "good":
        return f"version {outcome.version} is installed"
    back = folder.linked(CURRENT)
    return f"version {outcome.version} was undone ({outcome.reason}); {back} is in place with its database"


def _tell(line: str) -> None:
    print(f"update: {line}", file=sys.stderr, flush=True)


def _wait_for_enter(step: str) -> None:
    print(f"update: Enter goes on after {step}", file=sys.stderr, flush=True)
    sys.stdin.readline()


def _go_on(_step: str) -> None:
    """Wait for nobody."""
