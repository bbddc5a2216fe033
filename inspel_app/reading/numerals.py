"""The marks of lists as they are written: 1, 01, a, A, i, I, and bullets."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_WIDE_BULLET = "o"
"""Word's bullet of the second level, a letter of a typewriter's font."""

HIGHEST = 10_000
"""No list counts further; a hostile start value would make an endless Roman number."""


def written(count: int, form: str) -> str:
    """The count in a form that Word knows by this name; plain digits in other forms."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and count > 0:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form == "none":
        return ""
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    letters = []
    for worth, letter in _ROMAN:
        times, count = divmod(count, worth)
        letters.append(letter * times)
    return "".join(letters)


def mark(text: str) -> str:
    """A bullet or number that is written out, in the form that list marks have here."""
    text = text.strip()
    if not text:
        return ""
    bullet = text == _WIDE_BULLET or not any(c.isalnum() for c in text)
    return "- " if bullet else f"{text} "
