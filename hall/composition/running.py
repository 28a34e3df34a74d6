"""A running hall: what it is made of, the tokens it gives on its own machine, and its end."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from common.server.asgi import ASGIApp
from hall.composition.centre_sync import CentreSync
from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore
from hall.config import HallConfig
from hall.kernel.moment import Moment
from hall.people.model.device_token import DeviceTokens
from hall.people.model.staff_access import LINK_LIFE, TOKEN_LIFE, NewToken
from hall.platform.live.hub import LiveHub
from hall.platform.scheduler import Scheduler
from hall.platform.security.access import Role
from hall.platform.security.pins import PinHasher
from hall.platform.security.secret import HallSecret, token_hash
from hall.platform.web.dependencies import Dependencies
from hall.platform.web.fresh_ids import uuid7
from hall.reporting.workers.report_sender import REPORTS
from hall.training.rooms import Rooms
from hall.waits.workers.estimator import Estimator
from hall.waits.workers.forecast_process import ForecastProcess


@dataclass(frozen=True)
class Hall:
    """A running hall: serve its `app`, then `stop` it."""

    config: HallConfig
    app: ASGIApp
    parts: Dependencies
    hub: LiveHub
    store: HallStore
    secret: HallSecret
    pins: PinHasher
    estimator: Estimator
    forecasts: ForecastProcess
    tasks: Scheduler
    centre: CentreSync | None
    rooms: Rooms | None

    def stop(self) -> None:
        """End everything in the order in which it hangs together; what was answered is on disk already."""
        self.tasks.stop()
        if self.rooms is not None:
            self.rooms.stop()
        self.parts.get(REPORTS).stop()
        if self.centre is not None:
            self.centre.stop()
        self.estimator.stop()
        self.forecasts.stop()
        self.store.close()
        self.pins.close()

    def staff_token(self, role: Role, name: str) -> str:
        """Return the token of a person with a staff role: the same for the same name, as long as the key lives."""
        token = self.secret.token("staff", role.value, name)
        self._add(role, name, token, TOKEN_LIFE)
        return token

    def start_link(self, address: str) -> str:
        """Return a link that signs the hall head's browser in once, within ten minutes."""
        token = secrets.token_hex(32)
        self._add(Role.HEAD, "start link", token, LINK_LIFE, one_use=True)
        return f"{address}/enter#{token}"

    def _add(self, role: Role, name: str, token: str, life: timedelta, *, one_use: bool = False) -> None:
        def run(work: SqlWork, now: Moment) -> None:
            work.staff.add(NewToken(role.value, name, token_hash(token), now.at + life, one_use))

        self.store.commands.run(run).result()

    def enrol(self, kind: str, name: str, counter: int | None = None) -> tuple[str, str]:
        """Enrol a device without a pairing code (on the hall's own machine) and return its id and token."""
        device = uuid7(self.store.commands.run(lambda _work, now: now.at).result())
        token = self.secret.token("device", device)
        next_ = token_hash(self.secret.device_token_after(token, device))
        self.store.commands.run(
            lambda work, now: work.identities.add_device(
                device, kind, name, counter, DeviceTokens(token_hash(token), now.at, next_)
            )
        ).result()
        return device, token
