"""Ways to send bytes to a printer: USB, serial line, network, file."""
