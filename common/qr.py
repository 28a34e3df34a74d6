"""The modules of a QR code, for whatever draws it: paper, screen or page."""

from __future__ import annotations


def qr_rows(text: str) -> tuple[bytes, ...]:
    r"""Return the rows of a QR code at error correction M without quiet zone, one byte a module: 1 is dark.

    >>> rows = qr_rows("https://dawr.example.om/t")
    >>> len(rows), len(rows[0]), rows[0][:8]
    (25, 25, b'\x01\x01\x01\x01\x01\x01\x01\x00')
    """
    # Not above: most programs draw their first code long after their first window.
    from qrcode.constants import ERROR_CORRECT_M  # noqa: PLC0415
    from qrcode.main import QRCode  # noqa: PLC0415

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    # The whole text in one mode: printers that draw the code themselves do so, and both are the same size.
    code.add_data(text, optimize=0)
    code.make()
    return tuple(bytes(row) for row in code.modules)


def qr_cells(text: str) -> tuple[str, ...]:
    """Return the rows of a QR code as texts of 1 and 0, as pages draw them."""
    return tuple("".join("1" if dark else "0" for dark in row) for row in qr_rows(text))
