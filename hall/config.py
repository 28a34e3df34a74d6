"""HallConfig: what one hall service needs to know before it starts, from its TOML file and its options."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from common.accounts.breached_passwords import BreachedPasswords
from common.accounts.single_sign_on import SingleSignOn
from common.configuration.database_address import UNVERIFIED, is_unverified
from common.configuration.parser import SettingsParser
from common.files.private import keys_beside
from common.server.listener import is_loopback
from common.text.program_name import program_name
from contracts.centre.credential import CentreCredential, read_credential
from hall.config_values import check_value, is_plain

ENCRYPTED = ("centre", "messages")
"""Addresses to which tokens and telephone numbers go."""
_UNENCRYPTED = "without it the hall listens on this machine alone (--host 127.0.0.1, for a proxy that has TLS)"
_FILES_OF_MINISTRY = "--tls-certificate, --tls-key and --tls-authority go together"
_EXCEPTION = "--allow-plain-http where the network itself is encrypted"
_PLAIN = (
    "http:// sends the hall's token and telephone numbers in clear over the network: use an https:// address, or "
    f"{_EXCEPTION}"
)


@dataclass(frozen=True)
class HallConfig:
    """Settings of one hall service; the hall itself is described by its set-up file."""

    data: Path = Path("hall-data")
    """Folder of the database and the hourly copies."""
    keys: Path | None = None
    """Folder of the keys; None: the one beside the data folder."""
    database: str = ""
    """SQLAlchemy address; empty: SQLite in the data folder."""
    host: str = "127.0.0.1"
    port: int = 8080
    """0: any free port."""
    visitor_port: int | None = None
    """Port of the visitors' page over plain HTTP where the hall serves HTTPS; None: the one after `port`."""
    tls: bool = False
    """Whether the hall serves HTTPS."""
    tls_names: frozenset[str] = frozenset()
    """Host names and addresses of the hall beside those that its machine knows itself."""
    tls_certificate: Path | None = None
    """The ministry's certificate with its chain; None: the hall has its own authority."""
    tls_key: Path | None = None
    tls_authority: Path | None = None
    """The root that the ministry's certificate leads to."""
    setup: Path | None = None
    """Set-up file (TOML), imported into a new database once."""
    public_url: str = ""
    """Where phones reach the visitor's page; empty: the hall's own address."""
    single_sign_on: SingleSignOn | None = None
    """The ministry's OpenID provider; None: people have accounts of the hall alone."""
    breached_passwords: BreachedPasswords | None = None
    """Passwords that were in a leak; None: only easy ones are refused."""
    token_links: bool = True
    """Whether a staff token that lasts opens the pages in a browser; a link for one use always does."""
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
    """Whether centre, message gateway and PostgreSQL may be reached without verified TLS beyond this machine."""
    copies: Path | None = None
    """A folder on another disk or share that gets each hourly copy too; None: the data folder alone has copies."""
    copies_kept: int = 48
    """Hours of which each place keeps a copy; of the newest hour it keeps all."""
    backup: str = ""
    """Where `main.py backup` brings copies, a folder or `ssh://USER@HOST/FOLDER`; empty: the folder of `copies`."""
    device_releases: Path = Path("/opt/dawr/for-devices")
    """Folder of the release files that devices get; only root writes there."""
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

    def phones_go_to(self, hall: str, own: str) -> str:
        """What the addresses in tickets' QR codes begin with; `own` is where the hall itself has the page.

        Phones trust no authority of a hall: with HTTPS and a centre they go to the centre, unless a setting says where.
        """
        return self.public_url or (f"{self.centre}/h/{hall}" if self.tls and self.centre else own)

    @property
    def key_folder(self) -> Path:
        """The folder of the hall's keys: no backup reads it."""
        return self.keys or keys_beside(self.data)

    @property
    def database_url(self) -> str:
        """The database's SQLAlchemy address."""
        return self.database or f"sqlite:///{self.data / 'hall.sqlite'}"


