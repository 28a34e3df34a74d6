"""Column types of the first release; a migration must not change when the program's own types do."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
