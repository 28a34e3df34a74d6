"""The texts of the answer to a scanned ticket, by message id."""

from __future__ import annotations

from PySide6.QtCore import QObject


class ScannedTexts(QObject):
    """(headline, what to do) of a message id of kiosk.device.scanner.presenter; an id without texts raises KeyError."""

    def of(self, message: str) -> tuple[str, str]:
        """Return the two texts; `%1` in either is the counter's number."""
        return {**self._in_hall(), **self._over(), **self._unreadable()}[message]

    def _in_hall(self) -> dict[str, tuple[str, str]]:
        return {
            "looking": (self.tr("One moment"), self.tr("Looking up your ticket")),
            "waiting": (self.tr("You are in the queue"), self.tr("Please wait until your number is called")),
            "reinstated": (
                self.tr("You are in the queue again"),
                self.tr("You missed your call. Your number will be called again shortly"),
            ),
            "called": (self.tr("It is your turn"), self.tr("Please go to counter %1 now")),
            "serving": (self.tr("You are being served"), self.tr("At counter %1")),
            "parked": (self.tr("Your visit is on hold"), self.tr("Counter %1 will call you again")),
            "missed": (self.tr("You missed your call"), self.tr("Please ask at reception")),
        }

    def _over(self) -> dict[str, tuple[str, str]]:
        return {
            "finished": (self.tr("Your visit is finished"), self.tr("For another service please take a new ticket")),
            "ended": (self.tr("This ticket is no longer valid"), self.tr("Please take a new ticket")),
            "missed_too_often": (
                self.tr("This number was called several times"),
                self.tr("Please ask at reception to return to the queue"),
            ),
        }

    def _unreadable(self) -> dict[str, tuple[str, str]]:
        return {
            "not_of_today": (self.tr("This is not one of today's tickets"), self.tr("Please take a new ticket")),
            "no_ticket_code": (
                self.tr("This code is not for a ticket of this hall"),
                self.tr("Hold the square code of your ticket under the reader"),
            ),
            "cannot_look": (
                self.tr("Cannot look up your ticket now"),
                self.tr("Your number stays valid. Please watch the board or ask at reception"),
            ),
            "ask_reception": (self.tr("Please ask at reception"), self.tr("They will help you with this ticket")),
        }
