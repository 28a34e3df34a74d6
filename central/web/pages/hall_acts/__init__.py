"""Acts that go to many halls: sudden closing, Ramadan and Eid, lists and texts, updates."""
