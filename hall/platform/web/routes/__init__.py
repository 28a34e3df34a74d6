"""The paths of the platform itself: health, the live link, the description of all paths."""
