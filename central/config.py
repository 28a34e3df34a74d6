"""Settings of the centre, read once and passed down."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from central.errors import ConfigError
from common.accounts.breached_passwords import BreachedPasswords
from common.accounts.single_sign_on import SingleSignOn
from common.brand.brand import Brand
from common.configuration.database_address import UNVERIFIED, is_unverified
from common.files.private import keys_beside

KEPT_YEARS, FEWEST_YEARS, MOST_YEARS = 10, 2, 50
"""Years that visits stay: as a rule, and at least, as visits of 400 days still come in."""
KEPT_DAYS, FEWEST_DAYS, MOST_DAYS = 400, 60, 3650
"""Days that ended sessions, the journal of batches and what halls took from their inboxes stay; a hall that is restored
from a copy of up to 35 days ago finds all that it asks for."""
RELEASE_KEYS = Path("/etc/dawr/release-keys")
LEASE_DAYS, MOST_LEASE_DAYS = 7, 90
"""Days for which a hall believes a list of the centre's people without another one."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""Names by which a machine speaks to itself."""
HALL_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True)
class CentralConfig:
    """Where the centre keeps its data and listens.

    `database` is a SQLAlchemy address (`sqlite:///…` or `postgresql+psycopg://…`), None for a SQLite file in `data`.
    `port` 0 takes a free one. `lease_s`: how long after its last batch an installation holds its hall. `open_pages`:
    whether this machine reads figures and pages without a token (only ever on loopback). `kept_years`: how long visits
    stay; 0: for ever. `kept_days`: how long ended sessions, the journal of batches and what halls took from their
    inboxes stay. `trusted_proxy`: addresses of the proxy in front of it; only their `X-Forwarded-For` is believed.
    `brand`: the ministry's name and emblem on the pages. `single_sign_on`: the ministry's OpenID provider.
    `release_keys`: folder of the public keys that sign releases.
    `people_lease_days`: for how long people of the centre sign in at a hall that does not hear the centre.
    """

    data: Path
    database: str | None = None
    host: str = "127.0.0.1"
    port: int = 8090
    time_zone: str = "Asia/Muscat"
    lease_s: int = 900
    open_pages: bool = False
    allow_plain_database: bool = False
    """Whether PostgreSQL on another machine may be reached without a verified certificate."""
    kept_years: int = KEPT_YEARS
    kept_days: int = KEPT_DAYS
    trusted_proxy: frozenset[str] = frozenset()
    brand: Brand = field(default_factory=Brand)
    single_sign_on: SingleSignOn | None = None
    breached_passwords: BreachedPasswords | None = None
    """Passwords that were in a leak; None: only easy ones are refused."""
    release_keys: Path = RELEASE_KEYS
    people_lease_days: int = LEASE_DAYS
    keys: Path | None = None
    """Folder of the centre's key; None: the one beside the data folder."""

    @property
    def key_folder(self) -> Path:
        """The folder of the centre's key: no copy of the data has it."""
        return self.keys or keys_beside(self.data)

    @property
    def database_url(self) -> str:
        """Return the address of the database in use."""
        if self.database is None:
            return f"sqlite:///{self.data / 'centre.sqlite'}"
        # "postgresql://" alone would look for a driver that is not installed.
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", self.database)

    def checked(self) -> CentralConfig:
        """Return these settings, or raise ConfigError with all that is wrong."""
        if problems := self.problems():
            raise ConfigError("\n".join(problems))
        return self

    def problems(self) -> list[str]:
        """Return all that is wrong, each with the name of its option."""
        problems = []
        if not self.database_url.startswith(("sqlite:///", "postgresql+psycopg://")):
            # The address may hold a password: only its kind is repeated.
            kind = self.database_url.partition(":")[0]
            problems.append(f"--database: use sqlite:///FILE or postgresql://USER@HOST/NAME, not {kind!r}")
        if not self.allow_plain_database and is_unverified(self.database_url):
            problems.append(f"--database: {UNVERIFIED}, or --allow-plain-database where the network is encrypted")
        if not 0 <= self.port <= 65535:
            problems.append(f"--port {self.port}: use 0 to 65535")
        if self.lease_s < 1:
            problems.append(f"--lease-s {self.lease_s}: use whole seconds from 1 on")
        problems += self._kept_wrong()
        if not 1 <= self.people_lease_days <= MOST_LEASE_DAYS:
            wrong = f"--people-lease-days {self.people_lease_days}: use 1 to {MOST_LEASE_DAYS}"
            problems.append(f"{wrong}; it cannot be turned off: a leaver would stay in a hall that is cut off")
        if not _is_time_zone(self.time_zone):
            problems.append(f"--time-zone {self.time_zone}: no such time zone; use a name like Asia/Muscat")
        if self.open_pages and self.host not in LOOPBACK:
            problems.append(f"--open-pages with --host {self.host}: pages without a token are for this machine only")
        return problems

    def _kept_wrong(self) -> Iterator[str]:
        if self.kept_years and not FEWEST_YEARS <= self.kept_years <= MOST_YEARS:
            yield f"--kept-years {self.kept_years}: use {FEWEST_YEARS} to {MOST_YEARS}, or 0 to keep visits for ever"
        if not FEWEST_DAYS <= self.kept_days <= MOST_DAYS:
            yield f"--kept-days {self.kept_days}: use {FEWEST_DAYS} to {MOST_DAYS}"


def _is_time_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder, as "Asia"
        return False
    return True


def check_hall(hall: str) -> str:
    """Return a hall's name as it stands in addresses, or raise ConfigError."""
    if not HALL_NAME.fullmatch(hall):
        raise ConfigError(f"hall {hall!r}: use 1 to 40 of a-z, 0-9, - and _, beginning with a letter or digit")
    return hall
