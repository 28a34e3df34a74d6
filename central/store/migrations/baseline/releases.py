"""Releases of the programs, their files, and how far each hall is with them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from central.store.migrations.baseline.column_types import BIG, INSTANT, JSON


def create() -> None:
    """Make these tables."""
    op.create_table(
        "release",
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("open_group", sa.Integer(), nullable=False),
        sa.Column("plan", JSON, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reason_hall", sa.String(length=40), nullable=True),
        sa.Column("reason_code", sa.String(length=40), nullable=False),
        sa.Column("added_by", sa.String(length=200), nullable=False),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_release")),
    )
    op.create_table(
        "release_file",
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("system", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("size", BIG, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["release.version"], name=op.f("fk_release_file_version_release")),
        sa.PrimaryKeyConstraint("version", "system", name=op.f("pk_release_file")),
    )
    op.create_table(
        "release_result",
        sa.Column("version", sa.String(length=40), nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("received_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_release_result_hall_hall")),
        sa.PrimaryKeyConstraint("version", "hall", name=op.f("pk_release_result")),
    )


def drop() -> None:
    """Drop these tables, the one that others point at last."""
    for table in ("release_result", "release_file", "release"):
        op.drop_table(table)
