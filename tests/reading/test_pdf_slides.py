"""Slides and reports as PDF: what stands beside each other is read column by column."""

from io import BytesIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from inspel_app.domain.document import BlockKind, Document, Role
from inspel_app.reading.readers import read
from tests.reading.word_files import texts

WIDTH, HEIGHT = landscape(A4)
LEFT = ["Beslut tagna för nya Ostkustbanan, Mittbanan och Ådalsbanan", "Ett samlat system"]
RIGHT = ["Växande region med livskraftiga städer och landsbygder", "Fler former för lärande"]
DUTIES = ["Leda arbetet", "Bygga bostäder"]
BOXES = [
    "Platsen har stärkts i ett nationellt och globalt perspektiv",
    "Platsen är den som människor väljer för att leva och besöka",
    "Platsen är där företag och organisationer väljer att växa",
]


class _Slides:
    """Draws slides with a title, and the deck's name and the page's number below."""

    def __init__(self) -> None:
        self._made = BytesIO()
        self._canvas = Canvas(self._made, pagesize=(WIDTH, HEIGHT))
        self._page = 0

    def begin(self, title: str) -> None:
        self._page += 1
        self.line(60, HEIGHT - 80, title, 28)
        self.line(60, 20, "Samverkansrådet 2025", 9)
        self.line(WIDTH - 60, 20, str(self._page), 9)

    def end(self) -> None:
        self._canvas.showPage()

    def line(self, x: float, y: float, text: str, size: int) -> None:
        self._canvas.setFont("Helvetica", size)
        self._canvas.drawString(x, y, text)

    def column(self, x: float, y: float, title: str, items: list[str]) -> None:
        """A list in a column, with a title above it."""
        self.line(x, y, title, 18)
        for item in items:
            y -= 36
            self.line(x, y, "•", 18)
            for text in simpleSplit(item, "Helvetica", 18, 300):
                self.line(x + 20, y, text, 18)
                y -= 22

    def box(self, x: float, y: float, text: str) -> None:
        for line in simpleSplit(text, "Helvetica", 18, 200):
            self.line(x, y, line, 18)
            y -= 22

    def read(self) -> Document:
        self._canvas.save()
        return read(self._made.getvalue(), "bilder.pdf")


def test_reads_lists_beside_each_other_one_after_the_other() -> None:
    slides = _Slides()
    for title in ("Ett", "Två", "Tre"):
        slides.begin(title)
        slides.column(60, HEIGHT - 150, "Styrkor", LEFT)
        slides.column(450, HEIGHT - 150, "Svagheter", RIGHT)
        slides.end()
    document = slides.read()
    page = ["Styrkor", *(f"- {t}" for t in LEFT), "Svagheter", *(f"- {t}" for t in RIGHT)]
    assert texts(document) == ["Ett", *page, "Två", *page, "Tre", *page]
    assert [b.kind for b in document.blocks][2:4] == [BlockKind.ITEM] * 2
    assert all(block.cell is None for block in document.blocks)
    assert texts(document, Role.FOOTER)[:2] == ["Samverkansrådet 2025", "1"]


def test_reads_boxes_beside_each_other_whole() -> None:
    slides = _Slides()
    slides.begin("Mål")
    for n, text in enumerate(BOXES):
        slides.box(60 + 250 * n, HEIGHT - 200, text)
    slides.end()
    assert texts(slides.read())[:4] == ["Mål", *BOXES]


def test_reads_titled_boxes_in_step_one_after_the_other() -> None:
    slides = _Slides()
    slides.begin("Mål")
    for n, text in enumerate(BOXES):
        x = 60 + 250 * n
        slides.line(x, HEIGHT - 160, f"Plats {n}", 18)
        slides.box(x, HEIGHT - 200, text)
        slides.box(x, HEIGHT - 320, f"{text} år {n}")
    slides.end()
    boxes = [[f"Plats {n}", text, f"{text} år {n}"] for n, text in enumerate(BOXES)]
    assert texts(slides.read())[:10] == ["Mål", *(text for box in boxes for text in box)]


def test_a_line_that_goes_on_in_small_letters_belongs_to_the_one_above() -> None:
    slides = _Slides()
    slides.begin("Mål")
    slides.line(60, HEIGHT - 160, "Ett samlat system för resor i länet med", 18)
    slides.line(60, HEIGHT - 182, "buss", 18)
    slides.line(60, HEIGHT - 204, "Fler former för lärande", 18)
    slides.end()
    whole = "Ett samlat system för resor i länet med buss"
    assert texts(slides.read())[:3] == ["Mål", whole, "Fler former för lärande"]


def test_a_list_beside_labels_is_still_a_table() -> None:
    slides = _Slides()
    slides.begin("Ansvar")
    for n, (label, item) in enumerate(zip(["Regionen", "Kommunen"], DUTIES, strict=True)):
        y = HEIGHT - 150 - 40 * n
        slides.line(60, y, label, 18)
        slides.box(300, y, f"• {item}")
    slides.end()
    cells = [(b.cell.row, b.cell.column, b.text) for b in slides.read().blocks if b.cell]
    assert cells[:4] == [
        (0, 0, "Regionen"),
        (0, 1, f"- {DUTIES[0]}"),
        (1, 0, "Kommunen"),
        (1, 1, f"- {DUTIES[1]}"),
    ]
