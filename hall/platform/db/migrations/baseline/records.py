"""What the hall keeps beside its visits: settings, the centre's letters, and what is checked or corrected."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.platform.db.column_types import BIG, Instant

TABLES = (
    "advice_given",
    "alert_seen",
    "centre_settings",
    "closed_figures",
    "console_act",
    "inbox",
    "legal_hold",
    "meta",
    "number_block",
    "opening_check",
    "out_of_order",
    "setting",
    "settings_version",
    "sync_state",
    "visit_correction",
)


def create() -> None:
    """Make these tables and their indexes."""
    _create_advice_given()
    _create_alert_seen()
    _create_centre_settings()
    _create_closed_figures()
    _create_console_act()
    _create_inbox()
    _create_legal_hold()
    _create_meta()
    _create_number_block()
    _create_opening_check()
    _create_out_of_order()
    _create_setting()
    _create_settings_version()
    _create_sync_state()
    _create_visit_correction()


def drop() -> None:
    """Drop these tables, those that others point at last."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_advice_given() -> None:
    op.create_table(
        "advice_given",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("services", sa.Text(), nullable=False),
        sa.Column("gain_low", sa.Integer(), nullable=False),
        sa.Column("gain_likely", sa.Integer(), nullable=False),
        sa.Column("gain_high", sa.Integer(), nullable=False),
        sa.Column("share_without", sa.Integer(), nullable=False),
        sa.Column("followed_at", Instant(), nullable=True),
        sa.Column("visitors", sa.Integer(), nullable=True),
        sa.Column("within", sa.Integer(), nullable=True),
        sa.Column("scored", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advice_given")),
    )
    op.create_index(op.f("ix_advice_given_at"), "advice_given", ["at"], unique=False)
    op.create_index(op.f("ix_advice_given_service_day"), "advice_given", ["service_day"], unique=False)


def _create_alert_seen() -> None:
    op.create_table(
        "alert_seen",
        sa.Column("alert", sa.String(length=200), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("alert", name=op.f("pk_alert_seen")),
    )


def _create_centre_settings() -> None:
    op.create_table(
        "centre_settings",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("signature", sa.String(length=100), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("overrides", sa.Text(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_centre_settings")),
    )


def _create_closed_figures() -> None:
    op.create_table(
        "closed_figures",
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("seq", BIG, nullable=False),
        sa.Column("closed_at", Instant(), nullable=False),
        sa.Column("stages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("service_day", name=op.f("pk_closed_figures")),
    )


def _create_console_act() -> None:
    op.create_table(
        "console_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=100), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_console_act")),
    )


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("number", BIG, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("taken_at", Instant(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_inbox")),
    )


def _create_legal_hold() -> None:
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("placed_by", sa.String(length=200), nullable=False),
        sa.Column("placed_at", Instant(), nullable=False),
        sa.Column("lifted_by", sa.String(length=200), nullable=True),
        sa.Column("lifted_at", Instant(), nullable=True),
        sa.Column("lifted_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_index(op.f("ix_legal_hold_kind_subject"), "legal_hold", ["kind", "subject"], unique=False)


def _create_meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )


def _create_number_block() -> None:
    op.create_table(
        "number_block",
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("service", "device", name=op.f("pk_number_block")),
    )


def _create_opening_check() -> None:
    op.create_table(
        "opening_check",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("begun_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_check")),
    )
    op.create_index(op.f("ix_opening_check_begun_at"), "opening_check", ["begun_at"], unique=False)


def _create_out_of_order() -> None:
    op.create_table(
        "out_of_order",
        sa.Column("seq", BIG, autoincrement=False, nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.String(length=16), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_out_of_order")),
    )
    op.create_index(op.f("ix_out_of_order_service_day"), "out_of_order", ["service_day"], unique=False)


def _create_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("locked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("own", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )


def _create_settings_version() -> None:
    op.create_table(
        "settings_version",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_settings_version")),
    )


def _create_sync_state() -> None:
    op.create_table(
        "sync_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stream", sa.String(length=64), nullable=False),
        sa.Column("start", BIG, nullable=False),
        sa.Column("delivered", BIG, nullable=False),
        sa.Column("pruned", BIG, nullable=False),
        sa.Column("pruned_chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_state")),
    )


def _create_visit_correction() -> None:
    op.create_table(
        "visit_correction",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("ticket", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("remark", sa.Text(), nullable=True),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("taken_back_by", sa.String(length=200), nullable=True),
        sa.Column("taken_back_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("visit", "number", name=op.f("pk_visit_correction")),
    )
    op.create_index(op.f("ix_visit_correction_service_day"), "visit_correction", ["service_day"], unique=False)
