"""A PostgreSQL server of our own for the tests: started once a session, one fresh database for each test that asks."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.helpers.ports import free_port

START_LIMIT_S = 180
_SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=32MB",
    "logging_collector=off",
    "max_prepared_transactions=0",
)


def bin_dir() -> Path:
    """Return the folder with initdb and postgres: the newest of the system, else that of the search path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    raise RuntimeError("These tests need a PostgreSQL server: install it (Debian, Ubuntu: apt install postgresql).")


@dataclass(frozen=True)
class Server:
    """A running server on a loopback port."""

    port: int

    def url(self, database: str) -> str:
        """Return the SQLAlchemy address of a database."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def create_database(self, template: str = "template0") -> str:
        """Make an empty database, or a copy of `template` to which nobody is connected; return its address."""
        name = f"t_{uuid.uuid4().hex[:12]}"
        with self._connect() as connection:
            # Files copied cost half of what writing them to the log does, as nothing is synchronised; 14 does no other.
            copied = "STRATEGY FILE_COPY" if connection.info.server_version >= 15_00_00 else ""
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" {copied}')
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Remove a database, even if a client is still connected to it."""
        with self._connect() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{url.rpartition("/")[2]}" WITH (FORCE)')

    def answers(self) -> bool:
        """Return whether the server takes connections."""
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(f"host=127.0.0.1 port={self.port} user=postgres dbname=postgres", autocommit=True)


@contextlib.contextmanager
def running_server(settings: Sequence[str] = ()) -> Iterator[Server]:
    """Run a server in a separate folder and stop it at the end.

    Durability is off, as it dies with the tests, unless `settings` say otherwise.
    """
    programs = bin_dir()
    # Not pytest's tmp_path: its parents are closed to the user postgres.
    folder = Path(tempfile.mkdtemp(prefix="dawr-pg-"))
    account = _account()
    try:
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
        options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run([str(programs / "initdb"), "-D", str(folder / "data"), *options], account)
        with _postgres(programs, folder, account, settings) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _postgres(
    programs: Path, folder: Path, account: pwd.struct_passwd | None, settings: Sequence[str]
) -> Iterator[Server]:
    port = free_port()
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port), "-h", "127.0.0.1"]
    command += ["-k", str(folder)]
    for setting in (*_SETTINGS, *settings):
        command += ["-c", setting]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder, **_as(account))
    server = Server(port)
    try:
        _wait_for(server, process, log)
        yield server
    finally:
        process.send_signal(signal.SIGINT)  # "fast": does not wait for connected clients
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + START_LIMIT_S
    while not server.answers():
        if process.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
        # A process that starts tells nobody when it listens: asking again is the only way.
        time.sleep(0.05)


def _account() -> pwd.struct_passwd | None:
    # PostgreSQL refuses to run as root; its package brings the user postgres.
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("PostgreSQL does not run as root and there is no user postgres or nobody to run it as.")


def _as(account: pwd.struct_passwd | None) -> dict[str, Any]:
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}


def _run(command: list[str], account: pwd.struct_passwd | None) -> None:
    done = subprocess.run(command, capture_output=True, check=False, cwd="/", **_as(account))
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stderr.decode(errors='replace')}")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """The session's server; without PostgreSQL the tests that ask for it fail with a sentence that says so."""
    with running_server() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Server) -> Iterator[Callable[..., str]]:
    """Return a function that makes a fresh empty database and returns its SQLAlchemy address (dropped afterwards).

    Given a template's name it copies that one.
    """
    made: list[str] = []

    def create(template: str = "template0") -> str:
        made.append(postgres_server.create_database(template))
        return made[-1]

    yield create
    for url in made:
        postgres_server.drop_database(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database, once on SQLite and once on PostgreSQL: for suites that must hold on both."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite'}"
    create: Callable[[], str] = request.getfixturevalue("postgres_url")
    return create()
