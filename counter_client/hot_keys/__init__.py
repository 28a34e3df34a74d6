"""Keys that work while another program has the focus: what they are called, and how each desktop gives them."""
