"""Assigned passages -> Synthesis -> Word, Excel, HTML, JSON."""
