"""LED counter signs: what they show, the frames of each model, and when they are sent."""
