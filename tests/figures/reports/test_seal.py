"""A file of any kind shows whether it was changed."""

from __future__ import annotations

import io
import zipfile

import pytest

from figures.reports.seal import Kind, Verdict, sealed, verdict


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("sheet.xml", "<v>46</v>")
    return file.getvalue()


FILES = {Kind.CSV: b"Visits,46\r\n", Kind.PDF: b"%PDF-1.4\n46\n%%EOF\n", Kind.XLSX: archive()}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_file_as_it_was_made_is_right_and_one_changed_byte_is_seen(kind: Kind) -> None:
    whole = sealed(FILES[kind], kind)
    assert verdict(whole) is Verdict.RIGHT
    for at in range(0, len(FILES[kind]), 7):
        changed = bytearray(whole)
        changed[at] ^= 1
        assert verdict(bytes(changed)) is Verdict.CHANGED
    assert verdict(FILES[kind]) is Verdict.UNSEALED
    assert verdict(whole[:-70]) is Verdict.UNSEALED


def test_a_sealed_archive_still_opens() -> None:
    with zipfile.ZipFile(io.BytesIO(sealed(archive(), Kind.XLSX))) as opened:
        assert opened.testzip() is None
        assert opened.read("sheet.xml") == b"<v>46</v>"
        assert opened.comment.startswith(b"SHA-256 ")


def test_an_archive_is_sealed_once() -> None:
    with pytest.raises(ValueError, match="has its seal already"):
        sealed(sealed(archive(), Kind.XLSX), Kind.XLSX)
