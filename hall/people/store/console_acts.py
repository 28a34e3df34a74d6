"""Acts on the command line, which runs beside the hall service: noted where they are done, told as facts soon after.

Only the service numbers facts, so a command leaves a row and the service makes a fact of it.
"""

from __future__ import annotations

import getpass
import os
import sys
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from hall.kernel.moment import Moment
from hall.people.model.facts import ConsoleActed
from hall.platform.db.connected import RecordingWork
from hall.platform.db.tables.kept import console_act
from hall.platform.store_ports import Store

CONSOLE = "console"


def note_act(connection: Connection, act: str, subject: str, at: datetime) -> None:
    """Note an act in the transaction that does it."""
    row = {"at": at, "by": _account()[:100], "act": act, "subject": subject[:200]}
    connection.execute(insert(console_act).values(row))


def tell_acts(store: Store[RecordingWork]) -> None:
    """Make facts of the acts that were noted; a task of the hall."""
    noted = store.reads.read(lambda work, _now: work.connection.execute(select(console_act.c.id)).first()).result()
    if noted is not None:
        store.commands.run(_tell).result()


def _tell(work: RecordingWork, _now: Moment) -> None:
    rows = work.connection.execute(select(console_act).order_by(console_act.c.id)).all()
    for row in rows:
        work.record(ConsoleActed(row.act, row.subject, row.at, row.by))
    work.connection.execute(delete(console_act).where(console_act.c.id.in_([row.id for row in rows])))


def _account() -> str:
    """Return the account of this process: not what LOGNAME or USER say, which anybody may set."""
    if sys.platform == "win32":
        return f"{CONSOLE}/{getpass.getuser()}"
    import pwd  # noqa: PLC0415

    try:
        return f"{CONSOLE}/{pwd.getpwuid(os.getuid()).pw_name}"
    except KeyError:  # a container's user may have no name
        return f"{CONSOLE}/{os.getuid()}"
