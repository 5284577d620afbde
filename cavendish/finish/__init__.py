"""Exact operations over painted pixels and depth: lens, bloom, grain, grade."""
