"""The centre's tables; the key of a visit begins with its hall and service day."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

JSON_TEXT = JSON().with_variant(JSONB(), "postgresql")
BIG = BigInteger().with_variant(Integer(), "sqlite")


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant; SQLite, which has no time zones, keeps it as UTC without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return what is stored; a naive instant is a bug and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - given
        """Return the instant, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _hall_column(**options: Any) -> Column[str]:  # noqa: ANN401 - passed on to Column
    return Column("hall", String(40), ForeignKey("hall.hall"), nullable=False, **options)


hall = Table(
    "hall",
    metadata,
    Column("hall", String(40), primary_key=True),
    Column("names", JSON_TEXT, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("last_contact_at", Instant),
    Column("holder", String(64)),
    Column("held_until", Instant),
    Column("app", String(40)),
    Column("unsent", Integer),
    Column("oldest_unsent_s", Integer),
    Column("skew_ms", BIG),
    Column("beat", JSON_TEXT),  # its last heartbeat
    Column("settings_told", JSON_TEXT),  # what it last said of the centre's settings
    Column("inbox_taken", BIG),  # the number up to which it has taken its inbox
)

request = Table(
    "request",
    metadata,
    _hall_column(primary_key=True),
    Column("number", String(64), primary_key=True, index=True),
    Column("registered_at", Instant, primary_key=True),  # a restored hall may give a number again
    Column("rev", Integer, nullable=False),
    Column("external", String(64), index=True),
    Column("service_day", Date, nullable=False, index=True),
    Column("directorate", String(64), nullable=False),
    Column("state", String(40), nullable=False),
    Column("latest", Date, nullable=False),
    Column("referred_at", Instant),
    Column("replied_at", Instant),
    Column("body", JSON_TEXT, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("settled_on", Date),  # the hall's day of its referral, or of the decision in the hall
    Column("decided", Boolean, nullable=False),  # in the hall, by a delegated power
    Index(None, "settled_on", "latest"),
)

request_month = Table(
    "request_month",
    metadata,
    _hall_column(primary_key=True),
    Column("month", Date, primary_key=True),
    Column("came", Integer, nullable=False),
    Column("settled", Integer, nullable=False),
    Column("on_time", Integer, nullable=False),
    Column("decided", Integer, nullable=False),
    Index(None, "month"),
)

access_token = Table(
    "access_token",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("hall", String(40), ForeignKey("hall.hall"), index=True),
    Column("name", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant),  # None: a hall's, which stays until it is revoked
    Column("used_at", Instant),  # to the hour; halls say more by their heartbeat
    Column("revoked_at", Instant),
    # Of a hall's token from before a new centre.key: the key by which the hall checks settings, sealed.
    Column("settings_key", Text),
)

pairing_code = Table(
    "pairing_code",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    _hall_column(),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

stream = Table(
    "stream",
    metadata,
    _hall_column(primary_key=True),
    Column("stream", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("start", BIG, nullable=False),
    Column("origin", String(64), nullable=False),
    Column("acked_seq", BIG, nullable=False),
    Column("head", String(64), nullable=False),
    Column("first_seen_at", Instant, nullable=False),
    Column("last_seen_at", Instant, nullable=False),
)

batch = Table(
    "batch",
    metadata,
    _hall_column(primary_key=True),
    Column("stream", String(64), primary_key=True),
    Column("first", BIG, primary_key=True),
    Column("last", BIG, nullable=False),
    Column("chains", LargeBinary, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("app", String(40), nullable=False),
    Column("skew_ms", BIG),
    Column("received_at", Instant, nullable=False),
)

visit = Table(
    "visit",
    metadata,
    # No foreign key, which would be checked visit by visit: a batch locks its hall's row before it stores anything.
    Column("hall", String(40), primary_key=True),
    Column("service_day", Date, primary_key=True),
    Column("visit", String(64), primary_key=True),
    Column("rev", Integer, nullable=False),
    Column("ticket", String(20)),
    Column("service", String(40), nullable=False),
    Column("lane", String(40), nullable=False),
    Column("visitor_kind", String(40)),
    Column("state", String(40), nullable=False),
    Column("outcome", String(40)),
    Column("counter", Integer),
    Column("agent", String(64)),
    Column("issued_at", Instant, nullable=False),
    Column("called_at", Instant),
    Column("begun_at", Instant),
    Column("ended_at", Instant),
    Column("waiting_s", Integer),
    Column("time_to_begin_s", Integer),
    Column("serving_s", Integer),
    Column("suspect_clock", Boolean, nullable=False),
    Column("carried_from", String(64)),
    Column("stages", JSON_TEXT, nullable=False),
    Column("extra", JSON_TEXT, nullable=False),
    Column("stream", String(64), nullable=False),
    Column("body_hash", String(64), nullable=False),
    Column("received_at", Instant, nullable=False),
    Index(None, "service_day", "hall"),
)

audit = Table(
    "audit",
    metadata,
    _hall_column(primary_key=True),
    Column("body_hash", String(64), primary_key=True),
    Column("fact", BIG, nullable=False),
    Column("at", Instant, nullable=False),
    Column("service_day", Date, nullable=False),
    Column("action", String(40), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Index(None, "hall", "service_day"),
    Index(None, "at"),
    Index(None, "hall", "at"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", BIG, primary_key=True, autoincrement=True),
    _hall_column(),
    Column("stream", String(64), nullable=False),
    Column("seq", BIG, nullable=False),
    Column("reason", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("body_hash", String(64), nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("resolved_at", Instant),
    UniqueConstraint("hall", "body_hash"),
)

live = Table(
    "live",
    metadata,
    _hall_column(primary_key=True),
    Column("received_at", Instant, nullable=False),
    Column("body", JSON_TEXT, nullable=False),
)
