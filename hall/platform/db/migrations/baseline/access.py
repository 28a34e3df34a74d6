"""Who may do what: accounts with their codes and sessions, agents' PINs, staff tokens and devices."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.platform.db.column_types import BIG, Instant

TABLES = (
    "account",
    "agent_pin",
    "browser_session",
    "device",
    "pairing_code",
    "pin_tries",
    "recovery_code",
    "staff_token",
)


def create() -> None:
    """Make these tables and their indexes."""
    _create_account()
    _create_agent_pin()
    _create_browser_session()
    _create_device()
    _create_pairing_code()
    _create_pin_tries()
    _create_recovery_code()
    _create_staff_token()


def drop() -> None:
    """Drop these tables, those that others point at last."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_account() -> None:
    op.create_table(
        "account",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("full_name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("authenticator", sa.Text(), nullable=True),
        sa.Column("last_step", BIG, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("locked_until", Instant(), nullable=True),
        sa.Column("set_up_code", sa.String(length=64), nullable=True),
        sa.Column("set_up_until", Instant(), nullable=True),
        sa.Column("ready_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("subject", sa.String(length=255), nullable=True),
        sa.Column("centre_at", Instant(), nullable=True),
        sa.Column("centre_until", Instant(), nullable=True),
        sa.Column("centre_code", sa.String(length=64), nullable=True),
        sa.Column("locked_at", Instant(), nullable=True),
        sa.Column("unit_unknown", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_account")),
        sa.UniqueConstraint("issuer", "subject", name="one_account_of_a_subject"),
    )


def _create_recovery_code() -> None:
    op.create_table(
        "recovery_code",
        sa.Column("account", sa.String(length=80), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.name"], name=op.f("fk_recovery_code_account_account")),
        sa.PrimaryKeyConstraint("account", "code_hash", name=op.f("pk_recovery_code")),
    )


def _create_agent_pin() -> None:
    op.create_table(
        "agent_pin",
        sa.Column("agent", sa.String(length=64), nullable=False),
        sa.Column("pin_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agent", name=op.f("pk_agent_pin")),
    )


def _create_browser_session() -> None:
    op.create_table(
        "browser_session",
        sa.Column("session_hash", sa.String(length=64), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=True),
        sa.Column("account", sa.String(length=80), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("acted_at", Instant(), nullable=True),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("session_hash", name=op.f("pk_browser_session")),
    )
    op.create_index(op.f("ix_browser_session_token_hash"), "browser_session", ["token_hash"], unique=False)
    op.create_index(op.f("ix_browser_session_account"), "browser_session", ["account"], unique=False)


def _create_device() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("token_since", Instant(), nullable=False),
        sa.Column("next_token_hash", sa.String(length=64), nullable=True),
        sa.Column("previous_token_hash", sa.String(length=64), nullable=True),
        sa.Column("previous_token_until", Instant(), nullable=True),
        sa.Column("enrolled_at", Instant(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("printer", sa.String(length=200), nullable=True),
        sa.Column("paper", sa.String(length=200), nullable=True),
        sa.Column("last_seen_at", Instant(), nullable=True),
        sa.Column("since_at", Instant(), nullable=True),
        sa.Column("fault", sa.String(length=200), nullable=True),
        sa.Column("clips", sa.Integer(), nullable=True),
        sa.Column("synthetic", sa.Integer(), nullable=True),
        sa.Column("version", sa.String(length=40), nullable=True),
        sa.Column("system", sa.String(length=40), nullable=True),
        sa.Column("update_state", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint("next_token_hash", name=op.f("uq_device_next_token_hash")),
        sa.UniqueConstraint("previous_token_hash", name=op.f("uq_device_previous_token_hash")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_device_token_hash")),
    )


def _create_pairing_code() -> None:
    op.create_table(
        "pairing_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("spent_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_pairing_code")),
    )
    op.create_index(op.f("ix_pairing_code_expires_at"), "pairing_code", ["expires_at"], unique=False)


def _create_pin_tries() -> None:
    op.create_table(
        "pin_tries",
        sa.Column("subject", sa.String(length=120), nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("locks", sa.Integer(), nullable=False),
        sa.Column("locked_until", Instant(), nullable=True),
        sa.Column("last_try_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_pin_tries")),
    )


def _create_staff_token() -> None:
    op.create_table(
        "staff_token",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("one_use", sa.Boolean(), nullable=False),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_token")),
    )
