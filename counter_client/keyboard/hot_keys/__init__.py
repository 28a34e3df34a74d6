"""Keys that work while another program has the focus, on each kind of desktop."""
