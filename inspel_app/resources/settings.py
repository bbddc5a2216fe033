"""What a user has set for all rounds: `installningar.toml` in the user's own folder."""

from pathlib import Path
from typing import NamedTuple

from inspel_app.resources.paths import user_dir
from inspel_app.resources.tables import open_table


class Settings(NamedTuple):
    """Which models to use in place of the program's own; empty for the program's."""

    encoder: str = ""
    """A folder with `model.onnx` and `tokenizer.json`."""
    pipeline: str = ""
    """A folder or an installed package that spaCy loads."""


def settings_file() -> Path:
    """Where the user's settings stand, if there are any."""
    return user_dir() / "installningar.toml"


def load_settings() -> Settings:
    """The user's settings; a folder there is absolute or lies beside the file.

    Raises:
        DataFileError: the file has a fault.
        DiskError: the file may not be read.
    """
    path = settings_file()
    if not path.exists():
        return Settings()
    root = open_table(path)
    chosen = Settings(
        _place(root.optional_text("kodare")), _place(root.optional_text("sprakmodell"))
    )
    root.close()
    if root.source.faults:
        raise root.source.faults[0]
    return chosen


def _place(name: str | None) -> str:
    folder = settings_file().parent / (name or "")
    return str(folder) if name and folder.exists() else name or ""
