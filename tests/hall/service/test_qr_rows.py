"""The code that a page draws is the one that a reader reads."""

from __future__ import annotations

import zxingcpp
from PIL import Image

from hall.service.qr_rows import qr_rows

URL = "http://hall.example:8080/t#AbCdEfGhIjKlMnOpQrStUv"


def test_a_reader_reads_the_address() -> None:
    rows = qr_rows(URL)
    side = len(rows)
    assert {len(row) for row in rows} == {side}
    picture = Image.new("L", (side + 8, side + 8), 255)
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            picture.putpixel((x + 4, y + 4), 0 if cell == "1" else 255)
    (read,) = zxingcpp.read_barcodes(picture.resize((6 * (side + 8),) * 2, Image.Resampling.NEAREST))
    assert read.text == URL
