"""Pieces are joined: counts added, times in order."""

from __future__ import annotations

from dashboard.measured import Measured
from dashboard.piece import Piece, joined, pieces_by
from dashboard.stage_rows import StageColumns, StageRow

ROW = StageRow("A", "standard", "", 1, 9, True, 60.0, 5.0, 300.0, False, 2)


def test_each_part_has_its_counts_and_times() -> None:
    rows = [ROW, ROW._replace(waited_s=30.0, first=False), ROW._replace(service="B", no_show=True, served_s=None)]
    found = pieces_by(["x", "x", "y"], Measured(StageColumns.of(rows), {"A": 45}))
    assert found == {
        "x": Piece(1, 2, 1, 0, 4, [30.0, 60.0], [5.0, 5.0], [300.0, 300.0]),
        "y": Piece(1, 0, 0, 1, 2, [60.0], [5.0], []),
    }


def test_pieces_of_the_same_key_become_one_and_the_others_stay() -> None:
    one = {"x": Piece(came=1, waits=[1.0, 5.0]), "y": Piece(came=7)}
    other = {"x": Piece(came=2, waits=[3.0]), "z": Piece(done=1)}
    assert joined(one, other) == {"x": Piece(came=3, waits=[1.0, 3.0, 5.0]), "y": Piece(came=7), "z": Piece(done=1)}


def test_the_figures_tell_transactions_only_where_they_were_told() -> None:
    piece = Piece(came=1, done=3)
    assert (piece.figures(tells_done=True).transactions, piece.figures(tells_done=False).transactions) == (3, None)
