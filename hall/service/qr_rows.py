"""The modules of a QR code, for a page that draws it."""

from __future__ import annotations


def qr_rows(text: str) -> tuple[str, ...]:
    """Return the rows of a QR code at error correction M without quiet zone: 1 is dark, 0 is not."""
    import segno  # at the first code that a screen shows: most halls print theirs

    code = segno.make_qr(text, error="m", boost_error=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
