"""The hall's tables: visits and their stages, facts, number lines, sessions, the outbox and what keeps them in order.

History stays, so each question of a busy hall has an index that begins with the service day or with a state that few
visits are in: a million ended visits cost nothing. Two unique indexes over the visits in the hall hold the two promises
that must never break: no number twice, and no counter with two visits.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, text

from hall.platform.db.column_types import BIG, NAMING, Instant

metadata = MetaData(naming_convention=NAMING)

AT_COUNTER_SQL = "state IN ('called', 'serving')"
IN_HALL_SQL = "state IN ('waiting', 'called', 'serving', 'parked')"

visit = Table(
    "visit",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("service_day", Date, nullable=False),
    Column("ticket", String(16), nullable=False),
    Column("number", Integer),
    Column("prefix", String(8), nullable=False),
    Column("lane", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("service", String(64), nullable=False),
    Column("counter", Integer),
    Column("issued_at", Instant, nullable=False),
    Column("issued_ns", BIG, nullable=False),
    Column("issued_boot", String(64), nullable=False),
    Column("called_at", Instant),
    Column("code_hash", String(64), nullable=False),
    Column("visitor_kind", String(16)),
    Column("language", String(16)),
    Column("issued_by", String(200), nullable=False),
    Column("returns", Integer, nullable=False),
    Column("reinstated", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("previous_state", String(16)),
    Column("carried_from", String(64)),
    Column("topics", Text, nullable=False),
    Column("group_id", String(64)),
    Column("reprints", Integer),
    Column("rank_ns", BIG, nullable=False),  # since when the current stage ranks, and in which running of the machine
    Column("rank_boot", String(64), nullable=False),
    Column("by_time", Integer, nullable=False),  # whether time alone orders it within its service and lane
    Index("ix_visit_waiting", "service_day", "state", "service", "lane", "rank_boot", "by_time", "rank_ns"),
    Index(None, "service_day", "ticket"),
    Index(None, "service_day", "called_at"),
    Index(None, "state", "counter"),
    Index(
        "ix_visit_code_hash",
        "code_hash",
        sqlite_where=text("code_hash <> ''"),
        postgresql_where=text("code_hash <> ''"),
    ),
    Index(
        "uq_visit_counter_now",
        "counter",
        unique=True,
        sqlite_where=text(AT_COUNTER_SQL),
        postgresql_where=text(AT_COUNTER_SQL),
    ),
    Index(
        "uq_visit_ticket_now",
        "service_day",
        "ticket",
        unique=True,
        sqlite_where=text(f"ticket <> '' AND {IN_HALL_SQL}"),
        postgresql_where=text(f"ticket <> '' AND {IN_HALL_SQL}"),
    ),
)

stage = Table(
    "stage",
    metadata,
    Column("visit", String(64), ForeignKey("visit.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("service", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("counter", Integer),
    Column("agent", String(64)),
    Column("issued_at", Instant, nullable=False),
    Column("rank_from_at", Instant, nullable=False),
    Column("first_called_at", Instant),
    Column("called_at", Instant),
    Column("begun_at", Instant),
    Column("serving_since_at", Instant),
    Column("ended_at", Instant),
    Column("readings", Text, nullable=False),  # the monotonic reading and boot of each instant, as JSON
    Column("served_s", Float, nullable=False),
    Column("outcome", String(32)),
    Column("goes_first", Integer, nullable=False),
    Column("for_counter", Integer),
    Column("for_agent", String(64)),
    Column("held_until_calls", Integer),
    Column("recalls", Integer, nullable=False),
    Column("recalled_at", Instant),
    Column("note", Text),
    Column("remind_at", Instant),
    Column("parked_since", Instant),
    Column("back", Text),  # where the visit waits again when the stage is done, as JSON
    Column("marks", Text),  # words with a space between
    Column("transactions", Text),  # JSON, or nothing
    Column("quantity", Integer),  # of all transactions; 0 before it ended with an outcome
    Column("why", String(200)),
    Column("before", Text),  # what unlinking, a change back and the visitor's taking back restore, as JSON
    Index(
        "ix_stage_service_ended_at",
        "service",
        "ended_at",
        sqlite_where=text("outcome IS NOT NULL"),
        postgresql_where=text("outcome IS NOT NULL"),
    ),
)

fact = Table(
    "fact",
    metadata,
    Column("seq", BIG, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("service_day", Date, nullable=False),
    Column("visit", String(64)),
    Column("counter", Integer),
    Column("agent", String(64)),
    Column("monotonic_ns", BIG, nullable=False),
    Column("boot", String(64), nullable=False),
    Column("body", Text, nullable=False),  # the message of the live link as JSON, with the visit as it was after it
    Index(None, "service_day", "seq"),
    Index(None, "visit"),
    Index(
        "ix_fact_break_ended",
        "seq",
        sqlite_where=text("kind = 'break_ended'"),
        postgresql_where=text("kind = 'break_ended'"),
    ),
)

OUTBOX_LINE = "outbox"
"""Name of the line of what leaves for the centre."""

line = Table(  # the last number of each gapless line, updated in the transaction of what it numbers
    "line",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("last", BIG, nullable=False),
    Column("head", String(64), nullable=False),  # chain value of the last outbox entry
)

number_line = Table(
    "number_line",
    metadata,
    Column("service_day", Date, primary_key=True),
    Column("service", String(64), primary_key=True),
    Column("last", Integer, nullable=False),
)

call_count = Table(
    "call_count",
    metadata,
    Column("service_day", Date, primary_key=True),
    Column("service", String(64), primary_key=True),
    Column("calls", Integer, nullable=False),
)

service_day = Table(
    "service_day",
    metadata,
    Column("day", Date, primary_key=True),
    Column("state", String(16), nullable=False),
    Column("saved", BIG, nullable=False),  # grows with each save: the newest is the hall's day
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("readings", Text, nullable=False),
    Column("closed_by", String(200)),
    Column("previous_closed_by", String(200)),
    Column("by_hand", Integer, nullable=False),
    Column("doubted", Date),
    Index(None, "saved", unique=True),
)

counter_session = Table(
    "counter_session",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("counter", Integer, nullable=False),
    Column("agent", String(64), nullable=False),
    Column("signed_in_at", Instant, nullable=False),
    Column("signed_out_at", Instant),
    Column("on_break_since_at", Instant),
    Column("free_since_at", Instant),
    Column("readings", Text, nullable=False),
    Column("break_reason", String(200)),
    Column("served", Integer, nullable=False),
    Column("token_hash", String(64), unique=True),
    Column("last_call_at", Instant),
    Column("break_asked", String(200)),
    Column("break_until", Instant),
    Column("help_since", Instant),
    Column("auto_call_at", Instant),
    Column("break_minutes", Integer),
    Index(None, "agent", "signed_in_at"),
    Index(
        "uq_counter_session_counter_open",
        "counter",
        unique=True,
        sqlite_where=text("signed_out_at IS NULL"),
        postgresql_where=text("signed_out_at IS NULL"),
    ),
    Index(
        "uq_counter_session_agent_open",
        "agent",
        unique=True,
        sqlite_where=text("signed_out_at IS NULL"),
        postgresql_where=text("signed_out_at IS NULL"),
    ),
)

print_attempt = Table(
    "print_attempt",
    metadata,
    Column("attempt", String(64), primary_key=True),
    Column("visit", String(64), ForeignKey("visit.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("device", String(200), nullable=False),
    Column("reason", Text),
    Column("at", Instant, nullable=False),
    Column("monotonic_ns", BIG, nullable=False),
    Column("boot", String(64), nullable=False),
    Index(None, "visit"),
    Index(None, "device", "at"),
    Index(None, "state", "at"),
)

paper_roll = Table(
    "paper_roll",
    metadata,
    Column("device", String(200), primary_key=True),
    Column("changed_at", Instant),
    Column("changed_by", String(200)),
    Column("used_mm", BIG, nullable=False),
    Column("tickets", Integer, nullable=False),
    Column("low_at_mm", BIG),
    Column("ended", Integer, nullable=False),
    Column("ticket_mm", Float),
    Column("roll_mm", Float),
    Column("reserve_mm", Float),
)

announced_wait = Table(  # what a ticket told of its wait, kept beside the outcome in `stage`
    "announced_wait",
    metadata,
    Column("visit", String(64), ForeignKey("visit.id"), primary_key=True),
    Column("service_day", Date, nullable=False),
    Column("service", String(64), nullable=False),
    Column("lane", String(16), nullable=False),
    Column("hour", Integer, nullable=False),
    Column("ahead", Integer, nullable=False),
    Column("simulated_s", Float, nullable=False),
    Column("spread", Float, nullable=False),
    Column("low_s", Float, nullable=False),
    Column("likely_s", Float, nullable=False),
    Column("high_s", Float, nullable=False),
    Column("told_low_s", Integer),  # the three are empty where the range was too wide to be shown
    Column("told_likely_s", Integer),
    Column("told_high_s", Integer),
    Index(None, "service_day"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", BIG, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("visit", String(64)),
    Column("rev", Integer, nullable=False),
    Column("service_day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("chain", String(64), nullable=False),
    Index(None, "service_day", "visit", "rev"),
    Index(None, "at"),
)

idempotency = Table(
    "idempotency",
    metadata,
    Column("scope", String(64), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("service_day", Date, nullable=False),
    Index(None, "service_day"),
)
