"""The settings: each with a sentence that explains it; a change holds at once."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from inspel_app.config import system_user
from inspel_app.errors import KnownError
from inspel_app.gui.faults import explain
from inspel_app.gui.language_choice import LanguageChoice
from inspel_app.gui.preferences import Preferences
from inspel_app.gui.tick_box import TickBox
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import Choice, button, column, label, lay_out, row, scrolled
from inspel_app.i18n import _
from inspel_app.resources.settings import LARGEST, SMALLEST, Theme

_SIZE = QSize(84 * GRID, 86 * GRID)
_SIZES = (SMALLEST, 110, 125, 150, 175, LARGEST)
"""Per cent."""


class SettingsDialog(QDialog):
    """Sections below each other; what cannot be used is told of at the foot and not kept."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(_("Inställningar"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.name = QLineEdit(preferences.settings.name)
        self.theme, self.size_ = Choice(_("Färger")), Choice(_("Textens storlek"))
        self.languages = LanguageChoice(preferences.settings.ocr)
        self.encoder = QLineEdit(preferences.settings.encoder)
        self.pipeline = QLineEdit(preferences.settings.pipeline)
        self.template = QLineEdit(preferences.settings.template)
        self.learns = TickBox(_("Lär av mina val"))
        self.fault = label(preferences.fault, "fault")
        self._fill()
        self._set_up()
        self._connect()

    def _fill(self) -> None:
        chosen = self._preferences.settings
        self.name.setAccessibleName(_("Ditt namn"))
        self.name.setPlaceholderText(system_user())
        self.encoder.setAccessibleName(_("Kodare"))
        self.pipeline.setAccessibleName(_("Språkmodell"))
        self.template.setAccessibleName(_("Word-mall"))
        for line in (self.encoder, self.pipeline, self.template):
            line.setPlaceholderText(_("Programmets egen"))
        for text, theme in _themes():
            self.theme.addItem(text, theme)
        self.theme.setCurrentIndex(self.theme.findData(chosen.theme))
        for percent in sorted({*_SIZES, chosen.text_size}):
            self.size_.addItem(_("{n} %").format(n=percent), percent)
        self.size_.setCurrentIndex(self.size_.findData(chosen.text_size))
        self.learns.setChecked(chosen.learns)
        self.fault.setWordWrap(True)
        self.fault.setVisible(bool(self._preferences.fault))

    def _set_up(self) -> None:
        sections = column(
            _section(_("Ditt namn"), _("Så kallas du i historiken och i anteckningar."), self.name),
            _section(
                _("Utseende"),
                _("Ljust eller mörkt, och hur stor texten är i hela programmet."),
                _form((_("Färger"), self.theme), (_("Textens storlek"), self.size_)),
            ),
            _section(
                _("Inläsning"),
                _("Språk för läsning av text i skannade sidor och bilder. Fler språk gör läsningen "
                  "långsammare; välj dem som förekommer i inspelen."),
                self.languages,
            ),
            _section(
                _("Word-mall"),
                _("Er egen mall, med stil, sidhuvud och logotyp. Nya Word-filer skrivs i den."),
                row(self.template, button(_("Välj fil …"), self._choose_template)),
            ),
            _section(
                _("Modeller"),
                _("Modellerna avgör förslag och teman. En egen används nästa gång de görs; det "
                  "som någon har bestämt står kvar."),
                _form(
                    (_("Kodare"), self._with_browse(self.encoder)),
                    (_("Språkmodell"), self._with_browse(self.pipeline)),
                ),
                self.learns,
                _explained(_("Förslagen för det som är kvar ändras efter det som kopplas.")),
            ),
            None,
            gap=4 * GRID,
        )  # fmt: skip
        sections.setObjectName("pane")
        sections.setContentsMargins(0, 0, 2 * GRID, 0)
        done = button(_("Klart"), self.accept, "primary")
        edge = (3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        title = label(_("Inställningar"), "title")
        feet = row(None, done)
        lay_out(
            QVBoxLayout(self),
            title,
            scrolled(sections),
            self.fault,
            feet,
            margins=edge,
            gap=2 * GRID,
        )
        done.setDefault(True)
        self.resize(_SIZE)

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._keep_name)
        self.template.editingFinished.connect(self._keep_template)
        self.theme.currentIndexChanged.connect(
            lambda _index: self._keep(theme=self.theme.currentData())
        )
        self.size_.currentIndexChanged.connect(
            lambda _index: self._keep(text_size=self.size_.currentData())
        )
        self.languages.chosen.connect(lambda codes: self._keep(ocr=codes))
        self.encoder.editingFinished.connect(self._keep_models)
        self.pipeline.editingFinished.connect(self._keep_models)
        self.learns.toggled.connect(lambda on: self._keep(learns=on))

    def done(self, result: int) -> None:
        """Keep what was being written, also by Esc."""
        self._keep_name()
        self._keep_models()
        super().done(result)

    def _keep_name(self) -> None:
        shown = "".join(sign for sign in self.name.text() if sign.isprintable())
        self._keep(name=shown.strip())

    def _keep_models(self) -> None:
        self._keep(encoder=self.encoder.text().strip(), pipeline=self.pipeline.text().strip())

    def _keep(self, **changes: object) -> None:
        """Let a change hold if it is one and can be used; else say why not."""
        now = self._preferences.settings._asdict()
        new = {name: value for name, value in changes.items() if now[name] != value}
        try:
            if new:
                self._preferences.change(**new)
        except KnownError as error:
            self.fault.setText(explain(error))
            self.fault.show()
        else:
            self.fault.setVisible(bool(self._preferences.fault))

    def _choose_template(self) -> None:
        kinds = _("Word-mallar ({files})").format(files="*.dotx *.docx")
        name, _kind = QFileDialog.getOpenFileName(self, _("Välj mall"), self.template.text(), kinds)
        if name:
            self.template.setText(str(Path(name)))
            self._keep_template()

    def _keep_template(self) -> None:
        self._keep(template=self.template.text().strip())

    def _with_browse(self, line: QLineEdit) -> QWidget:
        def browse() -> None:
            folder = QFileDialog.getExistingDirectory(self, _("Välj mapp"), line.text())
            if folder:
                line.setText(str(Path(folder)))
                self._keep_models()

        browse_button = button(_("Välj mapp …"), browse)
        browse_button.setAccessibleDescription(line.accessibleName())
        return row(line, browse_button)


def _themes() -> list[tuple[str, Theme]]:
    return [
        (_("Som systemet"), Theme.SYSTEM),
        (_("Ljust"), Theme.LIGHT),
        (_("Mörkt"), Theme.DARK),
    ]


def _section(title: str, about: str, *parts: QWidget) -> QWidget:
    return column(label(title, "section"), _explained(about), *parts, gap=GRID)


def _explained(text: str) -> QWidget:
    made = label(text, "muted")
    made.setWordWrap(True)
    return made


def _form(*rows: tuple[str, QWidget]) -> QWidget:
    made = QWidget()
    fields = QFormLayout(made)
    fields.setContentsMargins(0, 0, 0, 0)
    fields.setHorizontalSpacing(2 * GRID)
    fields.setVerticalSpacing(GRID)
    for name, field in rows:
        fields.addRow(label(name), field)
    return made
