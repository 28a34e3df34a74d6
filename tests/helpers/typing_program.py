"""Another program of the agent's: a window with one line to type in; the line goes to standard output as it changes."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLineEdit

if __name__ == "__main__":

    def told(text: str) -> None:
        """Say what stands in the line now."""
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    app = QApplication(sys.argv)
    line = QLineEdit()
    line.setWindowTitle("Ministry program")
    line.resize(1500, 900)
    line.textChanged.connect(told)
    line.show()
    sys.exit(app.exec())
