"""The strip of waiting figures."""
