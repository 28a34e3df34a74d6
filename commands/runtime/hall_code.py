"""The code of the hall whose data lie on this machine."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from hall.config import HallConfig
from hall.platform.db.engine import StoreError, open_for_reads
from hall.settings.store.settings_store import NoSettingsError, read_settings


def hall_of(config: HallConfig) -> str:
    """Return the hall's code, as its database has it; raise StoreError where it cannot be read."""
    engine = open_for_reads(config.database_url)
    try:
        with engine.connect() as connection:
            return read_settings(connection).hall
    except NoSettingsError as error:
        raise StoreError("the database holds no hall yet") from error
    except DBAPIError as error:
        raise StoreError(f"the hall's database cannot be read: {error.orig}") from error
    finally:
        engine.dispose()
