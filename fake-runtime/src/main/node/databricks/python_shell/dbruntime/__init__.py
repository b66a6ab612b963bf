"""Nodestart's stand-in for the platform's own package of this name."""
