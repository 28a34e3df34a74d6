"""Release files as small as they can be: one folder named after the version, signed."""

from __future__ import annotations

import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from central.releases import files, rollout
from central.releases.plan import Plan
from common.releases.signature import make_keys, read_public_keys, sign_file
from contracts.centre.releases import ReleaseResult, ReleaseState
from tests.helpers.centre import RunningCentre

SYSTEM = "debian13"


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
    for version, state, problem in (
        ("0.2.1", ReleaseState.FAILED, "it did not come up within 600 s: Connection refused"),
        ("0.3.0", ReleaseState.DOWNLOADED, "the doors open at 07:30"),
    ):
        rollout.publish(centre.engine, version, Plan("1"), by="salim", now=now)
        rollout.note_result(centre.engine, "1", version, ReleaseResult(state, now, problem), now=now)
