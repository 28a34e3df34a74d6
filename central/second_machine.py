"""Say what a machine that takes over does not have: the database comes by itself, key and closed months do not."""

from __future__ import annotations

import logging

from sqlalchemy import Engine, select

from central.archive import archived
from central.centre_key import FILE
from central.config import CentralConfig
from central.errors import ConfigError
from central.housekeeping import missing_files
from central.tables_people import person

log = logging.getLogger(__name__)


def check_copied(engine: Engine, config: CentralConfig) -> None:
    """Raise ConfigError where people sign in by a key that is not here; log each closed month whose file is not.

    A key that is made anew would let nobody in any more. Files can follow while the centre already takes batches.
    """
    for line in missing_files(config.archive_folder, archived(engine)):
        log.warning("a closed month cannot be read: %s", line)
    if (config.data / FILE).exists():
        return
    ready = select(person.c.name).where(person.c.ready_at.is_not(None), person.c.disabled_at.is_(None)).limit(1)
    with engine.connect().execution_options(read_only=True) as connection:
        if connection.execute(ready).first() is not None:
            raise ConfigError(
                f"people have access to this centre, and its key {config.data / FILE} is not here: copy it from the "
                "other machine or a backup; if it is lost, renew each access with `central person renew`"
            )
