"""HallConfig: what one hall service needs to know before it starts, from HALL_* variables and flags.

Flags win over variables. Whatever is wrong is told at once, so that one trip to the hall is enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from common.server.connection_limits import addresses
from contracts.centre.credential import CentreCredential, read_credential

PREFIX = "HALL_"
ENCRYPTED = ("centre", "messages")
"""Addresses to which tokens and telephone numbers go."""
_PLAIN = (
    "http:// sends the hall's token and telephone numbers in clear over the network: use an https:// address, or "
    "--allow-plain-http where the network itself is encrypted"
)


class ConfigError(Exception):
    """Settings cannot be used; `problems` has one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class HallConfig:
    """Settings of one hall service; the hall itself is described by its set-up file."""

    data: Path = Path("hall-data")
    """Folder of the database, the key and the hourly copies."""
    database: str = ""
    """SQLAlchemy address; empty: SQLite in the data folder."""
    host: str = "127.0.0.1"
    port: int = 8080
    """0: any free port."""
    setup: Path | None = None
    """Set-up file (TOML), imported into a new database once."""
    public_url: str = ""
    """Where phones reach the visitor's page; empty: the hall's own address."""
    centre: str = ""
    """The centre's address; empty: nothing is sent."""
    centre_token: str = ""
    centre_token_file: Path | None = None
    centre_ca: Path | None = None
    """File of the one authority, or the centre's own certificate, that is trusted; None: the system's."""
    messages: str = ""
    """Where messages to telephones are handed out: the address of an HTTP gateway; empty: a file in the data folder."""
    messages_token_file: Path | None = None
    """File with the gateway's token."""
    allow_plain_http: bool = False
    """Whether the centre and the message gateway may be reached without encryption beyond this machine."""
    copies: Path | None = None
    """A folder on another disk or share that gets each hourly copy too; None: the data folder alone has copies."""
    copies_kept: int = 48
    """Hourly copies of an SQLite database that are kept in each place."""
    device_limits: bool = True
    """Whether a token that issues more than 60 tickets a minute, or guesses codes, is slowed down."""
    trusted_proxy: frozenset[str] = frozenset()
    """IP addresses of the proxy in front of the hall; only their X-Forwarded-For is believed."""
    takeover_wait_s: int = 0
    """How long to wait for another hall service on the same PostgreSQL database to end; 0: refuse at once."""

    def credential_of_centre(self) -> CentreCredential:
        """What the hall was given at enrolment: as a setting, or the first line of its file."""
        if self.centre_token_file is None:
            return read_credential(self.centre_token)
        return read_credential(self.centre_token_file.read_text(encoding="utf-8"))

    def token_of_centre(self) -> str:
        """The part of the credential that is sent: the hall's token at the centre."""
        return self.credential_of_centre().token

    def token_of_messages(self) -> str:
        """The token of the message gateway: the first line of its file, empty without one."""
        return "" if self.messages_token_file is None else self.messages_token_file.read_text(encoding="utf-8").strip()

    @property
    def ca_of_centre(self) -> str | None:
        """The file of the authority that is trusted to vouch for the centre, None for the system's."""
        return None if self.centre_ca is None else str(self.centre_ca)

    @property
    def database_url(self) -> str:
        """The database's SQLAlchemy address."""
        return self.database or f"sqlite:///{self.data / 'hall.sqlite'}"


NAMES = tuple(field.name for field in fields(HallConfig))


def read_config(given: Mapping[str, str], environment: Mapping[str, str]) -> HallConfig:
    """Return the settings of flags (by field name) and HALL_* variables; raise ConfigError with every problem."""
    problems = [
        f"{name}: no such setting; known are {', '.join(PREFIX + known.upper() for known in NAMES)}"
        for name in environment
        if name.startswith(PREFIX) and name.removeprefix(PREFIX).lower() not in NAMES
    ]
    values = {name: environment[PREFIX + name.upper()] for name in NAMES if PREFIX + name.upper() in environment}
    values |= given
    read: dict[str, object] = {}
    for name, text in values.items():
        try:
            read[name] = _value(name, text)
        except ValueError as error:
            problems.append(f"{name.replace('_', '-')}: {error}")
    if not read.get("allow_plain_http"):
        problems += [f"{name}: {_PLAIN}" for name in ENCRYPTED if _is_plain(str(read.get(name, "")))]
    if problems:
        raise ConfigError(problems)
    return replace(HallConfig(), **read)  # type: ignore[arg-type]  # _value gives each field its own type


RANGES = {"port": (0, 65_535), "copies_kept": (1, 10_000), "takeover_wait_s": (0, 31_536_000)}


def _value(name: str, text: str) -> object:
    match name:
        case "data" | "setup" | "centre_token_file" | "centre_ca" | "messages_token_file":
            return _path(name, text)
        case "copies":
            return _folder(text)
        case "port" | "copies_kept" | "takeover_wait_s":
            return _number(text, *RANGES[name])
        case "centre" | "public_url" | "messages":
            return _address(text)
        case "trusted_proxy":
            return addresses(text)
        case "database":
            return _database(text)
        case "allow_plain_http" | "device_limits":
            return _yes_or_no(text)
        case _:
            return text


def _path(name: str, text: str) -> Path:
    path = Path(text).expanduser()
    if not text.strip():
        raise ValueError("expected a path")
    if name not in {"data", "setup"} and not path.is_file():
        raise ValueError(f"there is no file {path}")
    if name == "data" and path.exists() and not path.is_dir():
        raise ValueError(f"{path} is not a folder")
    return path


def _folder(text: str) -> Path:
    """Return a folder that need not be there yet: a hall starts without its second disk, and /healthz says so."""
    if not text.strip():
        raise ValueError("expected a folder")
    return Path(text).expanduser()


def _number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and least <= int(text[:12]) <= most):
        raise ValueError(f"expected a whole number from {least} to {most}, got {text!r}")
    return int(text)


def _address(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in {"http", "https"} or not parts.netloc):
        raise ValueError(f"expected an address like https://centre.example, got {text!r}")
    return text.rstrip("/")


def _is_plain(address: str) -> bool:
    """Return whether what is sent to the address crosses a network in clear.

    >>> [_is_plain(one) for one in ("http://10.0.0.9", "http://127.0.0.1:9", "http://[::1]", "https://centre.example")]
    [True, False, False, False]
    """
    parts = urlsplit(address)
    if parts.scheme != "http" or parts.hostname == "localhost":
        return False
    try:
        return not ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return True


def _yes_or_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError(f"expected yes or no, got {text!r}")
    return text == "yes"


def _database(text: str) -> str:
    if text and not text.startswith(("sqlite:///", "postgresql://", "postgresql+psycopg://")):
        raise ValueError(f"expected sqlite:///FILE or postgresql://…, got {text.partition(':')[0]!r}")
    return text.replace("postgresql://", "postgresql+psycopg://", 1)


def sqlite_file(config: HallConfig) -> Path | None:
    """Return the file of an SQLite database, or None on PostgreSQL.

    >>> sqlite_file(HallConfig(data=Path("/srv/hall")))
    PosixPath('/srv/hall/hall.sqlite')
    """
    path = config.database_url.removeprefix("sqlite:///")
    return None if path == config.database_url else Path(path)
