"""The language of a program: its translators, switched while it runs, and the direction and digits that go with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from common.clock.public_time import public_time
from common.text.digits import ARABIC_INDIC, WESTERN, in_digits, isolated
from common.text.languages import RIGHT_TO_LEFT
from qtkit.language.catalogues import I18N, CatalogueError, compiled
from qtkit.look.theme import load_script


class Language(QObject):
    """Shows the program in one language at a time; every widget gets a LanguageChange, `changed(str)` comes after it.

    `digits` is western or arabic_indic and holds for Arabic only: other languages are always read with western ones.
    """

    changed = Signal(str)  # the language tag now shown

    def __init__(
        self,
        app: QApplication,
        program: str,
        *,
        digits: str = WESTERN,
        folder: Path = I18N,
        cache: Path | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._program = program
        self._digits = digits
        self._folder = folder
        self._cache = cache
        self._translators: list[QTranslator] = []
        self._read: dict[str, QTranslator] = {}
        self.tag = ""

    @property
    def right_to_left(self) -> bool:
        """Return whether the language now shown runs from right to left."""
        return self.tag in RIGHT_TO_LEFT

    @property
    def digits(self) -> str:
        """Return western or arabic_indic, for the language now shown."""
        return self._digits if self.tag == "ar" else WESTERN

    def available(self) -> tuple[str, ...]:
        """Return the tags of all languages that have a catalogue of this program, in alphabetic order."""
        return tuple(sorted(file.stem.rpartition("_")[2] for file in self._folder.glob(f"{self._program}_*.ts")))

    def show(self, tag: str) -> None:
        """Show everything in `tag`; raise CatalogueError where it has no catalogue."""
        translators = [self._load(tag)]
        for old in self._translators:
            self._app.removeTranslator(old)
        # This order: texts are rebuilt by installTranslator, and then find locale and direction already right.
        QLocale.setDefault(_locale(tag, self._digits))
        rtl = tag in RIGHT_TO_LEFT
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self.tag, self._translators = tag, translators
        for translator in translators:
            self._app.installTranslator(translator)
        self.changed.emit(tag)

    def set_digits(self, digits: str) -> None:
        """Use the hall's setting (western or arabic_indic) from now on."""
        if digits != self._digits:
            self._digits = digits
            if self.tag:
                self.show(self.tag)

    def number(self, text: str | int) -> str:
        """Return a count or a whole sentence with its digits as this language and hall write them."""
        return in_digits(str(text), self.digits)

    def code(self, text: str) -> str:
        """Return a ticket number, time or range in the right digits, safe inside text of either direction."""
        return isolated(self.number(text))

    def time(self, clock: str, tag: str = "") -> str:
        """Return HH:MM as visitors read it, in the language shown or in `tag`."""
        return public_time(clock, tag or self.tag, self.digits if tag in {"", self.tag} else WESTERN)

    def pick(self, names: dict[str, str]) -> str:
        """Return the text of `names` (by language tag) in this language, else the next best of those there are.

        A third language falls back to English: the letters of one who reads Urdu are Arabic ones, the words are not.
        """
        for tag in (self.tag, *(("ar", "en") if self.tag == "ar" else ("en", "ar"))):
            if names.get(tag):
                return names[tag]
        return next((text for text in names.values() if text), "")

    def text_in(self, tag: str, context: str, source: str) -> str:
        """Return one text in a language that is not shown now: a language button speaks the language it offers."""
        return self._load(tag).translate(context, source) or source

    def know(self, tag: str) -> None:
        """Have the letters of `tag`, so that its name can be drawn."""
        load_script(tag)

    def withdraw(self) -> None:
        """Take the texts out of the application again, so that another program may live in it."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def _load(self, tag: str) -> QTranslator:
        # One a language, kept: a kiosk changes it with each visitor, for months.
        if tag not in self._read:
            self._read[tag] = self._fresh(tag)
        return self._read[tag]

    def _fresh(self, tag: str) -> QTranslator:
        load_script(tag)
        file = compiled(self._folder / f"{self._program}_{tag}.ts", self._cache)
        translator = QTranslator(self)
        if not translator.load(str(file)):
            raise CatalogueError(f"{file} is damaged: delete it and start again")
        return translator


def _locale(tag: str, digits: str) -> QLocale:
    if tag == "ar":
        return QLocale("ar_SA" if digits == ARABIC_INDIC else "ar_AE")
    return QLocale("en_GB" if tag == "en" else tag)
