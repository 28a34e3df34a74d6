"""The drawn signs that a service may have on its tile and on the ticket screen."""

from __future__ import annotations

from enum import StrEnum


class Pictogram(StrEnum):
    """What the drawing shows; each is drawn in `qtkit/widgets/icons.py` under this name."""

    HOUSE = "house"
    PLOT = "plot"
    DEED = "deed"
    PHONE = "phone"
    FOLDER = "folder"
    SPEECH = "speech"
    OFFICIAL = "official"
