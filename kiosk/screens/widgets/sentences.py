"""The kiosk's sentences about people, minutes and screens: the one file where figures become text."""

from __future__ import annotations

from PySide6.QtCore import QObject

from contracts.words.hall import VisitorKind
from qtkit.language.language import Language


class Sentences(QObject):
    """Whole sentences in the language shown, digits as the hall writes them. Every text is seen by lupdate."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def waiting(self, count: int | None) -> str:
        """Return how many wait for a service, empty when it is not known."""
        if count is None:
            return ""
        if count == 0:
            return self.tr("Nobody is waiting")
        #: On a service tile; at most 24 characters.
        text = self.tr("%n person(s) waiting", "", count)
        return self._language.number(text)

    def not_served(self, *, staffed: bool, begins_at: str) -> str:
        """Return why nobody is called for a service now, empty where somebody is."""
        if begins_at:
            #: On a service tile, the ticket screen and the phone: %1 is a time such as 08:00; at most 30 characters.
            return self.tr("Begins at %1").replace("%1", self._language.time(begins_at))
        #: On a service tile and on the ticket screen; at most 36 characters.
        return "" if staffed else self.tr("No counter is open for it now")

    def wait(self, minutes: tuple[int, int] | None) -> str:
        """Return the expected wait as a range, empty when nothing honest can be said."""
        if minutes is None:
            return ""
        low, high = minutes
        if low in {0, high}:
            #: On a service tile and on the ticket screen; at most 26 characters.
            text = self.tr("Up to %n minute(s)", "", high)
            return self._language.number(text)
        if minutes == (1, 2):  # Arabic says the one in words, too
            return self._language.number(self.tr("1 to 2 minutes"))
        #: On a service tile and on the ticket screen: %1 is the lower end of the range; at most 26 characters.
        text = self.tr("%1 to %n minute(s)", "", high)
        return self._language.number(text.replace("%1", str(low)))

    def longest_wait(self, minutes: tuple[int, int] | None) -> str:
        """Return the upper end of the expected wait, empty when nothing honest can be said."""
        return "" if minutes is None else self.wait((0, minutes[1]))

    def ahead(self, count: int) -> str:
        """Return how many are called before this visitor."""
        if count == 0:
            return self.tr("You are next")
        #: On the ticket screen, under "People ahead of you".
        text = self.tr("%n person(s)", "", count)
        return self._language.number(text)

    def closes_in(self, seconds: int) -> str:
        """Return the announcement that the session ends soon."""
        text = self.tr("This screen resets in %n second(s)", "", seconds)
        return self._language.number(text)

    def kind(self, kind: VisitorKind) -> str:
        """Return a visitor kind as the tile says it."""
        match kind:
            case VisitorKind.CITIZEN:
                return self.tr("Citizen")
            case VisitorKind.RESIDENT:
                return self.tr("Resident")
            case VisitorKind.NON_RESIDENT:
                return self.tr("Visitor to Oman")
            case VisitorKind.COMPANY:
                return self.tr("Company")
            case VisitorKind.GOVERNMENT:
                return self.tr("Government entity")
            case VisitorKind.INVESTOR:
                return self.tr("Investor or developer")
