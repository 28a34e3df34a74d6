"""Which keys do what: in the window, and while another program has the focus."""
