"""The place of pictures and video: shows each one whole, in the middle, on the board's background."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QWidget

from display_board.drawing.sizes import BoardSizes
from qtkit.look.theme import Theme
from qtkit.widgets.painting import painting


class Media(QWidget):
    """Shows one image until the next; None clears the place."""

    def __init__(self, theme: Theme, sizes: BoardSizes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("media")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme, self._sizes = theme, sizes
        self._image: QImage | None = None

    @property
    def image(self) -> QImage | None:
        """Return what is shown."""
        return self._image

    def show_image(self, image: QImage | None) -> None:
        """Show `image`; one larger than the place is shown smaller, never cut."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Return the place that the sizes give it."""
        return QSize(*self._sizes.media_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the image to the middle."""
        with painting(self) as painter:
            image = self._image
            if image is None:
                painter.fillRect(event.rect(), self._theme.colour("ground"))
                return
            place = _middle(self.rect(), image.size())
            if place != self.rect():
                painter.fillRect(event.rect(), self._theme.colour("ground"))
            painter.drawImage(place, image)


def _middle(box: QRect, size: QSize) -> QRect:
    """Return where an image of `size` lies whole in the middle of `box`."""
    fitted = size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    x, y = box.x() + (box.width() - fitted.width()) // 2, box.y() + (box.height() - fitted.height()) // 2
    return QRect(x, y, fitted.width(), fitted.height())
