"""By which languages text in pictures is read, in this process."""

SWEDISH = "swe"
_chosen: tuple[str, ...] = (SWEDISH,)


def use(languages: tuple[str, ...]) -> None:
    """Read by these languages, as Tesseract names them, from now on."""
    global _chosen  # noqa: PLW0603 - the one choice of the process
    _chosen = languages


def chosen() -> tuple[str, ...]:
    """The languages to read by."""
    return _chosen
