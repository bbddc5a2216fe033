"""The parts of compounds: `python -m models.sammansattningar.build DATA` makes their file anew."""
