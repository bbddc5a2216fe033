"""What a user has set for all rounds: `installningar.toml` in the user's own folder."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspel_app.config import system_user
from inspel_app.errors import DiskError
from inspel_app.i18n import _
from inspel_app.resources.paths import user_dir

if TYPE_CHECKING:
    from inspel_app.resources.tables import Table

SMALLEST, LARGEST = 100, 200
"""Per cent: the sizes of text."""


class Theme(StrEnum):
    """Whether the window is light or dark."""

    SYSTEM = "system"
    LIGHT = "ljust"
    DARK = "morkt"


class Settings(NamedTuple):
    """The choices, each with what holds where nothing is chosen."""

    name: str = ""
    """What the history calls the user; empty for the system's name."""
    theme: Theme = Theme.SYSTEM
    text_size: int = SMALLEST
    """Per cent of the usual."""
    ocr: tuple[str, ...] = ("swe",)
    """The languages that text in pictures is read by, as Tesseract names them."""
    encoder: str = ""
    """A folder with `model.onnx` and `tokenizer.json`; empty for the program's own."""
    pipeline: str = ""
    """A folder or an installed package that spaCy loads; empty for the program's own."""
    learns: bool = True
    """Whether suggestions follow what is decided while one works."""
    template: str = ""
    """A Word template that reports are written in; empty for the program's own look."""

    @property
    def user(self) -> str:
        """Who is at the machine, for the history; empty where nobody tells."""
        return self.name or system_user()


def settings_file() -> Path:
    """Where the user's settings stand, if there are any."""
    return user_dir() / "installningar.toml"


def user() -> str:
    """Who is at the machine, for the history; empty where nobody tells.

    Raises:
        DataFileError: the settings have a fault.
        DiskError: the settings may not be read.
    """
    return load_settings().user


def load_settings() -> Settings:
    """The user's settings; a folder there is absolute or lies beside the file.

    Raises:
        DataFileError: the file has a fault.
        DiskError: the file may not be read.
    """
    path = settings_file()
    if not path.exists():
        return Settings()
    from inspel_app.resources.tables import open_table  # noqa: PLC0415 - most have no such file

    root = open_table(path)
    chosen = _read(root)
    root.finish()
    return chosen


def change_settings(**changes: object) -> Settings:
    """Change some of the settings, by their names in `Settings`, and tell all as they are now.

    The file is written anew, whole or not at all.

    Raises:
        DataFileError: the file has a fault; it is left as it is.
        DiskError: the file may not be read or written.
    """
    settings, path = load_settings()._replace(**changes), settings_file()  # type: ignore[arg-type]
    fresh = path.with_name(f"{path.name}.ny")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(_written(settings), "utf-8")
        fresh.replace(path)
    except (OSError, UnicodeEncodeError) as error:  # some file names are no texts
        raise DiskError(
            _("Inställningarna går inte att spara i {file}.").format(file=path),
            _("Kontrollera att du har rätt att skriva där och att disken inte är full."),
        ) from error
    return settings


def _read(root: "Table") -> Settings:
    usual = Settings()
    return Settings(
        name=root.optional_text("namn") or "",
        theme=root.choice("tema", Theme) if "tema" in root else usual.theme,
        text_size=root.number("textstorlek", SMALLEST, LARGEST, usual.text_size),
        ocr=root.texts("ocr") or usual.ocr,
        encoder=_place(root.optional_text("kodare")),
        pipeline=_place(root.optional_text("sprakmodell")),
        learns=root.flag("lar", usual=usual.learns),
        template=_place(root.optional_text("wordmall")),
    )


def _written(settings: Settings) -> str:
    """The file: a line for each choice that is not the usual."""
    values = {
        "namn": settings.name,
        "tema": settings.theme,
        "textstorlek": settings.text_size,
        "ocr": settings.ocr,
        "kodare": settings.encoder,
        "sprakmodell": settings.pipeline,
        "lar": settings.learns,
        "wordmall": settings.template,
    }
    lines = (
        f"{key} = {json.dumps(value, ensure_ascii=False)}"  # such values look alike in TOML
        for (key, value), usual in zip(values.items(), Settings(), strict=True)
        if value != usual
    )
    return "\n".join([_("# Skrivs av programmet när du ändrar dess inställningar."), *lines, ""])


def _place(name: str | None) -> str:
    folder = settings_file().parent / (name or "")
    return str(folder) if name and folder.exists() else name or ""
