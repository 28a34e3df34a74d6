"""What `doctor` looks at of a hall: its set-up file, database, copies, service and printer."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import ssl
import time
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from http import HTTPStatus
from http.client import BadStatusLine, HTTPException
from pathlib import Path

from cryptography import x509

from commands.doctor.findings import Finding, failed, passed, warned
from common.clock.wall_clock import utc_now
from common.files.private import OWNER_ONLY, keys_beside
from common.server.trust import trust_of
from common.text.program_name import program_name
from hall.composition.start_checks import KEY_FILE, KEY_MARK
from hall.platform.db.backup.backup_log import read_backup_state
from hall.platform.db.files.copies import copies_in
from hall.platform.security.secret import KEY_BYTES, HallSecret
from hall.platform.tls.certificates import RENEW_BEFORE
from hall.platform.tls.hall_tls import AUTHORITY, FOLDER, SERVER
from hall.settings.setup.file import check_setup, read_setup

_COPY_AGE_S = 2 * 3600
_READ_MORE = "docs/contract.md tells each reason of /healthz; the hall's log has more."


def setup_file(path: Path) -> Finding:
    """Check the set-up file; the first mistake is shown, all by `main.py hall --check`."""
    problems = check_setup(path)
    errors = [problem for problem in problems if not problem.warning]
    if errors:
        todo = f"See all with: {program_name()} hall --check {path}"
        return failed("set-up file", f"{len(errors)} mistakes, the first: {errors[0]}", todo)
    if problems:
        return warned("set-up file", str(problems[0]), "It may stand; think it over.")
    if os.name == "posix" and path.stat().st_mode & OWNER_ONLY and read_setup(path).pins:
        todo = f"It holds PINs and other users of this machine can read it: chmod 600 {path}"
        return warned("set-up file", str(path), todo)
    return passed("set-up file", str(path))


def database(folder: Path, keys: Path | None = None) -> Finding:
    """Check that the hall's SQLite file is sound, reading only; `keys` is the folder of its key."""
    import pysqlite3.dbapi2 as sqlite  # noqa: PLC0415 - not on every machine that runs doctor

    main = folder / "hall.sqlite"  # the folder may have others: those that a restore has replaced
    if not main.exists():
        lost = ((keys or keys_beside(folder)) / KEY_FILE).exists()
        todo = "Put a copy back: docs/copies.md" if lost else f"Start the hall once: {program_name()} hall --setup FILE"
        return failed("database", f"no database in {folder}", todo)
    connection = sqlite.connect(f"file:{main}?mode=ro", uri=True)
    try:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite.DatabaseError as error:
        said = str(error)
    finally:
        connection.close()
    if said != "ok":
        return failed("database", f"{main.name}: {said}", f"Stop the hall and restore a copy: {program_name()} restore")
    return passed("database", f"{main.name} is sound")


