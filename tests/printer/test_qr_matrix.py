"""The encoder alone makes the code that segno makes, and loads nothing of the network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import segno
from hypothesis import given
from hypothesis import strategies as st

from printer.qr_matrix import qr_rows

ROOT = Path(__file__).resolve().parents[2]


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=300))
def test_it_is_the_code_that_segno_makes(text: str) -> None:
    whole = segno.make_qr(text, error="m", boost_error=False).matrix
    assert qr_rows(text) == tuple(bytes(row) for row in whole)


def test_a_printing_kiosk_maps_no_openssl_into_its_memory() -> None:
    code = (
        "import json, sys; import commands.kiosk, kiosk.bootstrap, printer.printer, printer.art_memo, printer.trial;"
        "from printer.qr_matrix import qr_rows; qr_rows('http://hall/t#code');"
        "print(json.dumps([name for name in ('_hashlib', '_ssl', 'http.client') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
