"""The agent's workplace: visit in hand, buttons, lists."""
