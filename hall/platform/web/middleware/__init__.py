"""The layers that every request passes: security headers, which hall answers, who asks, how often."""
