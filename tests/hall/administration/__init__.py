"""Tests of the set-up and the agents that pages change."""
