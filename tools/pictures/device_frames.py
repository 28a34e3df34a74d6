"""Put a picture of a screen into a plain frame of the device on which people see it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

_INK, _DESKTOP, _TASK_BAR = (22, 40, 43), (214, 221, 219), (58, 74, 77)
PHONE, KIOSK = "phone", "kiosk"
_FRAMES = {PHONE: (14, 46), KIOSK: (44, 28)}
"""Width of the frame and radius of its corners in pixels, by device."""


def frame(picture: Path, device: str) -> Path:
    """Draw the frame of a phone or of an upright kiosk around the picture, in place."""
    wide, radius = _FRAMES[device]
    with Image.open(picture) as screen:
        shown = screen.convert("RGB")
    size = (shown.width + 2 * wide, shown.height + 2 * wide)
    framed = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(framed).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius, fill=(*_INK, 255))
    mask = Image.new("L", shown.size, 0)
    inner = max(0, radius - wide)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, shown.width - 1, shown.height - 1), inner, fill=255)
    framed.paste(shown, (wide, wide), mask)
    framed.save(picture, optimize=True)
    return picture


def on_desktop(picture: Path, *, size: tuple[int, int] = (1366, 320)) -> Path:
    """Lay a small window on the lower part of an agent's empty desktop, in place."""
    with Image.open(picture) as window:
        shown = window.convert("RGB")
    desk = Image.new("RGB", size, _DESKTOP)
    ImageDraw.Draw(desk).rectangle((0, size[1] - 44, *size), fill=_TASK_BAR)
    desk.paste(shown, ((size[0] - shown.width) // 2, max(0, (size[1] - 44 - shown.height) // 2)))
    desk.save(picture, optimize=True)
    return picture
