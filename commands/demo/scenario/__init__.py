"""The demo that a person opens: a hall in mid-morning with eight weeks behind it, and the centre with it."""
