from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from printer.render.blocks import Weight
from printer.render.fonts import FAMILY, ticket_font


@pytest.mark.parametrize("weight", list(Weight))
def test_each_weight_is_the_bundled_face_and_not_a_substitute(weight: Weight) -> None:
    font = ticket_font(weight, 40)
    assert QFontInfo(font).family() == FAMILY
    assert QRawFont.fromFont(font).weight() == weight.value


def test_figures_are_all_as_wide_as_each_other() -> None:
    metrics = QFontMetricsF(ticket_font(Weight.BOLD, 186))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


@pytest.mark.process
def test_without_qt_the_error_says_what_is_needed() -> None:
    script = "from printer.render.blocks import Weight; from printer.render.fonts import ticket_font"
    script += "; ticket_font(Weight.BOLD, 20)"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, env=os.environ, check=False
    )
    assert done.returncode == 1
    assert "drawing a ticket needs a QGuiApplication" in done.stderr
