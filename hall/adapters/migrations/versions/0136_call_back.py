"""Keep numbers to call back of open enquiries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hall.adapters.column_types import BIG, Instant

revision = "0136"
down_revision = "0134"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "enquiry_phone",
        sa.Column("number", BIG, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("until_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["enquiry.number"], name=op.f("fk_enquiry_phone_number_enquiry")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_enquiry_phone")),
    )
    op.create_index(op.f("ix_enquiry_phone_until_at"), "enquiry_phone", ["until_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_enquiry_phone_until_at"), table_name="enquiry_phone")
    op.drop_table("enquiry_phone")
