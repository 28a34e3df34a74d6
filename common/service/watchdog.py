"""Feed systemd's watchdog from an event loop; a separate file, as Qt programs need no asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Awaitable, Callable, Mapping

from common.service.systemd import ALIVE, notify, watchdog_interval_s


async def feed_watchdog(check: Callable[[], Awaitable[object]], environ: Mapping[str, str] = os.environ) -> None:
    """Say that the service lives after each `check` that comes back, until cancelled; return where nobody watches.

    A check that never comes back, and an event loop that stands still, both end the messages: systemd then kills the
    service and starts it again. A check that raises has come back.
    """
    interval_s = watchdog_interval_s(environ)
    if interval_s is None:
        return
    while True:
        with contextlib.suppress(Exception):
            await check()
        notify(ALIVE, environ)
        await asyncio.sleep(interval_s)
