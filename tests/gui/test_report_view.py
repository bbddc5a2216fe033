"""A section of the report as it is read in the window."""

from PySide6.QtWidgets import QApplication

from inspel_app.gui.report_view import ReportView, texts_of
from inspel_app.services.reporting import Section, Table, Text


def section(rows: int) -> Section:
    table = Table("Alla", ("Nr", "Vem"), (1, 4), tuple((n, f"By {n}") for n in range(rows)))
    texts = tuple(Text(f"Stycke {n}.") for n in range(rows))
    return Section("Bilaga", "bilaga", (*texts, table), (Section("Under", "under", texts),))


def changes(app: QApplication, rows: int) -> int:
    """How often what is shown changes, and is laid out, as a section is shown."""
    view, told = ReportView(), list[None]()
    view.document().contentsChanged.connect(lambda: told.append(None))
    view.show_section(section(rows))
    assert f"Stycke {rows - 1}." in view.toPlainText()
    assert f"By {rows - 1}" in view.toPlainText()
    app.processEvents()
    view.deleteLater()
    return len(told)


def test_a_long_section_is_written_bit_by_bit_in_its_order(app: QApplication) -> None:
    view, long = ReportView(), section(1000)
    view.show_section(section(500))
    view.show_section(long)  # while the one before is being written
    begun = view.toPlainText()
    assert begun.startswith("Bilaga\nStycke 0.")
    assert "Stycke 999." not in begun
    while "Under" not in view.toPlainText():
        app.processEvents()
    view.write_out()
    assert view.toPlainText().split() == " ".join(texts_of(long)).split()
    view.show_nothing()
    app.processEvents()
    assert view.toPlainText() == ""
    view.deleteLater()


def test_a_long_section_is_laid_out_as_seldom_as_a_short_one(app: QApplication) -> None:
    assert changes(app, 30) == changes(app, 2)
