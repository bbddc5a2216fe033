"""Copies of a round put together: what is new, what is the same, and what is said in two ways."""
