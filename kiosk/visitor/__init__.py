"""The visitor at the screen: steps of the session, choices, booking and telephone numbers; no widgets."""
