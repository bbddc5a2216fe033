"""The sentence encoder: `python -m models.kodare.train DATA` makes the model file anew."""
