from __future__ import annotations

from printer.render.blocks import Columns, Emblem, Framed, Gap, Pair, QrCode, Rule, Text, Weight


def test_equal_blocks_are_one_key_and_different_ones_are_not() -> None:
    """Drawn blocks are kept under themselves: a block that forgot to compare a field would print another's picture."""
    text = Text("A", 20)
    variants = [
        text,
        Text("B", 20),
        Text("A", 21),
        Text("A", 20, Weight.BOLD),
        Text("A", 20, rtl=True),
        Text("A", 20, max_lines=1),
        Text("A", 20, min_size_dots=9),
        Text("A", 20, coarse=True),
        Text("A", 20, tight=True),
        Pair(text, text),
        Columns((text,), (text,)),
        Framed(text),
        Rule(),
        Rule(dotted=True),
        Emblem(20),
        QrCode("A", 4),
        QrCode("A", 5),
        Gap(4),
    ]
    assert len(set(variants)) == len(variants)
    assert hash(Text("A", 20)) == hash(text)
