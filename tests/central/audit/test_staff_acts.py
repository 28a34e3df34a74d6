"""What staff do at the centre is done once, refused with a reason, and written down with who did it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, select, update

from central.audit.staff_acts import enter_training, held, read_again, set_aside, trained
from central.errors import BodyError, NotFoundError
from central.intake.batch_intake import IngestRules
from central.store.tables.halls import quarantine
from central.store.tables.rollups import centre_act
from contracts.centre.outbox_entry import encode_record
from tests.central.conftest import NOW
from tests.helpers.batches import outbox_of, record, stored, take

RULES = IngestRules()
NOVEMBER = date(2026, 11, 1)


def acts(engine: Engine) -> list[tuple[str, str, str | None]]:
    with engine.connect() as connection:
        return [
            tuple(row) for row in connection.execute(select(centre_act.c.who, centre_act.c.action, centre_act.c.hall))
        ]


@pytest.fixture
def poisoned(engine: Engine) -> Engine:
    outbox = outbox_of()
    outbox.write('{"kind":"dance","text":"رقصة"}'.encode())
    take(engine, outbox, 1, 1)
    return engine


def test_what_is_held_shows_its_reason_and_its_beginning(poisoned: Engine) -> None:
    (one,) = held(poisoned)
    assert (one.hall, one.seq) == ("1", 1)
    assert "no kind 'dance'" in one.reason
    assert "رقصة" in one.beginning


def test_an_entry_that_can_be_read_after_an_update_is_stored(poisoned: Engine) -> None:
    (one,) = held(poisoned)
    assert read_again(poisoned, one.id, who="Salim", now=NOW, rules=RULES) is False
    assert len(held(poisoned)) == 1
    with poisoned.begin() as connection:  # an update of the centre, played by a body that is understood
        connection.execute(update(quarantine).values(body=encode_record(record(7))))
    assert read_again(poisoned, one.id, who="Salim", now=NOW, rules=RULES) is True
    assert (held(poisoned), len(stored(poisoned))) == ([], 1)
    assert acts(poisoned) == [("Salim", "read_again", "1")] * 2


def test_what_is_set_aside_is_gone_from_the_list_and_kept_in_the_table(poisoned: Engine) -> None:
    (one,) = held(poisoned)
    set_aside(poisoned, one.id, who="Salim", now=NOW)
    assert (held(poisoned), stored(poisoned)) == ([], {})
    with poisoned.connect() as connection:
        assert connection.execute(select(quarantine.c.resolved_at)).scalar_one() == NOW
    with pytest.raises(NotFoundError, match="not in quarantine"):
        set_aside(poisoned, one.id, who="Salim", now=NOW)
    assert acts(poisoned) == [("Salim", "set_aside", "1")]


def test_training_hours_are_kept_by_hall_and_month_the_last_entry_counts(engine: Engine) -> None:
    assert trained(engine, NOVEMBER, NOVEMBER) is None
    for hours in (12, 16):
        enter_training(engine, "1", date(2026, 11, 24), hours=hours, people=3, who="Salim", now=NOW)
    enter_training(engine, "1", date(2026, 10, 1), hours=4, people=2, who="Salim", now=NOW)
    assert trained(engine, date(2026, 11, 24), date(2026, 11, 30)) == (16, 3)
    assert trained(engine, date(2026, 1, 1), date(2026, 12, 31)) == (20, 5)
    assert len(acts(engine)) == 3


@pytest.mark.parametrize(
    ("hall", "hours", "error"), [("1", -1, BodyError), ("1", 10_001, BodyError), ("x", 1, NotFoundError)]
)
def test_training_that_cannot_be_is_refused(engine: Engine, hall: str, hours: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        enter_training(engine, hall, NOVEMBER, hours=hours, people=1, who="Salim", now=NOW)
    assert acts(engine) == []
