"""A centre with single sign-on, and the real provider that it signs people in at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from central.audit.staff_acts import acts_before
from central.people.people import ROLES
from central.web.pages.ministry_sign_in import RETURN_PATH
from common.accounts.single_sign_on import read_single_sign_on
from tests.helpers.centre import RunningCentre, running_centre
from tests.helpers.openid.real import RealProvider, running_provider
from tests.helpers.ports import free_port

GROUPS = {"dawr-admins": "admin", "dawr-auditors": "auditor", "dawr-readers": "reader"}


@dataclass
class Site:
    """A centre and its provider; the centre's clock is right until a test moves it."""

    centre: RunningCentre
    provider: RealProvider
    ahead: list[timedelta]

    def acts(self) -> list[tuple[str, str, str]]:
        return [(one.action, one.who, one.detail) for one in acts_before(self.centre.engine, None)[0]]


@contextmanager
def site(folder: Path) -> Iterator[Site]:
    """Run a centre with single sign-on; the provider's name is another one than the centre's, as on a real network."""
    port = free_port()
    address, ahead = f"http://127.0.0.1:{port}", [timedelta(0)]
    with running_provider(folder / "provider", address + RETURN_PATH) as provider:
        settings = read_single_sign_on(provider.settings(address, GROUPS), ROLES)
        with running_centre(
            folder / "centre", now=lambda: datetime.now(UTC) + ahead[0], single_sign_on=settings, port=port
        ) as centre:
            yield Site(centre, provider, ahead)
