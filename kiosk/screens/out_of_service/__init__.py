"""The calm screens: hall away, printer in trouble, closed."""
