"""The centre's staff: accounts, passwords, second factor, sessions."""
