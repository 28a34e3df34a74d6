"""Halls, their batches and visits, tokens and the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from central.store.migrations.baseline.column_types import BIG, INSTANT, JSON

TABLES = (
    "hall",
    "visit",
    "access_token",
    "audit",
    "batch",
    "live",
    "pairing_code",
    "quarantine",
    "request",
    "request_month",
    "stream",
)


def create() -> None:
    """Make these tables and their indexes."""
    _create_hall()
    _create_visit()
    _create_access_token()
    _create_audit()
    _create_batch()
    _create_live()
    _create_pairing_code()
    _create_quarantine()
    _create_request()
    _create_request_month()
    _create_stream()


def drop() -> None:
    """Drop these tables, those that others point at last."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_hall() -> None:
    op.create_table(
        "hall",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("names", JSON, nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("last_contact_at", INSTANT, nullable=True),
        sa.Column("holder", sa.String(length=64), nullable=True),
        sa.Column("held_until", INSTANT, nullable=True),
        sa.Column("app", sa.String(length=40), nullable=True),
        sa.Column("unsent", sa.Integer(), nullable=True),
        sa.Column("oldest_unsent_s", sa.Integer(), nullable=True),
        sa.Column("skew_ms", BIG, nullable=True),
        sa.Column("beat", JSON, nullable=True),
        sa.Column("settings_told", JSON, nullable=True),
        sa.Column("inbox_taken", BIG, nullable=True),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_hall")),
    )


def _create_visit() -> None:
    op.create_table(
        "visit",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.String(length=20), nullable=True),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=40), nullable=False),
        sa.Column("visitor_kind", sa.String(length=40), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("called_at", INSTANT, nullable=True),
        sa.Column("begun_at", INSTANT, nullable=True),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("waiting_s", sa.Integer(), nullable=True),
        sa.Column("time_to_begin_s", sa.Integer(), nullable=True),
        sa.Column("serving_s", sa.Integer(), nullable=True),
        sa.Column("suspect_clock", sa.Boolean(), nullable=False),
        sa.Column("carried_from", sa.String(length=64), nullable=True),
        sa.Column("stages", JSON, nullable=False),
        sa.Column("extra", JSON, nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("hall", "service_day", "visit", name=op.f("pk_visit")),
    )
    op.create_index(op.f("ix_visit_service_day_hall"), "visit", ["service_day", "hall"], unique=False)


def _create_access_token() -> None:
    op.create_table(
        "access_token",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.Column("settings_key", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_access_token_hall_hall")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_access_token")),
    )
    op.create_index(op.f("ix_access_token_hall"), "access_token", ["hall"], unique=False)


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("fact", BIG, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_audit_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "body_hash", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_index(op.f("ix_audit_hall_at"), "audit", ["hall", "at"], unique=False)
    op.create_index(op.f("ix_audit_hall_service_day"), "audit", ["hall", "service_day"], unique=False)


def _create_batch() -> None:
    op.create_table(
        "batch",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("first", BIG, nullable=False),
        sa.Column("last", BIG, nullable=False),
        sa.Column("chains", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("app", sa.String(length=40), nullable=False),
        sa.Column("skew_ms", BIG, nullable=True),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_batch_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "stream", "first", name=op.f("pk_batch")),
    )


def _create_live() -> None:
    op.create_table(
        "live",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_live_hall_hall")),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_live")),
    )


def _create_pairing_code() -> None:
    op.create_table(
        "pairing_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_pairing_code_hall_hall")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_pairing_code")),
    )


def _create_quarantine() -> None:
    op.create_table(
        "quarantine",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("resolved_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_quarantine_hall_hall")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint("hall", "body_hash", name=op.f("uq_quarantine_hall_body_hash")),
    )


def _create_request() -> None:
    op.create_table(
        "request",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("registered_at", INSTANT, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("external", sa.String(length=64), nullable=True),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("directorate", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("referred_at", INSTANT, nullable=True),
        sa.Column("replied_at", INSTANT, nullable=True),
        sa.Column("body", JSON, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("decided", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_request_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", "registered_at", name=op.f("pk_request")),
    )
    op.create_index(op.f("ix_request_external"), "request", ["external"], unique=False)
    op.create_index(op.f("ix_request_number"), "request", ["number"], unique=False)
    op.create_index(op.f("ix_request_service_day"), "request", ["service_day"], unique=False)
    op.create_index(op.f("ix_request_settled_on_latest"), "request", ["settled_on", "latest"], unique=False)


def _create_request_month() -> None:
    op.create_table(
        "request_month",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("settled", sa.Integer(), nullable=False),
        sa.Column("on_time", sa.Integer(), nullable=False),
        sa.Column("decided", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_request_month_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "month", name=op.f("pk_request_month")),
    )
    op.create_index(op.f("ix_request_month_month"), "request_month", ["month"], unique=False)


def _create_stream() -> None:
    op.create_table(
        "stream",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", BIG, nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("acked_seq", BIG, nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("first_seen_at", INSTANT, nullable=False),
        sa.Column("last_seen_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_stream_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "stream", name=op.f("pk_stream")),
    )
