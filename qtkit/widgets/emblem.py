"""The emblem of whose hall it is, or the product's own mark; and a quiet lattice of stars for headers."""

from __future__ import annotations

import math

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from common.brand.mark import mark_svg

_PNG = b"\x89PNG"


def star(centre: QPointF, radius: float) -> QPolygonF:
    """Return the outline of the star whose points lie `radius` from its centre."""
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    points = []
    for step in range(16):
        reach, angle = (radius if step % 2 == 0 else inner), step * math.pi / 8
        points.append(centre + QPointF(math.sin(angle) * reach, -math.cos(angle) * reach))
    return QPolygonF(points)


def draw_mark(painter: QPainter, box: QRect, ticket: QColor, turn: QColor, behind: QColor) -> None:
    """Draw the product's own mark as large as the box allows."""
    draw_emblem(painter, box, mark_svg(ticket=ticket.name(), turn=turn.name(), behind=behind.name()))


def draw_emblem(painter: QPainter, box: QRect, file: bytes) -> bool:
    """Draw an emblem's SVG or PNG file in the middle of the box, in its own shape; return whether it is a picture."""
    if file.startswith(_PNG):
        image = QImage.fromData(file)
        if image.isNull():
            return False
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = _inside(box, image.width(), image.height())
        ratio = painter.device().devicePixelRatio()
        size = (place.size() * ratio).toSize()
        # Scaled before it is drawn: a painter that makes a picture much smaller skips pixels.
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(place, image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        return True
    renderer = QSvgRenderer(QByteArray(file))
    if not renderer.isValid() or renderer.viewBoxF().isEmpty():
        return False
    renderer.render(painter, _inside(box, renderer.viewBoxF().width(), renderer.viewBoxF().height()))
    return True


def _inside(box: QRect, width: float, height: float) -> QRectF:
    share = min(box.width() / width, box.height() / height)
    place = QRectF(0, 0, width * share, height * share)
    place.moveCenter(QRectF(box).center())
    return place


def draw_lattice(painter: QPainter, box: QRect, colour: QColor, cell_px: int) -> None:
    """Fill `box` with a lattice of outlined stars, as on a carved door; `colour` should hardly stand out."""
    painter.save()
    painter.setClipRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.5))
    for row in range(box.height() // cell_px + 2):
        for column in range(box.width() // cell_px + 2):
            centre = QPointF(box.x() + column * cell_px, box.y() + row * cell_px)
            painter.drawPolygon(star(centre, cell_px * 0.5))
    painter.restore()
