"""Administration: its paths over HTTP."""
