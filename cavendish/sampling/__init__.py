"""Loops over callables: the flow and its samplers, scale by scale writing, noise; no models."""
