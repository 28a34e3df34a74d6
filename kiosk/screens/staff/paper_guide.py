"""One step of the change of paper: its picture, what to do, and the button that goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.screens.staff.paper_guide_pictures import GuidePicture
from kiosk.screens.staff.texts import StaffTexts
from kiosk.screens.view_data.staff import GuideView
from qtkit.language.language import Language
from qtkit.look.theme import Theme
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.text import Words


class PaperGuide(QWidget):
    """Shows one GuideView; `next_wanted` goes on to the next step."""

    next_wanted = Signal()

    def __init__(self, theme: Theme, language: Language, texts: StaffTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_guide")
        self._language, self._texts = language, texts
        self._view: GuideView | None = None
        self.place = Words(theme, "lead", side="centre", colour="ink_soft")
        self.place.setObjectName("guide_place")
        self.headline = Words(
            theme,
            "headline" if theme.portrait else "title",
            weight=QFont.Weight.Bold,
            side="centre",
            colour="primary_dark",
            wrap=True,
        )
        self.advice = Words(theme, "lead", side="centre", colour="ink", wrap=True)
        self.picture = GuidePicture(theme)
        self.by_itself = Words(theme, "body", side="centre", colour="ink_soft", wrap=True)
        self.button = ActionButton(theme, "guide_next", "primary", size="title")
        self.button.clicked.connect(self.next_wanted)
        self.button.setMinimumSize(theme.px(420), max(theme.touch_px, theme.px(112)))
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        edge = theme.px(60)
        upright = theme.portrait
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(edge, theme.px(16), edge, max(theme.px(16), theme.touch_gap_px))
        layout.setSpacing(theme.px(30))
        above, below = QVBoxLayout(), QVBoxLayout()
        above.addStretch(0 if upright else 1)
        for part in (self.place, self.headline, self.advice):
            above.addWidget(part)
        below.addWidget(self.by_itself)
        below.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        if upright:
            layout.addLayout(above)
            layout.addWidget(self.picture, stretch=1)
            layout.addLayout(below)
        else:  # a lying screen is too low for all under each other
            above.addSpacing(theme.px(16))
            above.addLayout(below)
            above.addStretch(1)
            layout.addLayout(above, stretch=5)
            layout.addWidget(self.picture, stretch=6)

    def show_view(self, view: GuideView) -> None:
        """Show `view`."""
        self._view = view
        headline, advice = self._texts.guide(view.step)
        #: In the guided change of paper: %1 is the step, %2 how many there are.
        place = self.tr("Step %1 of %2")
        self.place.set_text(self._language.number(place.replace("%1", str(view.at)).replace("%2", str(view.of))))
        self.headline.set_text(headline)
        self.advice.set_text(advice)
        self.picture.show_step(view.step)
        hint = self.tr("The printer detects this automatically")
        self.by_itself.set_text(hint if view.by_itself else "")
        self.button.set_label(self.tr("Next"))

    def changeEvent(self, event: QEvent) -> None:
        """Show the last view again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self.show_view(self._view)
        super().changeEvent(event)