def key(folder: Path, keys: Path | None = None) -> Finding:
    """Check that the key is there, its database's and outside the data folder; without it no hall starts again."""
    import pysqlite3.dbapi2 as sqlite  # noqa: PLC0415 - not on every machine that runs doctor

    path = (keys or keys_beside(folder)) / KEY_FILE
    try:
        with contextlib.closing(sqlite.connect(f"file:{folder / 'hall.sqlite'}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (KEY_MARK,)).fetchone()
    except sqlite.DatabaseError:  # the check of the database says so
        row = None
    content = path.read_bytes() if path.exists() else b""
    if row is not None and (len(content) != KEY_BYTES or HallSecret(content).mark() != row[0]):
        seen = f"{path} is another hall's" if content else f"{path} is missing"
        return failed("key", seen, "The hall will not start again: put the saved key back; docs/copies.md")
    if row is None:
        return passed("key", f"{path.name} is there" if content else "the hall makes it at its first start")
    if path.resolve().is_relative_to(folder.resolve()):
        todo = "Who copies that folder has both. Set keys in hall.toml to a folder outside: docs/copies.md"
        return warned("key", f"{path} lies with the database that it protects", todo)
    return passed("key", f"{path} fits the database")


def copies(folder: Path) -> Finding:
    """Check that an hourly copy of the database is not older than two hours."""
    return _copies_in("copies", folder / "copies", "Is the hall running, and is there space on the disk?")


def second_place(folder: Path) -> Finding:
    """Check that the folder on another disk is there and has a copy that is not older than two hours."""
    if not folder.is_dir():
        return failed("second place", f"there is no folder {folder}", "Mount the disk or share; docs/copies.md")
    return _copies_in("second place", folder, "Is the disk mounted and not full? The hall's log tells more.")


def backup(folder: Path) -> Finding:
    """Check that the newest backup arrived not long ago, and that the last try did not fail."""
    state = read_backup_state(folder)
    if state is None:
        return warned("backup", "none was ever made", "Set a second machine or disk up: docs/copies.md")
    age_s = None if state.taken_at is None else (utc_now() - state.taken_at).total_seconds()
    seen = f"in {state.place}, {age_s / 60:.0f} min old" if age_s is not None else "none has arrived yet"
    if state.problem:
        return failed(
            "backup", f"{seen}; the last try failed: {state.problem}", f"Run by hand: {program_name()} backup"
        )
    if age_s is None or age_s > _COPY_AGE_S:
        return failed("backup", seen, "Does its timer run? systemctl status dawr-backup.timer")
    return passed("backup", seen)


def _copies_in(name: str, folder: Path, todo: str) -> Finding:
    found = copies_in(folder)
    if not found:
        return warned(
            name, f"none yet in {folder}", "The first is made within a quarter of an hour of the hall's start."
        )
    age_s = time.time() - found[-1].stat().st_mtime
    if age_s > _COPY_AGE_S:
        return failed(name, f"the newest is {age_s / 3600:.0f} h old", todo)
    return passed(name, f"{len(found)}, the newest {age_s / 60:.0f} min old")


def certificate(keys: Path, now: datetime) -> Finding:
    """Check that the hall's own certificate is valid and not overdue: the hall renews it a month before it ends."""
    path = keys / FOLDER / SERVER
    if not path.exists():
        return passed("certificate", "none yet: over HTTPS the hall makes it at its start")
    ends = x509.load_pem_x509_certificate(path.read_bytes()).not_valid_after_utc
    authority = ssl.PEM_cert_to_DER_cert((path.parent / AUTHORITY).read_text(encoding="ascii"))
    sha256 = hashlib.sha256(authority).hexdigest().upper()
    shown = ":".join(sha256[at : at + 2] for at in range(0, len(sha256), 2))
    seen = f"{path.name} is valid until {ends.date()}; SHA-256 of the hall's authority: {shown}"
    if now >= ends:
        return failed("certificate", seen, "Devices refuse the hall: start it again, and look at date and time here.")
    if ends - now < RENEW_BEFORE - timedelta(days=1):
        return warned("certificate", seen, "It should be renewed already: is the hall running? Its log says more.")
    return passed("certificate", seen)


def hall_service(url: str, authority: Path | None = None) -> Finding:
    """Check that the hall service answers and says that all is well; `authority` is the one to trust over HTTPS."""
    if not url.startswith(("http://", "https://")):
        return failed("hall service", f"{url} is no address", "Give it as https://10.0.0.5:8080")
    try:
        status, told = _asked(f"{url.rstrip('/')}/healthz", authority)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(reason, ssl.SSLCertVerificationError):
            todo = (
                "Give its authority with --hall-ca FILE, or the hall's folder with --data; then look at the date here."
            )
            return failed("hall service", f"{url}: certificate refused, {reason.verify_message}", todo)
        return failed("hall service", f"{url}: {_plainly(error)}", "Is it started, and is the network cable in?")
    reasons = _reasons(told)
    if reasons is None:
        answered = "as no hall does" if status == HTTPStatus.OK else str(status)
        return failed("hall service", f"{url} answers {answered}", "Is this the hall service's address and port?")
    if status != HTTPStatus.OK:
        return failed("hall service", f"{url} takes no command: {reasons}", _READ_MORE)
    if reasons:
        return warned("hall service", f"{url} answers, but: {reasons}", _READ_MORE)
    return passed("hall service", f"{url}: all is well")


def authority_of(keys: Path | None, given: Path | None) -> Path | None:
    """Return the authority to trust: the given file, else the one in the folder of the keys, else the system's."""
    own = keys / FOLDER / AUTHORITY if keys is not None else None
    return given or (own if own is not None and own.exists() else None)


def _asked(url: str, authority: Path | None) -> tuple[int, bytes]:
    """Return the status and what was answered; raise OSError, HTTPException or ValueError where nothing was."""
    try:
        with urllib.request.urlopen(url, timeout=5, context=trust_of(authority)) as answer:  # noqa: S310  # as above
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read()


def _plainly(error: Exception) -> str:
    """Return why there was no answer, in the system's own words where it has some."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, OSError) and reason.strerror:
        return reason.strerror
    if isinstance(reason, BadStatusLine) and not isinstance(reason, OSError):
        return "what answers there does not speak HTTP"
    return str(reason)


def _reasons(told: bytes) -> str | None:
    """Return what a hall says is not well, empty where all is; None for what is no hall's answer."""
    try:
        return ", ".join(json.loads(told)["reasons"])
    except (ValueError, KeyError, TypeError):
        return None


def printer(url: str) -> Finding:
    """Check that the printer answers and has paper."""
    # Not above: most runs check no printer, and need not load its package.
    from printer.address import PrinterAddressError  # noqa: PLC0415
    from printer.printer import open_printer  # noqa: PLC0415

    try:
        device = open_printer(url)
    except PrinterAddressError as error:
        return failed("printer", str(error), f"See the printers of this machine: {program_name()} printer list")
    try:
        status = device.status()
    finally:
        device.close()
    if not status.can_print:
        return failed("printer", f"{url}: {status.text or status.fault or 'no link'}", "Check cable, paper and cover.")
    if not status.answers:
        todo = "It prints but tells nothing back: a ticket that does not come out is only seen by people."
        return warned("printer", f"{url}: one-way", todo)
    return passed("printer", f"{url}: paper {status.paper.value}")
