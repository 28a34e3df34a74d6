"""One question with numbered answers: outcome, break, reasons, sign-out."""
