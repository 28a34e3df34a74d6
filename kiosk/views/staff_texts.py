"""The texts of the staff's screens, by message id; whole sentences that say what to do."""

from __future__ import annotations

from PySide6.QtCore import QObject

from contracts.hall_words import PrintState
from qtkit.language import Language


class StaffTexts(QObject):
    """Acts, states and questions of kiosk.presenters.staff_menu in the language shown; an id without text is a bug."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

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
            "volume": self.tr("Loudness"),
            "brightness": self.tr("Brightness"),
            "network": self.tr("Network"),
            "louder": self.tr("Louder"),
            "softer": self.tr("Softer"),
            "brighter": self.tr("Brighter"),
            "darker": self.tr("Darker"),
            "leave": self.tr("Close the menu"),
            "menu": self.tr("Back to the menu"),
            "paper_again": self.tr("Go through the steps again"),
            "edges_yes": self.tr("Both arrows are whole"),
            "edges_no": self.tr("One is cut off or missing"),
        }[act]

    def printer(self, state: str) -> str:
        """Return the printer's state, and what to do about it."""
        return {
            "ok": self.tr("The printer is in order"),
            "low": self.tr("The paper is low: have a new roll ready"),
            "one_way": self.tr("The printer prints, but cannot tell how it is"),
            "not_heard_of": self.tr("The printer has not been heard of yet"),
            "wrong_roll": self.tr("The roll is not of the width that is set: put in the right one"),
            "ticket_not_taken": self.tr("A ticket lies in the slot: take it out"),
            **self._faults(),
        }[state]

    def _faults(self) -> dict[str, str]:
        return {
            "paper_out": self.tr("The paper is out: put in a new roll"),
            "cover_open": self.tr("The cover is open: close it"),
            "cutter_jam": self.tr("The cutter is jammed: open the cover, free the paper, switch off and on"),
            "presenter_jam": self.tr("Paper is stuck in the slot: pull it out, open and close the cover"),
            "mechanism_error": self.tr("The mechanism reports an error: switch the printer off and on"),
            "offline": self.tr("The printer is off line: press its feed button, or switch it off and on"),
            "device_missing": self.tr("The printer is not there: plug it in and switch it on"),
            "no_permission": self.tr("This program may not use the printer: call the technician"),
            "device_in_use": self.tr("Another program uses the printer: call the technician"),
            "unreachable": self.tr("The printer cannot be reached: check its power and its cable"),
            "unplugged": self.tr("The link to the printer broke: check its power and its cable"),
            "silent": self.tr("The printer stopped answering: switch it off and on"),
            "not_taking_data": self.tr("The printer takes no more data: switch it off and on"),
            "not_usable": self.tr("The printer cannot be used: call the technician"),
        }

    def paper(self, state: str) -> str:
        """Return the state of the paper."""
        return {
            "ok": self.tr("In order"),
            "low": self.tr("Low"),
            "out": self.tr("Out"),
            "unknown": self.tr("Not known"),
        }[state]

    def pin(self, note: str, wait_s: int) -> str:
        """Return the line under the PIN's digits."""
        if note == "wait":
            text = self.tr("Too many wrong numbers. Try again in %n second(s)", "", wait_s)
            return self._language.number(text)
        return {
            "": self.tr("4 to 8 digits, then press Enter"),
            "short": self.tr("4 to 8 digits, then press Enter"),
            "checking": self.tr("One moment"),
            "wrong": self.tr("This is not one of the numbers of this device"),
            "no_pins": self.tr("No PIN is set for this device: the technician sets one"),
        }[note]

    def guide(self, step: str) -> tuple[str, str]:
        """Return headline and advice of one step of the change of paper."""
        return {
            "open": (self.tr("Open the printer's cover"), self.tr("Unlock the door, press the cover's lever and lift")),
            "remove": (self.tr("Take out what is left of the old roll"), self.tr("Remove loose bits of paper too")),
            "put_in": (
                self.tr("Put in the new roll"),
                self.tr("The paper comes off the roll from below, and its end lies over the front edge"),
            ),
            "close": (
                self.tr("Close the cover until it clicks"),
                self.tr("The end of the paper must look out. A test slip is printed then"),
            ),
        }[step]

    def question(self, message: str) -> tuple[str, str]:
        """Return headline and advice of a question or a word."""
        return {**self._questions(), **self._words()}[message]

    def _questions(self) -> dict[str, tuple[str, str]]:
        return {
            "trial_printing": (self.tr("The test slip is being printed"), self.tr("It comes out of the slot below")),
            "edges_whole": (
                self.tr("Are both arrows on the slip whole?"),
                self.tr("One at the left edge and one at the right edge of the paper"),
            ),
            "confirm_restart_program": (
                self.tr("Restart the program?"),
                self.tr("Visitors wait for some seconds"),
            ),
            "confirm_restart_device": (
                self.tr("Restart the device?"),
                self.tr("Visitors wait for about a minute"),
            ),
            "confirm_shut_down": (
                self.tr("Shut the device down?"),
                self.tr("It gives no tickets until somebody switches it on"),
            ),
        }

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "paper_changed": (self.tr("The paper is changed"), self.tr("Tickets are given again")),
            "test_printed": (self.tr("The test slip is printed"), self.tr("The printer is in order")),
            "reprinted": (self.tr("The ticket is printed again"), self.tr("It has the same number and says «Copy»")),
            "reprint_failed": (
                self.tr("The ticket could not be printed"),
                self.tr("The number is valid all the same"),
            ),
            "trial_failed": (self.tr("The test slip did not come out"), self.tr("See what the printer says")),
            "wrong_roll": (
                self.tr("The roll does not fit the setting"),
                self.tr("No tickets are given until it does: put in the right roll, or call the technician"),
            ),
            "power_refused": (
                self.tr("This device does not let the program do that"),
                self.tr("Use the switch, or call the technician"),
            ),
            "volume": (self.tr("How loud are spoken prompts?"), self.tr("The next prompt is as loud as this")),
            "brightness": (self.tr("How bright is the screen?"), self.tr("It must be read from the side, too")),
            "network_online": (self.tr("The hall service answers"), self.tr("The network is in order")),
            "network_away": (
                self.tr("The hall service does not answer"),
                self.tr("Check the network cable, then whether the hall service runs"),
            ),
            "not_settable": (
                self.tr("This device does not let the program set that"),
                self.tr("Use the screen's own buttons, or call the technician"),
            ),
            "cleaning": (
                self.tr("The screen may be wiped now"),
                self.tr("Touches do nothing. The menu comes back by itself"),
            ),
            "under_way": (self.tr("It is under way"), self.tr("This device goes on by itself")),
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
