"""What `doctor` looks at of a hall's connection with the centre: what is sent, and what comes in."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from commands.doctor.findings import Finding, failed, passed, warned
from common.text.program_name import program_name
from sync.status_file import STANDING_FILE, Standing

_ASKED_AGO = timedelta(minutes=15)
_READ_MORE = f"See: {program_name()} sync status"


def centre(folder: Path, now: datetime) -> Finding:
    """Check by what the hall service last wrote down that it reaches the centre and takes its inbox."""
    stood = Standing(folder / STANDING_FILE).read()
    if stood is None:
        return passed("centre", "the hall has never spoken with a centre")
    if stood.state == "held":
        return failed("centre", f"sends nothing: {stood.reason}", f"A person must act. {_READ_MORE}")
    if stood.state != "ok":
        return warned(
            "centre", f"not reached: {stood.reason}", f"The hall keeps everything and tries again. {_READ_MORE}"
        )
    if stood.inbox_unanswered:
        todo = f"The hall keeps everything and tries again. {_READ_MORE}"
        return warned("centre", f"not reached: {stood.inbox_unanswered}", todo)
    if stood.inbox_problem:
        todo = f"Update hall and centre, then tell the ministry. {_READ_MORE}"
        return failed("centre", f"nothing that comes in is taken: {stood.inbox_problem}", todo)
    if stood.inbox_asked_at is None or now - stood.inbox_asked_at > _ASKED_AGO:
        when = "never" if stood.inbox_asked_at is None else f"last at {stood.inbox_asked_at:%Y-%m-%d %H:%M} UTC"
        return warned("centre", f"its inbox was asked for {when}", "Is the hall service running?")
    return passed("centre", f"{stood.centre}: sends, and takes what comes in")
