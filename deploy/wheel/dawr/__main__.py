"""`python -m dawr COMMAND` does what `dawr COMMAND` does."""

from dawr import run

run()
