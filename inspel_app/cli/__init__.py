"""The command line: what is asked for, what is answered, and how it ends."""
