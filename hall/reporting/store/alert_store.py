"""The alerts that somebody has seen, in the database."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from hall.platform.db.tables.kept import alert_seen
from hall.reporting.model.alert_ports import SeenAlert


class SqlAlerts:
    """The alerts that were acknowledged and still stand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def seen(self) -> Mapping[str, SeenAlert]:
        """Return them by alert."""
        rows = self._connection.execute(select(alert_seen))
        return {row.alert: SeenAlert(row.alert, row.by, row.at) for row in rows}

    def see(self, one: SeenAlert) -> None:
        """Remember one."""
        self._connection.execute(insert(alert_seen).values(alert=one.alert, by=one.by, at=one.at))

    def forget(self, alert: str) -> None:
        """Delete one, so that the alert must be acknowledged again when it comes back."""
        self._connection.execute(delete(alert_seen).where(alert_seen.c.alert == alert))
