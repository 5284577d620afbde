"""Ways to turn a plan into pixels, found by name."""
