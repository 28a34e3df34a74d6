"""The texts of the keypad's screens, by what they are for and by note."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject


@dataclass(frozen=True)
class KeypadWords:
    """Headline, what is said plainly before anything is sent, and the label of the key that sends it."""

    title: str
    explanation: str
    send: str


class KeypadTexts(QObject):
    """An id without texts is a bug and raises KeyError."""

    def of(self, purpose: str) -> KeypadWords:
        """Return the words of a keypad for `phone` or `booking`."""
        return {
            "phone": KeypadWords(
                self.tr("Your mobile number"),
                self.tr(
                    "We use it only for messages about your turn today. "
                    "It is encrypted in this hall and deleted within 24 hours. You can withdraw it at any time."
                ),
                self.tr("Continue"),
            ),
            "booking": KeypadWords(
                self.tr("Your booking number"),
                self.tr("It is in your appointment message"),
                self.tr("Check in"),
            ),
        }[purpose]

    def note(self, note: str) -> str:
        """Return what is wrong with what was typed, empty where nothing is."""
        return {
            "": "",
            "looking": self.tr("One moment"),
            "booking_unknown": self.tr("There is no appointment with this number. Please check it"),
            "phone_wrong": self.tr("This number is not correct. A mobile number in Oman has 8 digits"),
        }[note]
