"""Build a running centre from its settings: the only module that knows all the others."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from central.access.centre_key import PASSWORDS, CentreKey
from central.access.copied_key_check import check_key, checked_key
from central.config import CentralConfig
from central.errors import ConfigError
from central.figures.rollup_refresher import Refresher, refreshing
from central.maintenance.cleanup import Retention
from central.maintenance.key_rotation import finish_rotation
from central.maintenance.nightly import Nightly, keeping_nightly
from central.people.enrolment import Setup
from central.store.engine import open_engine
from central.store.serving_lock import serving
from central.web.app import build_app
from central.web.dependencies import Parts
from central.web.pages.ministry_sign_in import RETURN_PATH
from common.accounts.passwords import Passwords
from common.accounts.single_sign_on import Provider, SingleSignOnError
from common.clock.wall_clock import utc_now
from common.files.private import make_private_folder
from common.server.asgi import ASGIApp

MIGRATIONS = Path(__file__).parent / "store" / "migrations"


@dataclass(frozen=True)
class Centre:
    """A centre ready to serve: its database at the newest schema and its application."""

    config: CentralConfig
    engine: Engine
    app: ASGIApp


def _utc_now() -> datetime:
    return utc_now()


@contextlib.contextmanager
def opened(config: CentralConfig, *, now: Callable[[], datetime] = _utc_now) -> Iterator[Centre]:
    """Give a centre with its database opened and migrated; close it at the end. ConfigError says what is wrong."""
    with database(config) as engine, serving(engine):
        finish_rotation(engine, config.key_folder)
        key = checked_key(engine, config)
        # A key that cannot be used, or is another centre's, is reported now and not at the first sign-in.
        check_key(engine, config, key)
        nightly = Nightly(engine, Retention(config.kept_years, config.kept_days), config.time_zone, now)
        with refreshing(Refresher(engine, config.time_zone)), keeping_nightly(nightly):
            setup = Setup(key, Passwords(key.seal(PASSWORDS), breached=config.breached_passwords))
            parts = Parts(engine, config, setup, now, provider=provider_of(config, key))
            yield Centre(config, engine, build_app(parts))


def provider_of(config: CentralConfig, key: CentreKey) -> Provider | None:
    """Return the ministry's OpenID provider, None where the settings name none."""
    if config.single_sign_on is None:
        return None
    from common.accounts.openid_provider import OpenIdProvider  # noqa: PLC0415 - costs a sixth of a second

    try:
        return OpenIdProvider(config.single_sign_on, key.derive("single sign-on"), path=RETURN_PATH)
    except SingleSignOnError as error:
        raise ConfigError(f"--single-sign-on: {error}") from error


@contextlib.contextmanager
def database(config: CentralConfig) -> Iterator[Engine]:
    """Give the centre's database, migrated; close it at the end."""
    config.checked()
    if config.database is None:
        try:
            make_private_folder(config.data)
        except OSError as error:
            raise ConfigError(f"--data {config.data} cannot be used: {error.strerror}") from error
    engine = open_engine(config.database_url)
    try:
        migrate(engine, copies=config.data)
        yield engine
    finally:
        engine.dispose()


def migrate(engine: Engine, *, copies: Path | None = None, revision: str = "head") -> None:
    """Bring the schema to `revision`; of a SQLite file that is behind, a copy goes into the folder `copies` first."""
    config = alembic_config(engine)
    found, newest = _revisions(engine, config)
    if found is not None and found not in _known_revisions(config):
        raise ConfigError(
            f"the database has schema {found}, which this version does not know: install the newer version"
        )
    if found == newest and revision == "head":
        return
    if found is not None and copies is not None and engine.dialect.name == "sqlite":
        _copy_aside(engine, copies / f"centre-before-{newest}.sqlite")
    command.upgrade(config, revision)


def alembic_config(engine: Engine) -> Config:
    """Return Alembic's settings for this engine."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def _revisions(engine: Engine, config: Config) -> tuple[str | None, str | None]:
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found, ScriptDirectory.from_config(config).get_current_head()


def _known_revisions(config: Config) -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _copy_aside(engine: Engine, target: Path) -> None:
    target.unlink(missing_ok=True)
    raw = engine.raw_connection()
    try:
        # VACUUM cannot run inside the transaction that a SQLAlchemy connection would begin.
        raw.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        raw.close()
