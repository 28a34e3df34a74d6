"""Acts that go to many halls: sudden closing, Ramadan and Eid, updates."""
