"""The screens: a folder for each with its presenter and its view, and the window that holds them."""
