"""`main.py printer`: list, probe, sample and emulate ticket printers."""
