"""Release files as small as they can be: one folder named after the version, signed."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from central.halls.heartbeats import note_heartbeat
from central.releases import files, rollout
from central.releases.plan import Plan
from common.releases.signature import make_keys, read_public_keys, sign_file
from contracts.centre.sync_api import DeviceBeat, Heartbeat
from contracts.releases import DeviceUpdate, ReleaseResult
from contracts.words.releases import ReleaseProblem, ReleaseState
from tests.helpers.centre import RunningCentre

SYSTEM = "debian13"
NOT_STARTED = ReleaseProblem.NOT_STARTED


def make_release_keys(folder: Path) -> tuple[Path, Path]:
    """Make a key pair without a passphrase and return the private key and the folder of public ones."""
    private, public = folder / "release.key", folder / "keys"
    if not private.exists():
        public.mkdir(exist_ok=True)
        make_keys(private, public / "release.pub", None)
    return private, public


def small_release(folder: Path, version: str, *, system: str = SYSTEM, padding: int = 0) -> Path:
    """Return a signed release file; `padding` adds bytes to it."""
    private, _ = make_release_keys(folder)
    file = folder / f"dawr-{version}-{system}.tar"
    with tarfile.open(file, "w") as tar:
        for name, content in (("common/version.py", f'VERSION = "{version}"\n'.encode()), ("padding", bytes(padding))):
            member = tarfile.TarInfo(f"{version}/{name}")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    sign_file(file, private)
    return file


def put_release(centre: RunningCentre, version: str, *, padding: int = 0) -> Path:
    """Add a release to a running centre and return the file that was added."""
    file = small_release(centre.data, version, padding=padding)
    keys = read_public_keys(make_release_keys(centre.data)[1])
    folder = centre.data / files.FOLDER
    files.add_file(centre.engine, folder, file, keys, by="salim", now=datetime.now(UTC))
    return file


def fill_releases(centre: RunningCentre, now: datetime) -> None:
    """Give hall 1 of a running centre a release, and add one that failed and one that is not published."""
    for version in ("0.2.1", "0.3.0", "0.4.0"):
        put_release(centre, version)
    for version, state, problem, code in (
        ("0.2.1", ReleaseState.FAILED, "it did not come up within 600 s: Connection refused", NOT_STARTED),
        ("0.3.0", ReleaseState.DOWNLOADED, "the doors open at 07:30", ReleaseProblem.DOORS_OPEN),
    ):
        rollout.publish(centre.engine, version, Plan("1"), by="salim", now=now)
        rollout.note_result(centre.engine, "1", version, ReleaseResult(state, now, problem, code), now=now)
    failed = DeviceUpdate("0.3.0", ReleaseState.FAILED, now, NOT_STARTED, "the hall hears version 0.2.0")
    devices = (
        DeviceBeat("kiosk", "kiosk 1", "ok", version="0.2.0+29a99d66", update=failed),
        DeviceBeat("kiosk", "kiosk 2", "ok", version="0.2.0+29a99d66"),
        DeviceBeat("counter", "counter 3", "ok", counter=3, version="0.2.0+29a99d66"),
        DeviceBeat("tablet", "tablet 3", "ok", counter=3),
    )
    note_heartbeat(centre.engine, "1", Heartbeat(0, app="0.2.0+29a99d66", devices=devices), now=now)
