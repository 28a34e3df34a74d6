"""The wall clock, times as the public reads them, and the Hijri date."""
