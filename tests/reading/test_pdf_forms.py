"""Form fields, typed notes and comments on a PDF page are read with its text."""

from typing import Any

from inspel_app.domain.document import Block, ControlKind, Document, Role
from tests.reading.pdf_files import both, lines, pdf, read, texts


def _field(sheet: Any, name: str, value: str, y: float, **options: Any) -> None:
    sheet.acroForm.textfield(name=name, value=value, x=200, y=y, width=250, **options)


def _controls(document: Document) -> list[tuple[str, Block]]:
    return [(c.tag, b) for b in document.blocks for c in b.controls]


def test_a_fields_value_stands_beside_its_label() -> None:
    def draw(sheet: Any) -> None:
        lines("Organisation", "", "", "Kontaktperson")(sheet)
        _field(sheet, "kontakt", "Kim Exempel", 653, height=18)
        _field(sheet, "org", "Fjällbäckens kommun", 695, height=18)

    document = read(pdf(draw))
    assert texts(document) == [
        "Organisation", "Fjällbäckens kommun", "Kontaktperson", "Kim Exempel",
    ]  # fmt: skip
    assert [tag for tag, _ in _controls(document)] == ["org", "kontakt"]
    [(_, block), _] = _controls(document)
    control = block.controls[0]
    assert (control.start, control.end, control.placeholder) == (0, len(block.text), False)
    assert control.kind is ControlKind.TEXT
    assert block.lines[0].box is not None
    assert round(block.lines[0].box.x0) == 200


def test_an_empty_field_is_a_placeholder() -> None:
    document = read(pdf(both(lines("Fråga"), lambda sheet: _field(sheet, "svar", "", 600))))
    [(_, block)] = _controls(document)
    assert (block.text, block.controls[0].placeholder) == ("", True)


def test_empty_fields_beside_their_labels_keep_the_rows_apart() -> None:
    def draw(sheet: Any) -> None:
        lines("Organisation", "Kontaktperson", "E-post", leading=24)(sheet)
        for i, name in enumerate(("org", "kontakt", "epost")):
            _field(sheet, name, "", 695 - 24 * i, height=18)

    document = read(pdf(draw))
    assert texts(document) == ["Organisation", "", "Kontaktperson", "", "E-post", ""]
    assert [tag for tag, _ in _controls(document)] == ["org", "kontakt", "epost"]


def test_a_field_of_several_lines_keeps_them() -> None:
    def draw(sheet: Any) -> None:
        lines("Fråga", y=700)(sheet)
        _field(sheet, "svar", "Rad ett\nRad två", 600, height=90, fieldFlags="multiline")
        lines("Nästa fråga", y=580)(sheet)

    assert texts(read(pdf(draw))) == ["Fråga", "Rad ett\nRad två", "Nästa fråga"]


def test_a_tick_box_stands_on_the_line_of_its_label() -> None:
    def draw(sheet: Any) -> None:
        for y, name, checked in ((700, "kommun", True), (670, "region", False)):
            sheet.acroForm.checkbox(name=name, x=72, y=y - 2, size=12, checked=checked)
            sheet.drawString(90, y, name)

    document = read(pdf(draw))
    assert texts(document) == ["☒ kommun", "☐ region"]
    control = document.blocks[0].controls[0]
    assert (control.kind, control.start, control.end) == (ControlKind.CHECKBOX, 0, 1)


def test_a_choice_is_the_text_shown() -> None:
    def draw(sheet: Any) -> None:
        lines("Län")(sheet)
        sheet.acroForm.choice(
            name="lan", value="Norrbotten", options=["Västerbotten", "Norrbotten"],
            x=200, y=695, width=150, height=18,
        )  # fmt: skip

    document = read(pdf(draw))
    assert texts(document) == ["Län", "Norrbotten"]
    assert document.blocks[1].controls[0].kind is ControlKind.CHOICE


def test_a_typed_note_is_text_and_a_sticky_note_is_a_comment() -> None:
    def draw(sheet: Any) -> None:
        lines("Organisation", "", "", "Kontaktperson")(sheet)
        sheet.freeTextAnnotation("Fjällbäckens kommun", "/Helv 12 Tf", Rect=[200, 695, 400, 712])
        sheet.textAnnotation("Kolla detta", Rect=[450, 695, 470, 712])

    document = read(pdf(draw))
    assert texts(document) == ["Organisation", "Fjällbäckens kommun", "Kontaktperson"]
    assert [b.text for b in document.blocks if b.role is Role.COMMENT] == ["Kolla detta"]
