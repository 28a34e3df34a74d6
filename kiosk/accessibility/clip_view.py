"""A service explained in sign language: the clip, and under it what can be done; over the whole window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qtkit.look.theme import Theme
from qtkit.video import Video
from qtkit.widgets.action_button import ActionButton
from qtkit.widgets.painting import draw_card, painting
from qtkit.widgets.text import Words


class ClipFrame(QWidget):
    """Paints the newest frame, whole and in the middle."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_frame")
        self._theme = theme
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_frame(self, image: QImage) -> None:
        """Show `image` from now on."""
        self.image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return a modest size; the layout gives what there is."""
        return QSize(self._theme.px(640), self._theme.px(360))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the card and the frame on it."""
        theme = self._theme
        with painting(self) as painter:
            draw_card(painter, self.rect(), theme.colour("card"), theme.colour("line"), theme.px(22))
            if not self.image.isNull():
                size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
                place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
                painter.drawImage(place, self.image)


class SignClip(QWidget):
    """Plays one clip over `window`; `taken` and `left` say what the visitor wants. A broken clip leaves the words."""

    taken = Signal()
    left = Signal()

    def __init__(self, theme: Theme, decoder: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("sign_clip")
        self._theme, self._window = theme, window
        self.headline = Words(theme, "headline", weight=QFont.Weight.Bold, side="centre", colour="primary_dark")
        self.frame = ClipFrame(theme)
        self._video = Video(decoder, theme.palette.card, self)
        self._video.frame.connect(self.frame.show_frame)
        self._clip = Path()
        names = (("sign_back", "quiet"), ("sign_again", "quiet"), ("sign_take", "primary"))
        self.back, self.again, self.take = (ActionButton(theme, name, kind, size="lead") for name, kind in names)
        self.back.clicked.connect(self.left)
        self.again.clicked.connect(lambda: self.play(self._clip))
        self.take.clicked.connect(self.taken)
        self._lay_out()
        window.installEventFilter(self)

    def _lay_out(self) -> None:
        theme = self._theme
        edge = theme.px(40)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(edge, edge, edge, theme.px(30))
        layout.setSpacing(max(theme.touch_gap_px, theme.px(24)))
        layout.addWidget(self.headline)
        layout.addWidget(self.frame, stretch=1)
        upright = theme.stacked and theme.portrait
        row = QBoxLayout(QBoxLayout.Direction.BottomToTop if upright else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(max(theme.touch_gap_px, theme.px(24)))
        for button in (self.back, self.again, self.take):
            button.setMinimumHeight(theme.touch_px)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        layout.addLayout(row)

    @property
    def playing(self) -> bool:
        """Return whether the clip is still running."""
        return self._video.playing

    def show_clip(self, name: str, clip: Path) -> None:
        """Cover the window, and play `clip` of the service `name`."""
        self.headline.set_text(name)
        self.back.set_label(self.tr("Back"))
        self.again.set_label(self.tr("Play again"))
        self.take.set_label(self.tr("Take a ticket"))
        self.setAccessibleName(name)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.play(clip)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def play(self, clip: Path) -> None:
        """Play `clip` from its beginning."""
        self._clip = clip
        self._video.play(clip, self.frame.size())

    def close_clip(self) -> None:
        """Stop, and lie over the window no longer."""
        self._video.stop()
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape go back, as the button does."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def mousePressEvent(self, event: object) -> None:
        """Let no touch through to what lies below."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window in whichever size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - always painted whole
        """Paint the ground."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("ground"))