TOKEN_ENV = "HALL_CENTRE_TOKEN"  # noqa: S105 - the name of a variable, not a token


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
        help="folder of the database, the hourly copies and, while they last, the training rooms",
    )
    add(
        "--keys",
        type=Path,
        metavar="DIR",
        help="folder of the hall's key, the keys of telephone numbers and the hall's certificates (tls), which no "
        "backup reads; without it the folder beside data, with -keys at the end of its name",
    )
    add("--database", default="", metavar="URL", help="postgresql://USER@HOST/NAME; without it SQLite in the folder")
    add("--setup", type=Path, metavar="FILE", help="set-up file of the hall, imported into a new hall once")
    add("--host", default=usual.host, metavar="ADDRESS", help="where to listen; 0.0.0.0 for the LAN")
    add("--port", type=int, default=usual.port, metavar="P", help="port to listen on; 0: any free one")
    _add_tls(declared)
    add(
        "--public-url",
        default="",
        metavar="URL",
        help="where phones reach the visitor's page (it stands in each ticket's QR code); without it the hall's own "
        "address, with 0.0.0.0 the one this machine had on the LAN at the start; with HTTPS the centre's, or the plain "
        "port for visitors where there is no centre",
    )
    add(
        "--single-sign-on",
        type=Path,
        metavar="FILE",
        help="a TOML file that names the ministry's OpenID provider and the role of each of its groups "
        "(single-sign-on.md); without it people have accounts of the hall alone",
    )
    add(
        "--breached-passwords",
        type=Path,
        metavar="FILE",
        help="a list of passwords that were in a leak, as SHA-1 hashes in order (the form of Pwned Passwords): a new "
        "password that is in it is refused; without it only easy ones are",
    )
    add(
        "--token-links",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="let a link with a staff token that lasts open the pages, with that token alone; off once people "
        "have accounts: then a password and a second factor are needed, and programs go on with their tokens",
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
        help=f"where {program_name()} backup brings copies: a folder, or ssh://USER@HOST/FOLDER; "
        "without it as --copies says",
    )
    add(
        "--device-releases",
        type=Path,
        default=usual.device_releases,
        metavar="DIR",
        help=f"folder of the release files that {program_name()} update keeps for the hall's devices",
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


def _add_tls(declared: SettingsParser) -> None:
    """Declare how the hall encrypts what programs and browsers say to it."""
    add = declared.add_setting
    add(
        "--tls",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="serve HTTPS: unless given, everywhere but on loopback (127.0.0.1), and only there it can be off",
    )
    add(
        "--tls-names",
        default="",
        metavar="NAMES",
        help="more host names and addresses of the hall, with commas, for its certificate; it has the machine's own",
    )
    add(
        "--tls-certificate",
        type=Path,
        metavar="FILE",
        help="PEM file of the ministry's certificate and its chain, in place of the hall's own; new files are taken "
        "within a minute, without a restart",
    )
    add(
        "--visitor-port",
        type=int,
        metavar="P",
        help="port of the one thing that a hall with HTTPS serves over plain HTTP: the page of a ticket, to look at, "
        "where there is no centre, and the page that offers the hall's certificate; without it the one after port",
    )
    add("--tls-key", type=Path, metavar="FILE", help="PEM file of its key, without passphrase")
    add(
        "--tls-authority",
        type=Path,
        metavar="FILE",
        help="PEM file of the root that it leads to: devices trust this authority alone",
    )


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
        help="let centre and messages be http:// beyond this machine, and database be without sslmode=verify-full: "
        "tokens, telephone numbers and visits then go in clear, so only where the network itself is encrypted (VPN)",
    )


def read_config(declared: SettingsParser, given: argparse.Namespace) -> HallConfig:
    """Return the settings that `declared` has read; raise SettingsError with every problem."""
    problems: list[str] = []
    read: dict[str, Any] = {}
    for name in NAMES:
        value = getattr(given, name)
        try:
            read[name] = value if value is None else check_value(name, value)
        except ValueError as error:
            problems.append(f"--{name.replace('_', '-')}: {error}")
    given_files = [getattr(given, f"tls_{part}") is not None for part in ("certificate", "key", "authority")]
    if any(given_files) and not all(given_files):
        problems.append(_FILES_OF_MINISTRY)
    loopback = is_loopback(given.host)
    read["tls"] = not loopback if given.tls is None else given.tls
    if not read["tls"] and not loopback:
        problems.append(f"--tls: {_UNENCRYPTED}")
    if not given.allow_plain_http:
        problems += [f"--{name}: {_PLAIN}" for name in ENCRYPTED if is_plain(getattr(given, name))]
        problems += [f"--database: {UNVERIFIED}, or {_EXCEPTION}"] if is_unverified(given.database) else []
    declared.refuse(problems)
    return HallConfig(**read)


def config_from(argv: list[str]) -> HallConfig:
    """Return the settings of the hall that these options name, with those of its file; raise SettingsError."""
    declared = parser()
    return read_config(declared, declared.read_arguments(argv))


NAMES = tuple(field.name for field in fields(HallConfig))


def sqlite_file(config: HallConfig) -> Path | None:
    """Return the file of an SQLite database, or None on PostgreSQL.

    >>> sqlite_file(HallConfig(data=Path("/srv/hall")))
    PosixPath('/srv/hall/hall.sqlite')
    """
    path = config.database_url.removeprefix("sqlite:///")
    return None if path == config.database_url else Path(path)
