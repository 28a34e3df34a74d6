"""Where people of the directory have which role, and their invitations to halls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from central.store.migrations.baseline.column_types import INSTANT


def create() -> None:
    """Make these tables."""
    op.create_table(
        "person_place",
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.name"], name=op.f("fk_person_place_person_person")),
        sa.PrimaryKeyConstraint("person", "place", name=op.f("pk_person_place")),
    )
    op.create_table(
        "hall_role",
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("place", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.name"], name=op.f("fk_hall_role_person_person")),
        sa.PrimaryKeyConstraint("person", "place", name=op.f("pk_hall_role")),
    )
    op.create_table(
        "hall_invitation",
        sa.Column("person", sa.String(length=80), nullable=False),
        sa.Column("hall", sa.String(length=40), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("good_until", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["hall"], ["hall.hall"], name=op.f("fk_hall_invitation_hall_hall")),
        sa.ForeignKeyConstraint(["person"], ["person.name"], name=op.f("fk_hall_invitation_person_person")),
        sa.PrimaryKeyConstraint("person", "hall", name=op.f("pk_hall_invitation")),
    )


def drop() -> None:
    """Drop these tables."""
    for table in ("hall_invitation", "hall_role", "person_place"):
        op.drop_table(table)
