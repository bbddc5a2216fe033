"""Makes the files of the example round anew: `python -m tests.formular`."""

import json
from pathlib import Path

from tests.formular.other import pdf_letter, text_letter, word_to_pdf
from tests.formular.source import Source, load_sources
from tests.formular.word import word_form, word_letter

EXAMPLE = Path(__file__).parents[2] / "resources" / "exempel"


def make(source: Source) -> bytes:
    """The file of one inspel."""
    match source.shape:
        case "txt":
            return text_letter(source.letter)
        case "docx":
            return word_letter(source)
        case "letter-pdf":
            return pdf_letter(source.letter)
        case "pdf" | "pdf-alt":
            return word_to_pdf(word_form(source))
        case _:
            return word_form(source)


def main() -> None:
    """Writes the inspel and the list of what a perfect reader finds in them."""
    folder = EXAMPLE / "inspel"
    folder.mkdir(parents=True, exist_ok=True)
    sources = load_sources()
    for source in sources:
        (folder / source.file).write_bytes(make(source))
    facit = json.dumps([s.facit() for s in sources], ensure_ascii=False, indent=1)
    (EXAMPLE / "facit.json").write_text(facit + "\n", "utf-8")


if __name__ == "__main__":
    main()
