"""The tables of what a hall keeps from day to day: devices, tokens, PINs, settings, and who this hall is."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, Text, false

from hall.platform.db.column_types import BIG, Instant
from hall.platform.db.tables.core import metadata

device = Table(
    "device",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("counter", Integer),
    Column("token_hash", String(64), nullable=False, unique=True),  # the current one (hall.people.model.device_token)
    Column("token_since", Instant, nullable=False),
    Column("next_token_hash", String(64), unique=True),
    Column("previous_token_hash", String(64), unique=True),
    Column("previous_token_until", Instant),
    Column("enrolled_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("state", String(16), nullable=False),
    Column("printer", String(200)),
    Column("paper", String(200)),
    Column("last_seen_at", Instant),
    Column("since_at", Instant),  # since when it has reported the same
    Column("fault", String(200)),
    Column("clips", Integer),
    Column("synthetic", Integer),
    Column("version", String(40)),  # of its program, as it said last
    Column("system", String(40)),  # its Debian, as release files name it
    Column("update_state", Text),  # how far its newest update is, as JSON
)

pairing_code = Table(
    "pairing_code",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("counter", Integer),
    Column("expires_at", Instant, nullable=False),
    Column("spent_at", Instant),
    Index(None, "expires_at"),
)

number_block = Table(  # numbers that one kiosk gives, for when the hall service is away
    "number_block",
    metadata,
    Column("service", String(64), primary_key=True),
    Column("device", String(64), primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)

agent_pin = Table(
    "agent_pin",
    metadata,
    Column("agent", String(64), primary_key=True),
    Column("pin_hash", Text, nullable=False),
)

pin_tries = Table(  # wrong PINs of an agent, or at a device
    "pin_tries",
    metadata,
    Column("subject", String(120), primary_key=True),
    Column("wrong", Integer, nullable=False),  # since the last lock
    Column("locks", Integer, nullable=False),
    Column("locked_until", Instant),
    Column("last_try_at", Instant, nullable=False),
)

staff_token = Table(
    "staff_token",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("one_use", Boolean, nullable=False),  # a link that begins one browser session
    Column("revoked_at", Instant),
)

browser_session = Table(
    "browser_session",
    metadata,
    Column("session_hash", String(64), primary_key=True),  # of the cookie
    # One of the two: the staff token it began with, or the account that signed in.
    Column("token_hash", String(64)),
    Column("account", String(80), index=True),
    Column("role", String(16), nullable=False),
    Column("name", String(200), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("acted_at", Instant),  # when it last did something; accounts only
    Column("confirmed_at", Instant),  # when the password was last given; accounts only
    Column("expires_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(None, "token_hash"),
)

legal_hold = Table(  # what must not be erased until somebody lifts the hold
    "legal_hold",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),  # complaint, request or visit
    Column("subject", String(64), nullable=False),  # its number or id
    Column("reason", Text, nullable=False),
    Column("placed_by", String(200), nullable=False),
    Column("placed_at", Instant, nullable=False),
    Column("lifted_by", String(200)),
    Column("lifted_at", Instant),
    Column("lifted_why", Text),
    Index(None, "kind", "subject"),
)

console_act = Table(  # acts on the command line that are no facts yet
    "console_act",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("by", String(100), nullable=False),
    Column("act", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),  # JSON
    Column("origin", String(16), nullable=False),  # file, centre or hall
    Column("version", Integer, nullable=False),  # the settings' version in which it last changed
    Column("locked", Boolean, nullable=False, server_default=false()),  # by the centre: the hall may not change it
    Column("own", Text),  # JSON: what the hall had set itself, while the centre's lock stands in its place
)

settings_version = Table(  # what stood before each change of the settings
    "settings_version",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("by", String(200), nullable=False),
    Column("before", Text, nullable=False),  # JSON: the former value of each changed setting by its name
)

centre_settings = Table(  # what the centre published for this hall, as it came
    "centre_settings",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("signature", String(100), nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),  # waiting, applied, refused, rolled_back
    Column("problem", Text, nullable=False),
    Column("overrides", Text, nullable=False),  # JSON: the settings whose own value the hall keeps
    Column("changed_at", Instant, nullable=False),
)

inbox = Table(  # what came in elsewhere for this hall
    "inbox",
    metadata,
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("kind", String(40), nullable=False),
    Column("body", Text, nullable=False),  # JSON
    Column("received_at", Instant, nullable=False),  # at the centre
    Column("taken_at", Instant, nullable=False),  # here
    Column("problem", Text),  # why it could not be taken
)

alert_seen = Table(  # while the alert lasts
    "alert_seen",
    metadata,
    Column("alert", String(200), primary_key=True),
    Column("by", String(200), nullable=False),
    Column("at", Instant, nullable=False),
)

opening_check = Table(
    "opening_check",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("service_day", Date, nullable=False),
    Column("by", String(200), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("answered", Text, nullable=False),  # device -> instant, as JSON
    Column("steps", Text, nullable=False),  # JSON
    Index(None, "begun_at"),
)

sync_state = Table(  # one row: the current stream to the centre
    "sync_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("stream", String(64), nullable=False),
    Column("start", BIG, nullable=False),
    Column("delivered", BIG, nullable=False),
    Column("pruned", BIG, nullable=False),  # seq of the last pruned entry, 0 before the first
    Column("pruned_chain", String(64), nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)
