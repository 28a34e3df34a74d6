"""A real centre over real HTTP, in a thread of the test."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from central.composition import opened
from central.config import CentralConfig
from central.halls import registry
from common.accounts.single_sign_on import SingleSignOn
from common.brand.brand import Brand
from common.files.private import keys_beside
from common.server.connection_limits import ConnectionLimits
from common.server.listener import bound_socket, url_of
from common.server.open_files import file_limit
from tests.helpers.migrated_centre import put_migrated_centre
from tests.helpers.served import served_on

MAIN = Path(__file__).parents[2] / "main.py"


@dataclass(frozen=True)
class RunningCentre:
    """A centre that answers at `url`."""

    url: str
    engine: Engine
    data: Path

    @property
    def keys(self) -> Path:
        """The folder of its key."""
        return keys_beside(self.data)

    def enrol(self, hall: str = "1", names: dict[str, str] | None = None) -> str:
        """Make a hall known and return a token for it."""
        registry.add_hall(self.engine, hall, names or {"ar": "قاعة مسقط", "en": "Muscat hall"}, now=datetime.now(UTC))
        return registry.new_hall_token(self.engine, hall, "test", now=datetime.now(UTC))


@contextlib.contextmanager
def running_centre(
    data: Path,
    database_url: str | None = None,
    *,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    open_pages: bool = False,
    trusted_proxy: frozenset[str] = frozenset(),
    brand: Brand | None = None,
    single_sign_on: SingleSignOn | None = None,
    port: int = 0,
    release_keys: Path | None = None,
) -> Iterator[RunningCentre]:
    """Run a centre on a free loopback port, or on `port`, until the end of the block."""
    config = CentralConfig(
        data=data,
        database=database_url,
        port=0,
        open_pages=open_pages,
        trusted_proxy=trusted_proxy,
        brand=brand or Brand(),
        single_sign_on=single_sign_on,
        release_keys=release_keys or data / "keys",
    )
    if database_url is None and not (data / "centre.sqlite").exists():
        put_migrated_centre(data)
    connections = ConnectionLimits(file_limit(), config.trusted_proxy)
    with (
        opened(config, now=now) as centre,
        bound_socket("127.0.0.1", port) as listener,
        served_on(listener, centre.app, connections),
    ):
        yield RunningCentre(url_of(listener), centre.engine, data)


@contextlib.contextmanager
def centre_process(data: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Run a centre in a separate process and give its address and the process; end it with the block."""
    command = [sys.executable, str(MAIN), "central", "--data", str(data), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.fullmatch(r"centre: (http://\S+)", process.stdout.readline().strip())
        assert found
        try:
            yield found[1], process
        finally:
            process.send_signal(signal.SIGCONT)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
