"""Requests, enquiries, complaints, surveys, appointments, messages, reports and how kiosks were used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.platform.db.column_types import BIG, Instant

TABLES = (
    "enquiry",
    "message",
    "report_delivery",
    "appointment",
    "complaint",
    "enquiry_phone",
    "request",
    "return_slip",
    "survey",
    "visit_phone",
    "request_phone",
    "kiosk_count",
    "kiosk_report",
)


def create() -> None:
    """Make these tables and their indexes."""
    _create_enquiry()
    _create_message()
    _create_report_delivery()
    _create_appointment()
    _create_complaint()
    _create_enquiry_phone()
    _create_request()
    _create_return_slip()
    _create_survey()
    _create_visit_phone()
    _create_request_phone()
    _create_kiosk_use()


def drop() -> None:
    """Drop these tables, those that others point at last."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_enquiry() -> None:
    op.create_table(
        "enquiry",
        sa.Column("number", BIG, autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("received_by", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("handed_to", sa.String(length=200), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("confirmed_at", Instant(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enquiry")),
    )
    op.create_index(op.f("ix_enquiry_service_day_told"), "enquiry", ["service_day", "told"], unique=False)
    op.create_index(op.f("ix_enquiry_state_received_at"), "enquiry", ["state", "received_at"], unique=False)


def _create_message() -> None:
    op.create_table(
        "message",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.Column("next_try_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("about", "kind", name=op.f("uq_message_about_kind")),
    )
    op.create_index(op.f("ix_message_state_next_try_at"), "message", ["state", "next_try_at"], unique=False)


def _create_report_delivery() -> None:
    op.create_table(
        "report_delivery",
        sa.Column("report", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("next_at", Instant(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("report", "first", "way", name=op.f("pk_report_delivery")),
    )


def _create_appointment() -> None:
    op.create_table(
        "appointment",
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("slot_at", Instant(), nullable=False),
        sa.Column("booked_at", Instant(), nullable=False),
        sa.Column("booked_by", sa.String(length=200), nullable=False),
        sa.Column("cancelled_at", Instant(), nullable=True),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("official", sa.String(length=64), nullable=True),
        sa.Column("guest_name", sa.String(length=200), nullable=True),
        sa.Column("purpose", sa.String(length=200), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_appointment_visit_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_appointment")),
        sa.UniqueConstraint("visit", name=op.f("uq_appointment_visit")),
    )
    op.create_index(op.f("ix_appointment_service_day_slot_at"), "appointment", ["service_day", "slot_at"], unique=False)
    op.create_index(
        "uq_appointment_official_slot",
        "appointment",
        ["official", "slot_at"],
        unique=True,
        sqlite_where=sa.text("official IS NOT NULL AND cancelled_at IS NULL"),
        postgresql_where=sa.text("official IS NOT NULL AND cancelled_at IS NULL"),
    )


def _create_complaint() -> None:
    op.create_table(
        "complaint",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("nature", sa.String(length=16), nullable=False),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("received_by", sa.String(length=200), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=True),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("handed_to", sa.String(length=200), nullable=True),
        sa.Column("handed_on_at", Instant(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by", sa.String(length=200), nullable=True),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_complaint_visit_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_complaint")),
    )
    op.create_index(op.f("ix_complaint_service_day"), "complaint", ["service_day"], unique=False)
    op.create_index(op.f("ix_complaint_state_received_at"), "complaint", ["state", "received_at"], unique=False)
    op.create_index(op.f("ix_complaint_visit"), "complaint", ["visit"], unique=False)


def _create_enquiry_phone() -> None:
    op.create_table(
        "enquiry_phone",
        sa.Column("number", BIG, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["enquiry.number"], name=op.f("fk_enquiry_phone_number_enquiry")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enquiry_phone")),
    )
    op.create_index(op.f("ix_enquiry_phone_until_at"), "enquiry_phone", ["until_at"], unique=False)


def _create_request() -> None:
    op.create_table(
        "request",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("external", sa.String(length=64), nullable=True),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("directorate", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("registered_at", Instant(), nullable=False),
        sa.Column("registered_by", sa.String(length=200), nullable=False),
        sa.Column("printed_latest", sa.Date(), nullable=False),
        sa.Column("latest", sa.Date(), nullable=False),
        sa.Column("latest_expected", sa.Boolean(), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("referred_at", Instant(), nullable=True),
        sa.Column("referred_by", sa.String(length=200), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("replied_at", Instant(), nullable=True),
        sa.Column("replied_by", sa.String(length=200), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("power", sa.String(length=64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_omr", sa.Integer(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.Column("visitor_told_at", Instant(), nullable=True),
        sa.Column("visitor_told_by", sa.String(length=200), nullable=True),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_request_visit_visit")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_request")),
        sa.UniqueConstraint("external", name=op.f("uq_request_external")),
    )
    op.create_index(op.f("ix_request_directorate_state"), "request", ["directorate", "state"], unique=False)
    op.create_index(op.f("ix_request_service_day"), "request", ["service_day"], unique=False)
    op.create_index(op.f("ix_request_state_latest"), "request", ["state", "latest"], unique=False)
    op.create_index(op.f("ix_request_visit"), "request", ["visit"], unique=False)


def _create_return_slip() -> None:
    op.create_table(
        "return_slip",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("used_by", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_return_slip_visit_visit")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_return_slip")),
    )
    op.create_index(op.f("ix_return_slip_visit"), "return_slip", ["visit"], unique=False)


def _create_survey() -> None:
    op.create_table(
        "survey",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("agent", sa.String(length=64), nullable=True),
        sa.Column("face", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=True),
        sa.Column("way", sa.String(length=16), nullable=False),
        sa.Column("first_at", Instant(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_survey_visit_visit")),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_service_day"), "survey", ["service_day"], unique=False)


def _create_kiosk_use() -> None:
    op.create_table(
        "kiosk_count",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device", "day", "hour", "kind", "key", name=op.f("pk_kiosk_count")),
    )
    op.create_index(op.f("ix_kiosk_count_day"), "kiosk_count", ["day"], unique=False)
    op.create_table(
        "kiosk_report",
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("report", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_kiosk_report")),
    )


def _create_visit_phone() -> None:
    op.create_table(
        "visit_phone",
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visit.id"], name=op.f("fk_visit_phone_visit_visit")),
        sa.PrimaryKeyConstraint("visit", name=op.f("pk_visit_phone")),
    )
    op.create_index(op.f("ix_visit_phone_until_at"), "visit_phone", ["until_at"], unique=False)


def _create_request_phone() -> None:
    op.create_table(
        "request_phone",
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["request.number"], name=op.f("fk_request_phone_number_request")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_request_phone")),
    )
    op.create_index(op.f("ix_request_phone_until_at"), "request_phone", ["until_at"], unique=False)
