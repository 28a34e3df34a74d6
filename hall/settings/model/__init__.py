"""Settings: pure rules and data: no clock, no database, no HTTP."""
