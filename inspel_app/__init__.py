"""Inspel: reads filled-in consultation forms and gathers them into a synthesis, offline."""

__version__ = "0.1.0"
