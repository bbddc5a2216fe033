"""Links to files that are shared on the net instead of attached; none is ever followed."""

import re

_SHARED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:drive\.google\.com|docs\.google\.com|sharepoint\.com|1drv\.ms"
    r"|onedrive\.live\.com|dropbox\.com|icloud\.com|box\.com|we\.tl|wetransfer\.com|sprend\.com"
    r"|transfernow\.net|mega\.nz)/[^\s<>\"']+",
    re.IGNORECASE,
)


def shared_files(text: str) -> list[str]:
    """The addresses of shared files that a text names, each once."""
    return list(dict.fromkeys(found.group().rstrip(").,;") for found in _SHARED.finditer(text)))
