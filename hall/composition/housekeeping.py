"""What a hall does by the clock: look at the day each minute, copy the database each hour, prune what was delivered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from common.text.program_name import program_name
from hall.complaints.commands.forget_texts import forget_texts
from hall.composition.start_checks import COPIES
from hall.composition.store import HallStore
from hall.composition.troubles import Troubles
from hall.config import HallConfig
from hall.contact.commands.erase_phones import ErasePhonesWork, erase_over
from hall.day.commands.confirm_date import ConfirmDate, ConfirmDateWork, confirm_date, look_at_the_day
from hall.kernel.moment import Moment
from hall.people.store.console_acts import tell_acts
from hall.platform.db.backup.backup import HourlyCopies, copy_to_second_place
from hall.platform.db.backup.history_mark import MARK_FILE, HistoryMark
from hall.platform.db.engine import database_file, empty_wal, fold_wal
from hall.platform.db.files.damage import check_soundness
from hall.platform.db.writer.idempotency import forget_answers
from hall.platform.scheduler import PeriodicTask, Scheduler
from hall.platform.security.phone_seal import PhoneSeal
from hall.queue.commands.counter.park import due_reminders, remind
from hall.surveys.commands.forget_words import forget_words
from hall.waits.commands.score_advice import score_advice

log = logging.getLogger(__name__)

MINUTE_S = 60.0
HOUR_S = 3600.0
DAY_S = 24 * HOUR_S
SCORE_EVERY_S = 5 * MINUTE_S
ERASE_EVERY_S = 15 * MINUTE_S
REMIND_EVERY_S = 5.0
TELL_EVERY_S = 5.0
FOLD_EVERY_S = 5.0
FIRST_COPY_S = 10 * MINUTE_S
"""A hall that is switched on each morning must not wait an hour: what a short day wrote would have no copy."""
SECOND_COPY_EVERY_S = 5 * MINUTE_S
"""Often, so that a disk that was away for a while gets the newest copy soon after it is back."""
SECOND_COPY_FIRST_S = FIRST_COPY_S + MINUTE_S
MARK_EVERY_S = 5.0
RESCUE_EVERY_S = 2.0
BY_ITSELF = "the hall itself"
"""Who confirms a doubtful date in a hall that is set to believe its clock (the demo)."""


def periodic_tasks(
    config: HallConfig, store: HallStore, now: Callable[[], Moment], troubles: Troubles, *more: PeriodicTask
) -> Scheduler:
    """Return the hall's tasks and the `more` of its service, not started."""
    mark = HistoryMark(config.data / MARK_FILE, store.live_stream, lambda: store.commands.announced)
    tasks = [
        PeriodicTask("reminding counters", REMIND_EVERY_S, partial(remind_counters, store)),
        PeriodicTask("telling acts on the command line", TELL_EVERY_S, partial(tell_acts, store)),
        PeriodicTask("looking at the day", MINUTE_S, partial(look_at_date, store, troubles)),
        PeriodicTask("marking the newest fact", MARK_EVERY_S, mark.write, first_s=MARK_EVERY_S, at_end=True),
        PeriodicTask("pruning the outbox", DAY_S, store.outbox.prune, first_s=HOUR_S),
        PeriodicTask("scoring advice", SCORE_EVERY_S, partial(score, store), first_s=MINUTE_S),
        PeriodicTask("forgetting answers", HOUR_S, partial(forget, store), first_s=HOUR_S / 2),
        PeriodicTask("forgetting visitors' words", DAY_S, partial(forget_old_words, store), first_s=HOUR_S),
    ]
    if database_file(store.engine) is not None:
        tasks.append(PeriodicTask("the hourly copy", HOUR_S, lambda: copy(config, store, now()), first_s=FIRST_COPY_S))
        if config.copies is not None:
            bring = partial(copy_elsewhere, config, config.copies)
            tasks.append(
                PeriodicTask("the copy in the second place", SECOND_COPY_EVERY_S, bring, first_s=SECOND_COPY_FIRST_S)
            )
        rescue = Rescue(config, store, now)
        tasks.append(PeriodicTask("copying a removed database", RESCUE_EVERY_S, rescue.look, first_s=RESCUE_EVERY_S))
        fold = partial(fold_wal, store.engine)
        tasks.append(PeriodicTask("folding the WAL", FOLD_EVERY_S, fold, first_s=FOLD_EVERY_S))
    return Scheduler([*tasks, *more])


def copy(config: HallConfig, store: HallStore, now: Moment) -> Path:
    """Write one more copy of the running database into the data folder, and forget the oldest; return its file."""
    check_soundness(store.engine, store.damage)
    return HourlyCopies(store.engine, config.data / COPIES, kept=config.copies_kept).take(now.at)


class Rescue:
    """Copies a database once whose file was removed under the running hall: the hall still has the file open."""

    def __init__(self, config: HallConfig, store: HallStore, now: Callable[[], Moment]) -> None:
        self._config, self._store, self._now = config, store, now
        self._done = False

    def look(self) -> Path | None:
        """Write the copy if the file was removed since; return its path."""
        if self._done or not self._store.damage.gone:
            return None
        written = copy(self._config, self._store, self._now())
        self._done = True
        log.error("the removed database was copied to %s: put it back with: %s restore", written, program_name())
        return written


def copy_elsewhere(config: HallConfig, second: Path) -> Path | None:
    """Bring the newest copy to the second place; return its file there, or None when there is nothing new."""
    return copy_to_second_place(config.data / COPIES, second, kept=config.copies_kept)


def forget(store: HallStore) -> int:
    """Forget the answers kept under idempotency keys of service days that are over; return how many."""
    return store.commands.run(lambda work, _now: forget_answers(work.connection, work.today())).result()


def forget_old_words(store: HallStore) -> int:
    """Erase what visitors wrote longer ago than the hall keeps it; return of how many."""
    return store.commands.run(
        lambda work, now: forget_words(work=work, now=now) + forget_texts(work=work, now=now)
    ).result()


def score(store: HallStore) -> int:
    """Hold the advice whose hour is over against what it brought; return how many."""
    return store.commands.run(lambda work, now: score_advice(work=work, store=work.advice, now=now)).result()


def look_at_date(store: HallStore, troubles: Troubles) -> None:
    """Close a day that is over, and tell once that the date is doubtful (or believe it, where the hall is set so)."""
    troubles.day_doubtful = store.commands.run(_look).result()


def _look(work: ConfirmDateWork, now: Moment) -> bool:
    day = look_at_the_day(work, now)
    if day is not None and day.doubted is not None and work.settings.confirms_date_itself:
        confirm_date(ConfirmDate(BY_ITSELF), work=work, now=now)
        return False
    return day is not None and day.doubted is not None


def remind_counters(store: HallStore) -> None:
    """Tell counters of the parked visits whose time has come; a reader looks first."""
    if store.reads.read(lambda work, now: due_reminders(work=work, now=now)).result():
        store.commands.run(lambda work, now: remind(work=work, now=now)).result()


def erase_phones(store: HallStore, seal: PhoneSeal) -> int:
    """Erase the telephone numbers whose time is over and the keys of days that have none; return how many numbers.

    Nothing of what was erased, here or by a command, is left in the WAL.

    The keys go on the command queue, too: no number can be sealed under a key that is being erased.
    """

    def erase(work: ErasePhonesWork, now: Moment) -> int:
        erased, alive = erase_over(work=work, now=now)
        seal.forget(but=alive)
        return erased

    erased = store.commands.run(erase).result()
    empty_wal(store.engine)
    return erased
