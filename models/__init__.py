"""The language models that ship with the program, and what trains them."""
