"""People, what comes in for halls, roll-ups, enquiries and satisfaction."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from central.store.migrations.baseline.column_types import BIG, INSTANT, JSON

TABLES = (
    "centre_act",
    "chore_run",
    "dirty_day",
    "person",
    "rollup",
    "service_target",
    "training_hours",
    "complaint",
    "enquiry",
    "enquiry_month",
    "enquiry_topic",
    "hall_copy",
    "hall_copy_part",
    "hall_places",
    "inbox",
    "recovery_code",
    "settings_document",
    "survey",
    "survey_month",
    "staff_session",
)


def create() -> None:
    """Make these tables and their indexes."""
    _create_centre_act()
    _create_chore_run()
    _create_dirty_day()
    _create_person()
    _create_rollup()
    _create_service_target()
    _create_training_hours()
    _create_complaint()
    _create_enquiry()
    _create_enquiry_month()
    _create_enquiry_topic()
    _create_hall_copy()
    _create_hall_places()
    _create_inbox()
    _create_recovery_code()
    _create_settings_document()
    _create_survey()
    _create_survey_month()
    _create_staff_session()


def drop() -> None:
    """Drop these tables, those that others point at last."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _create_centre_act() -> None:
    op.create_table(
        "centre_act",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_act")),
    )


def _create_chore_run() -> None:
    op.create_table(
        "chore_run",
        sa.Column("chore", sa.String(length=40), nullable=False),
        sa.Column("ran_at", INSTANT, nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("chore", name=op.f("pk_chore_run")),
    )


def _create_dirty_day() -> None:
    op.create_table(
        "dirty_day",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("hall", "service_day", name=op.f("pk_dirty_day")),
    )


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("full_name", sa.String(length=200), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("authenticator", sa.Text(), nullable=True),
        sa.Column("key_mark", sa.String(length=64), nullable=True),
        sa.Column("ready_at", INSTANT, nullable=True),
        sa.Column("last_step", BIG, nullable=False),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("locked_until", INSTANT, nullable=True),
        sa.Column("set_up_code", sa.String(length=64), nullable=True),
        sa.Column("set_up_until", INSTANT, nullable=True),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Column("disabled_at", INSTANT, nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("subject", sa.String(length=255), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_person")),
        sa.UniqueConstraint("issuer", "subject", name="one_person_of_a_subject"),
    )


def _create_rollup() -> None:
    op.create_table(
        "rollup",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("span", sa.String(length=5), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "span", "first", "service", name=op.f("pk_rollup")),
    )
    op.create_index(op.f("ix_rollup_span_first_service"), "rollup", ["span", "first", "service"], unique=False)


def _create_service_target() -> None:
    op.create_table(
        "service_target",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("service", sa.String(length=40), nullable=False),
        sa.Column("target_s", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("hall", "service", name=op.f("pk_service_target")),
    )


def _create_training_hours() -> None:
    op.create_table(
        "training_hours",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("entered_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("hall", "month", name=op.f("pk_training_hours")),
    )


def _create_complaint() -> None:
    op.create_table(
        "complaint",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("came_at", INSTANT, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("nature", sa.String(length=40), nullable=False),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("reply_s", sa.Integer(), nullable=True),
        sa.Column("body", JSON, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_complaint_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", "came_at", name=op.f("pk_complaint")),
    )
    op.create_index(op.f("ix_complaint_service_day"), "complaint", ["service_day"], unique=False)


def _create_enquiry() -> None:
    op.create_table(
        "enquiry",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", BIG, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("left_open", sa.Boolean(), nullable=False),
        sa.Column("reply_s", sa.Integer(), nullable=True),
        sa.Column("body", JSON, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_enquiry_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", "asked_at", name=op.f("pk_enquiry")),
    )
    op.create_index(op.f("ix_enquiry_hall_month"), "enquiry", ["hall", "month"], unique=False)
    op.create_index(op.f("ix_enquiry_service_day"), "enquiry", ["service_day"], unique=False)
    op.create_index(op.f("ix_enquiry_state_asked_at"), "enquiry", ["state", "asked_at"], unique=False)


def _create_enquiry_month() -> None:
    op.create_table(
        "enquiry_month",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("left_open", sa.Integer(), nullable=False),
        sa.Column("replied", sa.Integer(), nullable=False),
        sa.Column("reply_s", BIG, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_enquiry_month_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "month", "topic", "channel", name=op.f("pk_enquiry_month")),
    )
    op.create_index(op.f("ix_enquiry_month_month"), "enquiry_month", ["month"], unique=False)


def _create_enquiry_topic() -> None:
    op.create_table(
        "enquiry_topic",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("names", JSON, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_enquiry_topic_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "topic", name=op.f("pk_enquiry_topic")),
    )


def _create_hall_copy() -> None:
    op.create_table(
        "hall_copy",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_hall_copy_hall_hall")),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_hall_copy")),
    )
    op.create_table(
        "hall_copy_part",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_hall_copy_part_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "name", "part", name=op.f("pk_hall_copy_part")),
    )


def _create_hall_places() -> None:
    op.create_table(
        "hall_places",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_hall_places_hall_hall")),
        sa.PrimaryKeyConstraint("hall", name=op.f("pk_hall_places")),
    )


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("number", BIG, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.Column("about", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_inbox_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "number", name=op.f("pk_inbox")),
        sa.UniqueConstraint("hall", "key", name=op.f("uq_inbox_hall_key")),
    )
    op.create_index(op.f("ix_inbox_hall_about"), "inbox", ["hall", "about"], unique=False)


def _create_recovery_code() -> None:
    op.create_table(
        "recovery_code",
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.name"], name=op.f("fk_recovery_code_person_person")),
        sa.PrimaryKeyConstraint("person", "code_hash", name=op.f("pk_recovery_code")),
    )


def _create_settings_document() -> None:
    op.create_table(
        "settings_document",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("published_at", INSTANT, nullable=False),
        sa.Column("setting", sa.String(length=40), nullable=True),
        sa.Column("act", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_settings_document_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "version", name=op.f("pk_settings_document")),
    )
    op.create_index(op.f("ix_settings_document_act"), "settings_document", ["act"], unique=False)


def _create_survey() -> None:
    op.create_table(
        "survey",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("visit", sa.String(length=64), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("service_day", sa.Date(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("face", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_survey_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "visit", name=op.f("pk_survey")),
    )
    op.create_index(op.f("ix_survey_hall_month"), "survey", ["hall", "month"], unique=False)
    op.create_index(op.f("ix_survey_service_day"), "survey", ["service_day"], unique=False)


def _create_survey_month() -> None:
    op.create_table(
        "survey_month",
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("face", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_survey_month_hall_hall")),
        sa.PrimaryKeyConstraint("hall", "month", "service", "face", name=op.f("pk_survey_month")),
    )
    op.create_index(op.f("ix_survey_month_month"), "survey_month", ["month"], unique=False)


def _create_staff_session() -> None:
    op.create_table(
        "staff_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=80), nullable=True),
        sa.Column("access_token", sa.String(length=64), nullable=True),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(
            ["access_token"], ["access_token.token_hash"], name=op.f("fk_staff_session_access_token_access_token")
        ),
        sa.ForeignKeyConstraint(["person"], ["person.name"], name=op.f("fk_staff_session_person_person")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_session")),
    )
    op.create_index(op.f("ix_staff_session_person"), "staff_session", ["person"], unique=False)
