"""HallConfig: what one hall service needs to know before it starts, from its TOML file and its options."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from common.configuration.parser import SettingsParser
from common.server.connection_limits import addresses
from contracts.centre.credential import CentreCredential, read_credential

ENCRYPTED = ("centre", "messages")
"""Addresses to which tokens and telephone numbers go."""
_PLAIN = (
    "http:// sends the hall's token and telephone numbers in clear over the network: use an https:// address, or "
    "--allow-plain-http where the network itself is encrypted"
)


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
    """Hours of which each place keeps a copy; of the newest hour it keeps all."""
    backup: str = ""
    """Where `main.py backup` brings copies, a folder or `ssh://USER@HOST/FOLDER`; empty: the folder of `copies`."""
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


TOKEN_ENV = "HALL_CENTRE_TOKEN"  # noqa: S105 - the name of a variable, not a token
RANGES = {"port": (0, 65_535), "copies_kept": (1, 10_000), "takeover_wait_s": (0, 31_536_000)}


def parser(description: str | None = None) -> SettingsParser:
    """Return the parser of the hall's settings."""
    declared = SettingsParser("hall", description)
    usual = HallConfig()
    add = declared.add_setting
    add(
        "--data",
        type=Path,
        default=usual.data,
        metavar="DIR",
        help="folder of the database, the key, the hourly copies and, while they last, the training rooms",
    )
    add("--database", default="", metavar="URL", help="postgresql://USER@HOST/NAME; without it SQLite in the folder")
    add("--setup", type=Path, metavar="FILE", help="set-up file of the hall, imported into a new hall once")
    add("--host", default=usual.host, metavar="ADDRESS", help="where to listen; 0.0.0.0 for the LAN")
    add("--port", type=int, default=usual.port, metavar="P", help="port to listen on; 0: any free one")
    add(
        "--public-url",
        default="",
        metavar="URL",
        help="where phones reach the visitor's page (it stands in each ticket's QR code); without it the hall's own "
        "address, with 0.0.0.0 the one this machine had on the LAN at the start",
    )
    _add_centre(declared)
    add(
        "--copies",
        type=Path,
        metavar="DIR",
        help="a folder on another disk or share that gets each hourly copy too; it must exist",
    )
    add(
        "--copies-kept",
        type=int,
        default=usual.copies_kept,
        metavar="N",
        help="hours of which each place keeps a copy; of the newest hour it keeps all",
    )
    add(
        "--backup",
        default="",
        metavar="PLACE",
        help="where main.py backup brings copies: a folder, or ssh://USER@HOST/FOLDER; without it as --copies says",
    )
    add(
        "--device-limits",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="slow a token down that issues more than 60 tickets a minute, guesses return codes or booking numbers, or "
        "follows the hall on more than 20 streams; off in the demo, where programs press and no people",
    )
    add(
        "--trusted-proxy",
        default="",
        metavar="ADDRESSES",
        help="IP addresses of the proxy in front of the hall, with commas; only their X-Forwarded-For is believed, and "
        "only they may hold more than 100 connections that ask nothing: limit addresses in the proxy then",
    )
    add(
        "--takeover-wait-s",
        type=int,
        default=0,
        metavar="S",
        help="PostgreSQL: seconds to wait for another hall service to end; 0: refuse at once",
    )
    return declared


def _add_centre(declared: SettingsParser) -> None:
    """Declare what the hall sends outside, and how."""
    add = declared.add_setting
    add("--centre", default="", metavar="URL", help="the centre's address; without it nothing is sent")
    declared.add_secret(
        "--centre-token",
        variable=TOKEN_ENV,
        file_key="centre_token_file",
        default="",
        metavar="T",
        help="what central enrol printed: the hall's token at the centre and, behind the dot, its key for settings, "
        "which is never sent; an option can be seen by others on the machine, so better the variable or the file",
    )
    add("--centre-token-file", type=Path, metavar="FILE", help="file that holds what central enrol printed")
    add(
        "--centre-ca",
        type=Path,
        metavar="FILE",
        help="PEM file of the one authority, or of the centre's own certificate, that is trusted, and nothing else is "
        "then; without it the system's authorities",
    )
    add(
        "--messages",
        default="",
        metavar="URL",
        help="HTTP gateway that sends messages to telephones: POST of {id, to, text, language}, the id as "
        "Idempotency-Key; without it messages-DAY.jsonl in the data folder, each line gone within a day",
    )
    add("--messages-token-file", type=Path, metavar="FILE", help="file with the gateway's token")
    add(
        "--allow-plain-http",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="let centre and messages be http:// beyond this machine: the hall's token and telephone numbers then go "
        "in clear, so only where the network itself is encrypted (VPN)",
    )


def read_config(declared: SettingsParser, given: argparse.Namespace) -> HallConfig:
    """Return the settings that `declared` has read; raise SettingsError with every problem."""
    problems: list[str] = []
    read: dict[str, Any] = {}
    for name in NAMES:
        value = getattr(given, name)
        try:
            read[name] = value if value is None else _checked(name, value)
        except ValueError as error:
            problems.append(f"--{name.replace('_', '-')}: {error}")
    if not given.allow_plain_http:
        problems += [f"--{name}: {_PLAIN}" for name in ENCRYPTED if _is_plain(getattr(given, name))]
    declared.refuse(problems)
    return HallConfig(**read)


def config_from(argv: list[str]) -> HallConfig:
    """Return the settings of the hall that these options name, with those of its file; raise SettingsError."""
    declared = parser()
    return read_config(declared, declared.read_arguments(argv))


NAMES = tuple(field.name for field in fields(HallConfig))


def _checked(name: str, value: Any) -> object:  # noqa: ANN401  # each setting has a type of its own
    match name:
        case "data" | "setup" | "centre_token_file" | "centre_ca" | "messages_token_file":
            return _path(name, value)
        case "copies":
            return value.expanduser()  # it need not be there: a hall starts without its second disk, /healthz says so
        case "port" | "copies_kept" | "takeover_wait_s":
            return _number(value, *RANGES[name])
        case "centre" | "public_url" | "messages":
            return _address(value)
        case "trusted_proxy":
            return addresses(value)
        case "database":
            return _database(value)
        case _:
            return value


def _path(name: str, value: Path) -> Path:
    path = value.expanduser()
    if name not in {"data", "setup"} and not path.is_file():
        raise ValueError(f"there is no file {path}")
    if name == "data" and path.exists() and not path.is_dir():
        raise ValueError(f"{path} is not a folder")
    return path


def _number(value: int, least: int, most: int) -> int:
    if not least <= value <= most:
        raise ValueError(f"expected a whole number from {least} to {most}, got {value}")
    return value


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
