"""The sheets (dialogs) over the workplace: a folder for each, with its update, presenter and view."""
