"""Cavendish thinks, then paints: a prompt becomes a plan, a stage, tokens, and a picture."""

__version__ = "0.1.0"
