"""The texts of the calm screens and of the paper line, by message id."""

from __future__ import annotations

from PySide6.QtCore import QObject

from qtkit.language.language import Language


class NoticeTexts(QObject):
    """(headline, what to do) of a message id of the presenter beside; `paper`: those of the ticket screen."""

    def notice(self, message: str) -> tuple[str, str]:
        """Return the two texts of a calm screen; an id without texts is a bug and raises KeyError."""
        return {
            **self._hall(),
            **self._closed_suddenly(),
            **self._printer(),
            **self._refusals(),
            **self._appointments(),
        }[message]

    def in_language(self, language: Language, tag: str) -> NoticeTexts:
        """Return the same texts in a language that is not shown now."""
        return _TextsIn(language, tag)

    def paper(self, message: str) -> tuple[str, str]:
        """Return what the screen says about the paper of a ticket, and what the visitor does."""
        return {
            "issuing": (self.tr("One moment"), self.tr("Your ticket is being issued")),
            "printing": (self.tr("Your ticket is being printed"), self.tr("It will come out of the slot below")),
            "take_it": (self.tr("Please take your ticket"), self.tr("It is in the slot below the screen")),
            "not_printed": (
                self.tr("Your number is valid without paper"),
                self.tr("The printer has stopped. Note your number or scan the code"),
            ),
            "interrupted": (
                self.tr("Your number is valid without paper"),
                self.tr("The printer has stopped. Reception will print it again for you"),
            ),
            "unknown": (
                self.tr("Your number is valid"),
                self.tr("If no paper came out, note your number or scan the code"),
            ),
            "ready_again": (
                self.tr("The printer is ready again"),
                self.tr("Touch the button to print your ticket with the same number"),
            ),
            "unknown_ready": (
                self.tr("Your number is valid"),
                self.tr("If no paper came out, touch the button to print it again"),
            ),
            "not_taken": (
                self.tr("Your ticket is still in the slot"),
                self.tr("Please take it from the slot below the screen"),
            ),
        }[message]

    def _hall(self) -> dict[str, tuple[str, str]]:
        return {
            "starting": (self.tr("One moment, please"), self.tr("The ticket service is starting")),
            "hall_away": (
                self.tr("We will be back shortly"),
                self.tr("Tickets cannot be issued at the moment. Please ask at reception"),
            ),
            "paused": (
                self.tr("This screen is pausing for a moment"),
                self.tr("Please do not touch it until it works again"),
            ),
            "not_enrolled": (
                self.tr("This machine is not set up"),
                self.tr("Please get a ticket at reception. Staff: pair this machine again"),
            ),
            "wrong_certificate": (
                self.tr("This machine is out of service"),
                self.tr(
                    "Please get a ticket at reception. "
                    "Staff: check date, time and network of this machine, or pair it again"
                ),
            ),
            "not_yet_open": (
                self.tr("Tickets are not issued yet"),
                self.tr("Please come back when tickets are issued"),
            ),
            "tickets_over": (
                self.tr("No more tickets today"),
                self.tr("Everyone who has a ticket will be served. See you on the next working day"),
            ),
            "closed_today": (self.tr("The hall is closed"), self.tr("We look forward to seeing you on a working day")),
            "date_doubtful": (
                self.tr("We will be with you shortly"),
                self.tr("Staff are checking today's date. Please ask at reception"),
            ),
        }

    def _closed_suddenly(self) -> dict[str, tuple[str, str]]:
        headline = self.tr("The hall is closed")
        return {
            #: %1 is a time, or a day.
            "closed_storm": (headline, self.tr("Closed because of the weather. It opens again: %1")),
            "closed_flood": (headline, self.tr("Closed because of flooding. It opens again: %1")),
            "closed_mourning": (headline, self.tr("Closed for official mourning. It opens again: %1")),
            "closed_fault": (headline, self.tr("Closed because of a fault in the building. It opens again: %1")),
            "closed_other": (headline, self.tr("It opens again: %1")),
        }

    def _printer(self) -> dict[str, tuple[str, str]]:
        return {
            "paper_out": (
                self.tr("The paper has run out"),
                self.tr("Please get a ticket at reception"),
            ),
            "cover_open": (
                self.tr("The printer is open"),
                self.tr("Please get a ticket at reception. This machine continues when the cover is closed"),
            ),
            "presenter_jam": (
                self.tr("Paper is stuck in the slot"),
                self.tr("Please do not pull it. Get a ticket at reception"),
            ),
            "wrong_roll": (
                self.tr("The paper does not fit this machine"),
                self.tr("Please get a ticket at reception"),
            ),
            "ticket_in_slot": (
                self.tr("A ticket is in the slot"),
                self.tr("Please take it out. This machine continues when the slot is empty"),
            ),
            "printer_trouble": (
                self.tr("This machine is out of service"),
                self.tr("Please get a ticket at reception"),
            ),
        }

    def _appointments(self) -> dict[str, tuple[str, str]]:
        reception = self.tr("Please ask at reception")
        return {
            #: %1 is the time from which one may check in.
            "appointment_early": (
                self.tr("You are early"),
                self.tr("You can check in from %1. Please take a seat until then"),
            ),
            #: %1 is the time of the appointment.
            "appointment_late": (
                self.tr("You have missed your appointment time"),
                self.tr("It was at %1. You can take a standard ticket, or ask at reception"),
            ),
            #: %1 is the day of the appointment.
            "appointment_other_day": (
                self.tr("Your appointment is on another day"),
                self.tr("It is on %1. You can take a standard ticket for today"),
            ),
            "appointment_used": (self.tr("A ticket was already issued for this appointment"), reception),
            "appointment_cancelled": (
                self.tr("This appointment was cancelled"),
                self.tr("You can take a standard ticket, or ask at reception"),
            ),
        }

    def _refusals(self) -> dict[str, tuple[str, str]]:
        start = self.tr("Touch the button below to start again")
        return {
            "service_closed": (self.tr("This service has closed for today"), self.tr("Please choose another service")),
            "numbers_used_up": (
                self.tr("No more numbers for this service today"),
                self.tr("Please ask at reception"),
            ),
            "quota_reached": (
                self.tr("No tickets left today for this service"),
                self.tr("Please come early on the next working day, or ask at reception for an appointment"),
            ),
            "visitor_kind_refused": (
                self.tr("This service is for other visitors"),
                self.tr("Please choose another service or ask at reception"),
            ),
            "day_not_open": (self.tr("Tickets are not issued now"), self.tr("Please ask at reception")),
            "day_doubtful": (self.tr("Tickets are not issued now"), self.tr("Please ask at reception")),
            "no_ticket": (self.tr("The ticket could not be issued"), start),
        }


class _TextsIn(NoticeTexts):
    """The texts in one fixed language."""

    def __init__(self, language: Language, tag: str) -> None:
        super().__init__()
        self._language, self._tag = language, tag

    def tr(self, text: str, *_more: object) -> str:
        """Return one text in that language."""
        return self._language.text_in(self._tag, "NoticeTexts", text)
