"""Write files so that they survive a power cut, or are private."""
