"""Empty what is kept of past days for figures (transactions belong to it now; it fills itself), and index enquiries."""

from __future__ import annotations

from alembic import op

revision = "0122"
down_revision = "0120"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM day_figures")
    op.drop_index(op.f("ix_enquiry_service_day"), table_name="enquiry")
    op.create_index(op.f("ix_enquiry_service_day_told"), "enquiry", ["service_day", "told"])


def downgrade() -> None:
    op.drop_index(op.f("ix_enquiry_service_day_told"), table_name="enquiry")
    op.create_index(op.f("ix_enquiry_service_day"), "enquiry", ["service_day"])
    op.execute("DELETE FROM day_figures")
