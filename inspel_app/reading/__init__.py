"""File -> Document: one reader per family of formats."""
