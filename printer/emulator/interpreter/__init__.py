"""The emulated firmware: ESC/POS commands in, rows, cuts and answers out."""
