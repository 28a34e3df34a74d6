"""The screens of the staff menu."""
