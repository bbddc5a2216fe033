"""The program's words as frozen values; the standard library only.

The path runs: Document -> Submission (its Answers) -> Passage -> Assignment -> Theme -> Synthesis.
"""
