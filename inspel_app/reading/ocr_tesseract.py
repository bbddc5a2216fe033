"""Tesseract, a program that reads pictures; it is installed beside this one."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytesseract
from PIL import Image

from inspel_app.errors import MissingComponentError
from inspel_app.i18n import _
from inspel_app.reading import ocr_languages
from inspel_app.reading.ocr import OcrFailure, OcrWord
from inspel_app.reading.ocr_languages import SWEDISH

_LETTERS = "åäöÅÄÖ"
_PAGE_MODE = 3
"""Tesseract finds columns, tables and pictures by itself; the modes that take the page for one
column fail where it is not quite straight."""
_WINDOWS_HOME = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
_DATA_FOLDER = re.compile(r'"(.+)"')
_WORD_LEVEL = "5"


class TesseractEngine:
    """Runs the `tesseract` program on one page at a time, by the languages that are chosen."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, ...], str] = {}

    @property
    def name(self) -> str:
        """Its version and settings.

        Raises:
            MissingComponentError: it is not installed, or has no sound data of a language.
        """
        languages = ocr_languages.chosen()
        if languages not in self._names:
            self._names[languages] = _name(languages)
        return self._names[languages]

    def words(self, image: Image.Image, dpi: float, seconds: float) -> list[OcrWord]:
        """The words of a grey picture, in reading order, within so many seconds.

        Raises:
            MissingComponentError: it is not installed, or has no sound data of a language.
            OcrFailure: the page took longer, or is beyond it.
        """
        with tempfile.TemporaryDirectory(prefix=f"{self.name.split()[0]}-") as folder:
            path = Path(folder) / "page.tif"  # read in strips, not dot by dot
            image.save(path, compression="raw")  # or it would be packed as the sender's fax was
            try:
                table = pytesseract.image_to_data(
                    str(path),
                    lang="+".join(ocr_languages.chosen()),
                    config=f"--psm {_PAGE_MODE} --dpi {round(dpi)}",
                    timeout=seconds,
                )
            except RuntimeError as error:
                raise OcrFailure(str(error)) from error
        return list(_words(table))


def _name(languages: tuple[str, ...]) -> str:
    """What to call the engine, which is made sure to work and told how."""
    program = _program()
    pytesseract.pytesseract.tesseract_cmd = program
    os.environ["OMP_THREAD_LIMIT"] = "1"  # pages side by side go faster than threads on each
    _check_languages(program, languages)
    version = pytesseract.get_tesseract_version(cached=True)
    return f"tesseract {version} {'+'.join(languages)} psm {_PAGE_MODE}"


def installed_languages() -> tuple[str, ...]:
    """The languages that Tesseract has data for, as it names them.

    Raises:
        MissingComponentError: it is not installed.
    """
    return tuple(_listed(_program())[1:])


def _program() -> str:
    program = shutil.which("tesseract") or shutil.which(_WINDOWS_HOME)
    if program is None:
        raise _missing_program()
    return program


def _listed(program: str) -> list[str]:
    """Where the data are, as far as it tells, and then the languages."""
    listed = subprocess.run(  # noqa: S603 - the program that was found
        [program, "--list-langs"], capture_output=True, text=True, check=False
    )
    return (listed.stdout + listed.stderr).splitlines() or [""]


def _check_languages(program: str, wanted: tuple[str, ...]) -> None:
    """Find the languages' data, and in Swedish the letters that data made for English lacks."""
    head, *languages = _listed(program)
    if SWEDISH in wanted and SWEDISH not in languages:
        raise MissingComponentError(
            _("Tesseract saknar språkdata för svenska (swe)."),
            _install(f"tesseract-ocr-{SWEDISH}"),
        )
    for language in wanted:
        if language not in languages:
            raise MissingComponentError(
                _("Tesseract saknar språkdata för {language}.").format(language=language),
                _("Installera språket, eller välj bort det i programmets inställningar."),
            )
    if SWEDISH in wanted:
        _check_letters(head)


def _check_letters(head: str) -> None:
    """Find the Swedish letters in the data that lie where Tesseract says."""
    folder = _DATA_FOLDER.search(head)
    if folder is None:
        return  # older versions do not tell where their data is
    data = (Path(folder[1]) / f"{SWEDISH}.traineddata").read_bytes()
    if not all(f"\n{letter} ".encode() in data for letter in _LETTERS):
        raise MissingComponentError(
            _("Tesseracts språkdata för svenska (swe) är skadade: å, ä och ö saknas i dem."),
            _install(f"tesseract-ocr-{SWEDISH}"),
        )


def _missing_program() -> MissingComponentError:
    return MissingComponentError(
        _("Programmet Tesseract, som läser text i bilder, är inte installerat."),
        _install("tesseract-ocr tesseract-ocr-swe"),
    )


def _install(packages: str) -> str:
    return _(
        "Linux: sudo apt install {packages}. Windows: kör installationsprogrammet för Tesseract "
        "och kryssa för Swedish under Additional language data. Läs sedan in filen igen."
    ).format(packages=packages)


def _words(table: str) -> Iterator[OcrWord]:
    """The words in Tesseract's table: level, numbers of page to word, box, confidence, text."""
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines()[1:]:
        level, *number, left, top, width, height, confidence, text = row.split("\t")
        if level != _WORD_LEVEL or not text.strip():
            continue
        x, y = int(left), int(top)
        yield OcrWord(
            text.strip(),
            max(0.0, float(confidence)) / 100,
            x,
            y,
            x + int(width),
            y + int(height),
            lines.setdefault(tuple(number[:-1]), len(lines)),
        )
