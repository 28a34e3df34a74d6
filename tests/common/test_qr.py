"""QR codes are read back as what was written."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from common.qr import qr_rows

MODULE, QUIET = 4, 4


@pytest.mark.parametrize(
    "text", ["x", "HTTPS://DAWR/T/1", "https://dawr.example.om/t#MCT1.k3Jx9QeVtR2mZ8bLw5Yp0A", "دور A047", "7" * 300]
)
def test_a_code_is_read_as_its_text(text: str) -> None:
    rows = qr_rows(text)
    side = len(rows) + 2 * QUIET
    picture = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            picture.putpixel((x + QUIET, y + QUIET), 0 if dark else 255)
    found = zxingcpp.read_barcodes(picture.resize((side * MODULE, side * MODULE), Image.Resampling.NEAREST))
    assert [one.text for one in found] == [text]
