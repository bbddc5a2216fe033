"""Document -> answers: which form is it, and what was written in each field."""
