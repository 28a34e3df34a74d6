"""Warn when a standby machine does not have the key: replication copies the database, but not the key."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Engine, select, update

from central.access.centre_key import FILE, CentreKey, make_key
from central.config import CentralConfig
from central.errors import ConfigError
from central.store.tables.people import person


def check_copied(engine: Engine, config: CentralConfig) -> None:
    """Raise ConfigError where people sign in by a key that is not here.

    A new key would let nobody in any more.
    """
    path, beside_data = config.key_folder / FILE, config.data / FILE
    if not path.exists() and beside_data.exists():
        raise ConfigError(
            f"the centre's key lies in its data folder: move it out, as the centre's user, so that a copy of the data "
            f"has no key: mkdir -p -m 700 {path.parent} && mv {beside_data} {path}"
        )
    if not path.exists() and _people(engine):
        raise ConfigError(
            f"people have access to this centre, and its key {path} is not here: copy it from the "
            "other machine or a backup; if it is lost, renew each access with `central person renew`"
        )


def checked_key(engine: Engine, config: CentralConfig) -> CentreKey:
    """Return the centre's key; made where this is a new centre, ConfigError where a key is missing or misplaced."""
    check_copied(engine, config)
    return make_key(config.key_folder)


def check_key(engine: Engine, config: CentralConfig, key: CentreKey) -> None:
    """Raise ConfigError if people's accounts use another key than this one: with it nobody could sign in.

    Whose access is older than marks is taken to be of this key, and marked with it.
    """
    unmarked = (person.c.password.is_not(None), person.c.key_mark.is_(None))
    with engine.begin() as connection:
        connection.execute(update(person).where(*unmarked).values(key_mark=key.mark))
    locked_out = _people(engine, person.c.key_mark != key.mark)
    if locked_out:
        raise ConfigError(
            f"{config.key_folder / FILE} is the key of another centre: {', '.join(locked_out)} could not sign in by it."
            " Put this centre's own key there, from the other machine or a backup; if it is lost, renew each of these "
            "accesses with `central person renew`"
        )


def _people(engine: Engine, *which: ColumnElement[bool]) -> list[str]:
    """Return the names of those who can sign in by a password, by name."""
    can = (person.c.password.is_not(None), person.c.ready_at.is_not(None), person.c.disabled_at.is_(None))
    with engine.connect().execution_options(read_only=True) as connection:
        return list(connection.execute(select(person.c.name).where(*can, *which).order_by(person.c.name)).scalars())
