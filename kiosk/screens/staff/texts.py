"""The texts of the staff's screens, by message id; whole sentences that say what to do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from contracts.words.hall import PrintState
from qtkit.language.language import Language


class StaffTexts(QObject):
    """Acts, states and questions of kiosk.staff.presenter in the language shown; an id without text is a bug."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def group(self, group: str) -> str:
        """Return the heading of a group of the menu."""
        return {"paper": self.tr("Paper"), "screen": self.tr("Screen and sound"), "device": self.tr("Device")}[group]

    def act(self, act: str) -> str:
        """Return what a tile or a button of the menu says."""
        return {
            "reprint": self.tr("Print a ticket again"),
            "paper": self.tr("Change the paper"),
            "test_print": self.tr("Test print"),
            "status": self.tr("Printer status"),
            "restart_program": self.tr("Restart the program"),
            "restart_device": self.tr("Restart the device"),
            "shut_down": self.tr("Shut down"),
            "clean": self.tr("Clean the screen"),
            "volume": self.tr("Volume"),
            "brightness": self.tr("Brightness"),
            "network": self.tr("Network"),
            "louder": self.tr("Volume up"),
            "softer": self.tr("Volume down"),
            "brighter": self.tr("Brighter"),
            "darker": self.tr("Darker"),
            "leave": self.tr("Close the menu"),
            "menu": self.tr("Back to the menu"),
            "paper_again": self.tr("Go through the steps again"),
            "edges_yes": self.tr("Both arrows are complete"),
            "edges_no": self.tr("One is cut off or missing"),
        }[act]

    def printer(self, state: str) -> str:
        """Return the printer's state, and what to do about it."""
        return {
            "ok": self.tr("Printer ready"),
            "low": self.tr("The paper is low: have a new roll ready"),
            "one_way": self.tr("The printer works, but cannot report its status"),
            "not_heard_of": self.tr("The printer is not connected yet"),
            "wrong_roll": self.tr("The roll does not match the paper width setting: put in the right one"),
            "ticket_not_taken": self.tr("A ticket is in the slot: take it out"),
            **self._faults(),
        }[state]

    def _faults(self) -> dict[str, str]:
        return {
            "paper_out": self.tr("The paper is out: put in a new roll"),
            "cover_open": self.tr("The cover is open: close it"),
            "cutter_jam": self.tr("The cutter is jammed: open the cover, free the paper, switch off and on"),
            "presenter_jam": self.tr("Paper is stuck in the slot: pull it out, open and close the cover"),
            "mechanism_error": self.tr("The mechanism reports an error: switch the printer off and on"),
            "offline": self.tr("The printer is offline: press its feed button, or switch it off and on"),
            "device_missing": self.tr("No printer is connected: plug it in and switch it on"),
            "no_permission": self.tr("This program has no permission to use the printer: call the technician"),
            "device_in_use": self.tr("Another program uses the printer: call the technician"),
            "unreachable": self.tr("The printer cannot be reached: check its power and its cable"),
            "unplugged": self.tr("The connection to the printer was lost: check its power and its cable"),
            "silent": self.tr("The printer stopped answering: switch it off and on"),
            "not_taking_data": self.tr("The printer accepts no data: switch it off and on"),
            "not_usable": self.tr("The printer cannot be used: call the technician"),
        }

    def paper(self, state: str) -> str:
        """Return the state of the paper."""
        return {
            "ok": self.tr("OK"),
            "low": self.tr("Low"),
            "out": self.tr("Out"),
            "unknown": self.tr("Not known"),
        }[state]

    def pin(self, note: str, wait_s: int) -> str:
        """Return the line under the PIN's digits."""
        if note == "wait":
            text = self.tr("Too many wrong PINs. Try again in %n second(s)", "", wait_s)
            return self._language.number(text)
        return {
            "": self.tr("4 to 8 digits, then press Enter"),
            "short": self.tr("4 to 8 digits, then press Enter"),
            "checking": self.tr("One moment"),
            "wrong": self.tr("The PIN is wrong"),
            "no_pins": self.tr("No PIN is set for this device. Ask the technician"),
        }[note]

    def guide(self, step: str) -> tuple[str, str]:
        """Return headline and advice of one step of the change of paper."""
        return {
            "open": (self.tr("Open the printer's cover"), self.tr("Unlock the door, press the cover's lever and lift")),
            "remove": (self.tr("Take out the rest of the old roll"), self.tr("Remove loose bits of paper too")),
            "put_in": (
                self.tr("Put in the new roll"),
                self.tr("The paper comes from the bottom of the roll, over the front edge"),
            ),
            "close": (
                self.tr("Close the cover until it clicks"),
                self.tr("The end of the paper must stick out. Then a test slip is printed"),
            ),
        }[step]

    def question(self, message: str) -> tuple[str, str]:
        """Return headline and advice of a question or a word."""
        return {**self._questions(), **self._words(), **self._machine()}[message]

    def _questions(self) -> dict[str, tuple[str, str]]:
        return {
            "trial_printing": (
                self.tr("The test slip is being printed"),
                self.tr("It will come out of the slot below"),
            ),
            "edges_whole": (
                self.tr("Are both arrows on the slip complete?"),
                self.tr("One at the left edge and one at the right edge of the paper"),
            ),
            "confirm_restart_program": (
                self.tr("Restart the program?"),
                self.tr("Visitors will wait a few seconds"),
            ),
            "confirm_restart_device": (
                self.tr("Restart the device?"),
                self.tr("Visitors will wait about a minute"),
            ),
            "confirm_shut_down": (
                self.tr("Shut the device down?"),
                self.tr("It issues no tickets until it is switched on again"),
            ),
        }

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "paper_changed": (self.tr("The paper is changed"), self.tr("Tickets are issued again")),
            "test_printed": (self.tr("The test slip is printed"), self.tr("Printer ready")),
            "reprinted": (
                self.tr("The ticket is printed again"),
                self.tr("It has the same number and is marked «Copy»"),
            ),
            "reprint_failed": (
                self.tr("The ticket could not be printed"),
                self.tr("The number is still valid"),
            ),
            "trial_failed": (self.tr("Test print failed"), self.tr("Check printer status")),
            "wrong_roll": (
                self.tr("The roll does not match the setting"),
                self.tr("No tickets are issued until it does: put in the right roll, or call the technician"),
            ),
            "power_refused": (
                self.tr("The program cannot do that on this device"),
                self.tr("Use the switch, or call the technician"),
            ),
            "volume": (self.tr("Volume of spoken prompts"), self.tr("The next prompt plays at this volume")),
            "brightness": (self.tr("Screen brightness"), self.tr("It must be readable from the side too")),
        }

    def _machine(self) -> dict[str, tuple[str, str]]:
        return {
            "network_online": (self.tr("The hall service is responding"), self.tr("The network works")),
            "network_away": (
                self.tr("The hall service is not responding"),
                self.tr("Check the network cable, then check that the hall service is running"),
            ),
            "network_certificate": (
                self.tr("The hall's certificate is refused"),
                self.tr("Check this device's date; if it is right, have it paired again"),
            ),
            "not_settable": (
                self.tr("The program cannot change that on this device"),
                self.tr("Use the screen's own buttons, or call the technician"),
            ),
            "cleaning": (
                self.tr("You can clean the screen now"),
                self.tr("Touch is off. The menu returns automatically"),
            ),
            "under_way": (self.tr("In progress"), self.tr("The device continues automatically")),
        }

    def print_state(self, state: PrintState) -> str:
        """Return how the newest attempt to print a ticket stands."""
        match state:
            case PrintState.CONFIRMED:
                return self.tr("Printed")
            case PrintState.UNVERIFIED:
                return self.tr("Sent, not confirmed")
            case PrintState.SENDING:
                return self.tr("Being printed")
            case PrintState.NOT_STARTED:
                return self.tr("Not printed")
            case PrintState.INTERRUPTED:
                return self.tr("Cut off while printing")
            case PrintState.UNKNOWN:
                return self.tr("Perhaps not printed")

    def tickets_left(self, count: int | None) -> str:
        """Return the estimate, empty where nobody can say."""
        if count is None:
            return ""
        #: In the staff menu: an estimate of what the paper roll is good for.
        text = self.tr("Paper for about %n ticket(s)", "", count)
        return self._language.number(text)

    def tickets_since(self, count: int) -> str:
        """Return how many tickets came from the roll."""
        text = self.tr("%n ticket(s) since", "", count)
        return self._language.number(text)

    def left(self, seconds: int) -> str:
        """Return how long something still lasts."""
        text = self.tr("%n second(s) left", "", seconds)
        return self._language.number(text)

    def took(self, seconds: int) -> str:
        """Return how long a change of paper took."""
        text = self.tr("It took %n second(s)", "", seconds)
        return self._language.number(text)
