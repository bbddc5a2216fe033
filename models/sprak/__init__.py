"""The Swedish pipeline: `python -m models.sprak.train DATA` makes its files anew."""
