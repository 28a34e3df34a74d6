from __future__ import annotations

from hall.contact.commands.erase_phones import erase_over
from hall.contact.commands.leave_phone import LeavePhone, leave_phone
from hall.kernel.ids import VisitId
from hall.kernel.kiosk_settings import KioskSettings
from tests.helpers.example_hall import SETTINGS, TUESDAY, new_hall, take
from tests.helpers.replacing import replace


def test_a_number_and_the_need_for_its_days_key_end_together() -> None:
    hall = new_hall(replace(SETTINGS, kiosk=KioskSettings(phone=True)))
    assert erase_over(work=hall.work(), now=hall.clock.now()) == (0, frozenset())
    take(hall, "v1")
    hall.run(leave_phone, LeavePhone(VisitId("v1"), lambda _day: b"sealed", "kiosk-1"))
    assert erase_over(work=hall.work(), now=hall.clock.now()) == (0, {TUESDAY})
    hall.clock.advance(22 * 3600)
    assert erase_over(work=hall.work(), now=hall.clock.now())[0] == 0
    hall.clock.advance(3600)
    assert erase_over(work=hall.work(), now=hall.clock.now()) == (1, frozenset())
