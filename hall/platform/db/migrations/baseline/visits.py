"""Visits, stages, facts, number lines, service days and the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.platform.db.column_types import BIG, Instant

TABLES = (
    "call_count",
    "counter_session",
    "fact",
    "idempotency",
    "line",
    "number_line",
    "outbox",
    "paper_roll",
    "service_day",
    "visit",
    "announced_wait",
    "print_attempt",
    "stage",
)


def create() -> None:
    """Make these tables and their indexes."""
    _create_call_count()
    _create_counter_session()
    _create_fact()
    _create_idempotency()
    _create_line()
    _create_number_line()
    _create_outbox()
    _create_paper_roll()
    _create_service_day()
    _create_visit()
    _create_announced_wait()
    _create_print_attempt()
    _create_stage()


def drop() -> None:
    """Drop these tables, those that others point at last."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_call_count() -> None:
    op.create_table(
        "call_count",
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("service_day", "service", name=op.f("pk_call_count")),
    )


def _create_counter_session() -> None:
    op.create_table(
        "counter_session",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("agent", sa.String(length=64), nullable=False),
        sa.Column("signed_in_at", Instant(), nullable=False),
        sa.Column("signed_out_at", Instant(), nullable=True),
        sa.Column("on_break_since_at", Instant(), nullable=True),
        sa.Column("free_since_at", Instant(), nullable=True),
        sa.Column("readings", sa.Text(), nullable=False),
        sa.Column("break_reason", sa.String(length=200), nullable=True),
        sa.Column("served", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=True),
        sa.Column("last_call_at", Instant(), nullable=True),
        sa.Column("break_asked", sa.String(length=200), nullable=True),
        sa.Column("break_until", Instant(), nullable=True),
        sa.Column("help_since", Instant(), nullable=True),
        sa.Column("auto_call_at", Instant(), nullable=True),
        sa.Column("break_minutes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_counter_session_token_hash")),
    )
    op.create_index(
        op.f("ix_counter_session_agent_signed_in_at"), "counter_session", ["agent", "signed_in_at"], unique=False
    )
    op.create_index(
        "uq_counter_session_agent_open",
        "counter_session",
        ["agent"],
        unique=True,
        sqlite_where=sa.text("signed_out_at IS NULL"),
        postgresql_where=sa.text("signed_out_at IS NULL"),
    )
    op.create_index(
        "uq_counter_session_counter_open",
        "counter_session",
        ["counter"],
        unique=True,
        sqlite_where=sa.text("signed_out_at IS NULL"),
        postgresql_where=sa.text("signed_out_at IS NULL"),
    )


