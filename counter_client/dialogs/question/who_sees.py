"""Tell an agent at sign-out who else sees what of his work."""

from __future__ import annotations

from qtkit.look.theme import Theme
from qtkit.widgets.text import Words


class WhoSees(Words):
    """The two sentences beside the agent's own figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "small", colour="ink_soft", wrap=True)
        self.setObjectName("who_sees")

    def show_text(self) -> None:
        """Write the sentences in the language of now."""
        only_you = self.tr("Only you see these figures. Nobody sees your screen: this PC sends no pictures.")
        head = self.tr(
            "The hall head sees who works at which counter, breaks, late starts and calls out of order. "
            "The hall head, auditors and the centre see who served each visit."
        )
        self.set_text(f"{only_you}\n{head}")
