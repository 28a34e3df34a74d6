"""How a memory printer is made: what it is able to do, how fast, and how much it holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Build:
    """One model of printer.

    A mechanism's speed of None is instant, a link's of None takes no time. `dots` is the width of the head;
    `paper_dots` that of the roll in it, None for a roll of the head's own width. `buffer_bytes` is what it stores
    before it prints, `nv_bytes` and `ram_bytes` what it keeps of pictures (0: it has no such memory). Without
    `flow_control` it lets the host send on when its buffer is full, and loses what comes.
    """

    dots: int = 576
    paper_dots: int | None = None
    speed_mm_s: float | None = None
    cut_s: float = 0.0
    boot_s: float = 1.5
    link_baud: int | None = None
    buffer_bytes: int = 4096
    roll_mm: float = 80_000.0
    near_end_mm: float = 8_000.0
    presenter: bool = False
    answers_status: bool = True
    answers_pushes: bool = True
    answers_fences: bool = True
    answers_tokens: bool = True
    can_clear: bool = True
    flow_control: bool = True
    nv_bytes: int = 256 * 1024
    ram_bytes: int = 64 * 1024
