"""How a call is announced in sound: when, in which languages, how loud."""
