"""Lay out the centre's store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _hall()
    _access_token()
    _audit()
    _batch()
    _live()
    _pairing_code()
    _quarantine()
    _stream()
    _visit()


def downgrade() -> None:
    for table in ("visit", "stream", "quarantine", "pairing_code", "live", "batch", "audit", "access_token", "hall"):
        op.drop_table(table)


def _hall() -> None:
    op.create_table(
        "hall",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("names", _JSON, nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("last_contact_at", _INSTANT),
        sa.Column("holder", sa.String(length=64)),
        sa.Column("held_until", _INSTANT),
        sa.Column("app", sa.String(length=40)),
        sa.Column("unsent", sa.Integer()),
        sa.Column("oldest_unsent_s", sa.Integer()),
        sa.Column("skew_ms", _BIG),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_hall")),
    )


def _access_token() -> None:
    op.create_table(
        "access_token",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("hall", sa.String(length=40)),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("revoked_at", _INSTANT),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_access_token_hall_hall")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_access_token")),
    )
    op.create_index("ix_access_token_hall", "access_token", ["hall"])


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("fact", _BIG, nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_audit_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "body_hash", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_hall_service_day", "audit", ["hall", "service_day"])


def _batch() -> None:
    op.create_table(
        "batch",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("first", _BIG, nullable=False),
        sa.Column("last", _BIG, nullable=False),
        sa.Column("chains", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("app", sa.String(length=40), nullable=False),
        sa.Column("skew_ms", _BIG),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_batch_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "stream", "first", name=op.f("pk_batch")),
    )


def _live() -> None:
    op.create_table(
        "live",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.Column("body", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_live_hall_hall")),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_live")),
    )


def _pairing_code() -> None:
    op.create_table(
        "pairing_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("expires_at", _INSTANT, nullable=False),
        sa.Column("used_at", _INSTANT),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_pairing_code_hall_hall")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_pairing_code")),
    )


def _quarantine() -> None:
    op.create_table(
        "quarantine",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("seq", _BIG, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.Column("resolved_at", _INSTANT),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_quarantine_hall_hall")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint("hall", "body_hash", name=op.f("uq_quarantine_hall_body_hash")),
    )


def _stream() -> None:
    op.create_table(
        "stream",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", _BIG, nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("acked_seq", _BIG, nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("first_seen_at", _INSTANT, nullable=False),
        sa.Column("last_seen_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_stream_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "stream", name=op.f("pk_stream")),
    )


def _visit() -> None:
    op.create_table(
        "visit",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("ticket", sa.String(length=20)),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("lane", sa.String(length=40), nullable=False),
        sa.Column("visitor_kind", sa.String(length=40)),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40)),
        sa.Column("counter", sa.Integer()),
        sa.Column("agent", sa.String(length=64)),
        sa.Column("issued_at", _INSTANT, nullable=False),
        sa.Column("called_at", _INSTANT),
        sa.Column("begun_at", _INSTANT),
        sa.Column("ended_at", _INSTANT),
        sa.Column("waiting_s", sa.Integer()),
        sa.Column("time_to_begin_s", sa.Integer()),
        sa.Column("serving_s", sa.Integer()),
        sa.Column("suspect_clock", sa.Boolean(), nullable=False),
        sa.Column("carried_from", sa.String(length=64)),
        sa.Column("stages", _JSON, nullable=False),
        sa.Column("extra", _JSON, nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("hall", "service_day", "visit", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_service_day_hall", "visit", ["service_day", "hall"])
