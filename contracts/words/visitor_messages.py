"""Texts of the messages to visitors' telephones: which there are, and what stands in them."""

from __future__ import annotations

LANGUAGES = ("ar", "en")
"""In which the hall writes; the first is the one for everybody whose own language it does not write."""
PLACEHOLDERS = {
    "turn": ("hall", "ticket", "ahead"),
    "next": ("hall", "ticket"),
    "called": ("hall", "ticket", "counter"),
    "reply": ("hall", "number", "text"),
}
"""Each message, and what the hall writes in place of the names in braces."""
NEEDED = {"turn": ("ticket",), "next": ("ticket",), "called": ("ticket", "counter"), "reply": ("text",)}
"""What a visitor must read in each."""
LONGEST_LETTERS = 300
"""A longer text is five or more short messages to pay for."""
