"""What a code under the kiosk's scanner is: that of an appointment, or that of a ticket."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from contracts.settings.hall_view import HallView
from kiosk.device.scanner.ticket_scanner import TicketReader
from kiosk.device.scanner.view import ScannedScreen
from kiosk.visitor.booking import BookingDesk
from kiosk.visitor.booking_steps import booking_number


class ScannedCodes(QObject):
    """Lets in visitors who hold the code of an appointment; looks any other code up as a ticket's."""

    def __init__(
        self,
        screen: ScannedScreen,
        tickets: TicketReader,
        booking: BookingDesk,
        hall: Callable[[], HallView | None],
    ) -> None:
        super().__init__(screen)
        self._screen, self._tickets, self._booking, self._hall = screen, tickets, booking, hall

    def take(self, text: str) -> None:
        """Answer the code that the scanner has read."""
        number, hall = booking_number(text), self._hall()
        if number is None or hall is None or not hall.kiosk.appointments:
            self._tickets.take(text)
            return
        self._screen.hide()
        self._booking.scan(number)
