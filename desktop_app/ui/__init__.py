"""The window: views and their wiring; everything it does is done by the core."""