def _create_fact() -> None:
    op.create_table(
        "fact",
        sa.Column("seq", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("monotonic_ns", BIG, nullable=False),
        sa.Column("boot", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_fact")),
    )
    op.create_index(
        "ix_fact_break_ended",
        "fact",
        ["seq"],
        unique=False,
        sqlite_where=sa.text("kind = 'break_ended'"),
        postgresql_where=sa.text("kind = 'break_ended'"),
    )
    op.create_index(op.f("ix_fact_service_day_seq"), "fact", ["service_day", "seq"], unique=False)
    op.create_index(op.f("ix_fact_visit"), "fact", ["visit"], unique=False)


def _create_idempotency() -> None:
    op.create_table(
        "idempotency",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", name=op.f("pk_idempotency")),
    )
    op.create_index(op.f("ix_idempotency_service_day"), "idempotency", ["service_day"], unique=False)


def _create_line() -> None:
    op.create_table(
        "line",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("last", BIG, nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_line")),
    )


def _create_number_line() -> None:
    op.create_table(
        "number_line",
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("service_day", "service", name=op.f("pk_number_line")),
    )


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("seq", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_at"), "outbox", ["at"], unique=False)
    op.create_index(op.f("ix_outbox_service_day_visit_rev"), "outbox", ["service_day", "visit", "rev"], unique=False)


def _create_paper_roll() -> None:
    op.create_table(
        "paper_roll",
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("changed_at", Instant(), nullable=True),
        sa.Column("changed_by", sa.String(length=200), nullable=True),
        sa.Column("used_mm", BIG, nullable=False),
        sa.Column("tickets", sa.Integer(), nullable=False),
        sa.Column("low_at_mm", BIG, nullable=True),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("ticket_mm", sa.Float(), nullable=True),
        sa.Column("roll_mm", sa.Float(), nullable=True),
        sa.Column("reserve_mm", sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_paper_roll")),
    )


def _create_service_day() -> None:
    op.create_table(
        "service_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("saved", BIG, nullable=False),
        sa.Column("opened_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("readings", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.String(length=200), nullable=True),
        sa.Column("previous_closed_by", sa.String(length=200), nullable=True),
        sa.Column("by_hand", sa.Integer(), nullable=False),
        sa.Column("doubted", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_service_day")),
    )
    op.create_index(op.f("ix_service_day_saved"), "service_day", ["saved"], unique=True)


def _create_visit() -> None:
    op.create_table(
        "visit",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("ticket", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("lane", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.Column("issued_ns", BIG, nullable=False),
        sa.Column("issued_boot", sa.String(length=64), nullable=False),
        sa.Column("called_at", Instant(), nullable=True),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("visitor_kind", sa.String(length=16), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("issued_by", sa.String(length=200), nullable=False),
        sa.Column("returns", sa.Integer(), nullable=False),
        sa.Column("reinstated", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("previous_state", sa.String(length=16), nullable=True),
        sa.Column("carried_from", sa.String(length=64), nullable=True),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("group_id", sa.String(length=64), nullable=True),
        sa.Column("reprints", sa.Integer(), nullable=True),
        sa.Column("rank_ns", BIG, nullable=False),
        sa.Column("rank_boot", sa.String(length=64), nullable=False),
        sa.Column("by_time", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index(
        "ix_visit_code_hash",
        "visit",
        ["code_hash"],
        unique=False,
        sqlite_where=sa.text("code_hash <> ''"),
        postgresql_where=sa.text("code_hash <> ''"),
    )
    op.create_index(op.f("ix_visit_service_day_called_at"), "visit", ["service_day", "called_at"], unique=False)
    op.create_index(op.f("ix_visit_service_day_ticket"), "visit", ["service_day", "ticket"], unique=False)
    op.create_index(op.f("ix_visit_state_counter"), "visit", ["state", "counter"], unique=False)
    op.create_index(
        "ix_visit_waiting",
        "visit",
        ["service_day", "state", "service", "lane", "rank_boot", "by_time", "rank_ns"],
        unique=False,
    )
    op.create_index(
        "uq_visit_counter_now",
        "visit",
        ["counter"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_index(
        "uq_visit_ticket_now",
        "visit",
        ["service_day", "ticket"],
        unique=True,
        sqlite_where=sa.text("ticket <> '' AND state IN ('waiting', 'called', 'serving', 'parked')"),
        postgresql_where=sa.text("ticket <> '' AND state IN ('waiting', 'called', 'serving', 'parked')"),
    )


def _create_announced_wait() -> None:
    op.create_table(
        "announced_wait",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("lane", sa.String(length=16), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("simulated_s", sa.Float(), nullable=False),
        sa.Column("spread", sa.Float(), nullable=False),
        sa.Column("low_s", sa.Float(), nullable=False),
        sa.Column("likely_s", sa.Float(), nullable=False),
        sa.Column("high_s", sa.Float(), nullable=False),
        sa.Column("told_low_s", sa.Integer(), nullable=True),
        sa.Column("told_likely_s", sa.Integer(), nullable=True),
        sa.Column("told_high_s", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_announced_wait_visit_visit")),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_announced_wait")),
    )
    op.create_index(op.f("ix_announced_wait_service_day"), "announced_wait", ["service_day"], unique=False)


def _create_print_attempt() -> None:
    op.create_table(
        "print_attempt",
        sa.Column("attempt", sa.String(length=64), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("monotonic_ns", BIG, nullable=False),
        sa.Column("boot", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_print_attempt_visit_visit")),
        sa.PrimaryKeyConstraint("attempt", name=op.f("pk_print_attempt")),
    )
    op.create_index(op.f("ix_print_attempt_device_at"), "print_attempt", ["device", "at"], unique=False)
    op.create_index(op.f("ix_print_attempt_state_at"), "print_attempt", ["state", "at"], unique=False)
    op.create_index(op.f("ix_print_attempt_visit"), "print_attempt", ["visit"], unique=False)


def _create_stage() -> None:
    op.create_table(
        "stage",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("issued_at", Instant(), nullable=False),
        sa.Column("rank_from_at", Instant(), nullable=False),
        sa.Column("first_called_at", Instant(), nullable=True),
        sa.Column("called_at", Instant(), nullable=True),
        sa.Column("begun_at", Instant(), nullable=True),
        sa.Column("serving_since_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("readings", sa.Text(), nullable=False),
        sa.Column("served_s", sa.Float(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("goes_first", sa.Integer(), nullable=False),
        sa.Column("for_counter", sa.Integer(), nullable=True),
        sa.Column("for_agent", sa.String(length=64), nullable=True),
        sa.Column("held_until_calls", sa.Integer(), nullable=True),
        sa.Column("recalls", sa.Integer(), nullable=False),
        sa.Column("recalled_at", Instant(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("remind_at", Instant(), nullable=True),
        sa.Column("parked_since", Instant(), nullable=True),
        sa.Column("back", sa.Text(), nullable=True),
        sa.Column("marks", sa.Text(), nullable=True),
        sa.Column("transactions", sa.Text(), nullable=True),
        sa.Column("quantity", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(length=200), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_stage_visit_visit")),
        sa.PrimaryKeyConstraint("visit", "position", name=op.f("pk_stage")),
    )
    op.create_index(
        "ix_stage_service_ended_at",
        "stage",
        ["service", "ended_at"],
        unique=False,
        sqlite_where=sa.text("outcome IS NOT NULL"),
        postgresql_where=sa.text("outcome IS NOT NULL"),
    )
