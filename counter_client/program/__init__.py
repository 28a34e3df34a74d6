"""The running program: how its parts are put together."""
