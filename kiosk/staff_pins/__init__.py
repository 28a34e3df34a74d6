"""The PINs that open the staff menu: their file, the check, and the wait after wrong ones."""
