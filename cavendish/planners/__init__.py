"""Ways to turn words into a plan, found by name."""
