"""What the sender stands on, kept in a real database and carried by a carrier of the test."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from hall.reporting.model.report_ports import Carrier, Deliveries, Delivery, DeliveryState, Enclosure
from hall.settings.model.report_plan import DeliveryMethod, ScheduledReport
from tests.helpers.example_hall import TUESDAY
from tests.helpers.stored_hall import StoredHall

NOW = datetime(2026, 11, 24, 11, 30, tzinfo=UTC)


class Bag:
    """Carries files into a list."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def carry(self, report: ScheduledReport, subject: str, enclosures: Sequence[Enclosure], key: str) -> None:
        self.names += [one.name for one in enclosures]


def test_a_carrier_takes_every_file() -> None:
    bag = Bag()
    carrier: Carrier = bag
    carrier.carry(ScheduledReport("daily"), "report", [Enclosure("a.csv", "text/csv", b"")], "key")
    assert bag.names == ["a.csv"]


def test_what_became_of_a_report_is_remembered(tmp_path: object) -> None:
    hall = StoredHall(f"sqlite:///{tmp_path}/hall.sqlite")
    one = Delivery("daily", TUESDAY, DeliveryMethod.FOLDER, DeliveryState.SENT, 1, NOW)

    def save(deliveries: Deliveries) -> Delivery | None:
        deliveries.save(one)
        return deliveries.find("daily", TUESDAY, DeliveryMethod.FOLDER)

    assert hall.do(lambda work, _now: save(work.deliveries)) == one
    hall.store.close()
