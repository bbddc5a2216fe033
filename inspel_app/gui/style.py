"""Qt's palette and style sheet, both made from the tokens."""

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspel_app.gui import tokens
from inspel_app.gui.tokens import DARK, LIGHT, Tokens

_LINEAR = 0.04045
"""So dark colours are brightened in proportion, by sRGB."""

_HIGHS = (16, 18, 20, 24, 32, 72)
"""Pixels: the heights that hold text of the usual size."""

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $surface; }
QToolTip { color: $text; background: $surface; border: 1px solid $control; padding: 4px; }

#bar { background: $surface; border-bottom: 1px solid $hairline; }
#footer { background: $surface; border-top: 1px solid $hairline; }
#header { background: $surface; border-bottom: 1px solid $hairline; }
#desk { background: $background; }
#pane { background: $surface; }
#tile { background: $surface; border: 1px solid $hairline; border-radius: 8px; }
#card { background: $surface; border: 1px solid $hairline; border-radius: 8px; }
#palette { background: $surface; border: 1px solid $control; border-radius: 10px; }
#passage, #passage:focus { border: none; background: transparent; color: $text; }
#help { background: $surface; border-left: 1px solid $hairline; }
#hint { background: $accent_soft; border-top: 1px solid $hairline; }
#rail { background: $surface; border-right: 1px solid $hairline; }

QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="section"] { font-size: ${section}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="hero"] { font-size: ${hero}px; font-weight: 600; }
QLabel[role="dimmed"] { color: $muted; font-size: ${reading}px; }
QLabel[role="quiet-tag"] { border: 1px solid $hairline; border-radius: 9px; padding: 2px 9px;
    font-size: ${small}px; color: $muted; }
QLabel[role="warning-tag"] { background: $warning_soft; color: $warning; border-radius: 9px;
    padding: 3px 9px; font-size: ${small}px; }
QLabel[role="fault"] { color: $danger; }
QLabel[role="key"] { color: $muted; font-size: ${small}px; border: 1px solid $hairline;
    border-radius: 4px; padding: 1px 5px; }

QPushButton { background: $surface; border: 1px solid $control; border-radius: ${radius}px;
    padding: 5px 12px; min-height: ${high18}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:disabled { color: $muted; border-color: $hairline; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:hover { background: $accent; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled { background: $track; color: $muted; border-color: $track; }
QPushButton[role="link"] { border: 2px solid transparent; background: transparent; color: $accent;
    font-weight: 600; padding: 2px 6px; }
QPushButton[role="link"]:hover { background: $accent_soft; }
QPushButton[role="link"]:focus { border: 2px solid $accent; }
QPushButton[role="round"] { border: 2px solid transparent; background: transparent;
    font-size: ${section}px; font-weight: 600; padding: 3px 6px; }
QPushButton[role="round"]:hover { background: $hover; }
QPushButton[role="round"]:focus { border: 2px solid $accent; }
QPushButton[role="round"]::menu-indicator { image: none; width: 0; }
QPushButton[role="chip"] { color: $muted; border: 1px solid $hairline; border-radius: 12px;
    padding: 2px 9px; min-height: ${high18}px; font-size: ${small}px; }
QPushButton[role="chip"]:hover { background: $hover; color: $text; }
QPushButton[role="chip"]:checked { background: $accent_soft; color: $text; border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $accent; padding: 1px 8px; }
QPushButton[role="given"] { color: $accent; background: $accent_soft; border: none;
    border-radius: 11px; padding: 3px 10px; min-height: ${high16}px; font-size: ${small}px;
    font-weight: 600; }
QPushButton[role="given"]:hover { background: $track; }
QPushButton[role="choice"] { min-height: ${high72}px; padding: 0; border: 1px solid $hairline; }
QPushButton[role="choice"]:hover { border-color: $accent; background: $accent_soft; }
QPushButton[role="choice"]:focus { border: 2px solid $accent; padding: 0; }

QPushButton[role="search"] { background: $background; border: 1px solid $hairline; padding: 0;
    min-height: ${high32}px; text-align: left; }
QPushButton[role="search"]:hover { border-color: $control; }
QPushButton[role="search"]:focus { border: 2px solid $accent; padding: 0; }

QPushButton[role="recent"] { border: 2px solid transparent; background: transparent; padding: 0;
    min-height: ${high32}px; text-align: left; }
QPushButton[role="recent"]:hover { background: $accent_soft; }
QPushButton[role="recent"]:focus { border: 2px solid $accent; }

QToolButton { border: 2px solid transparent; border-radius: ${radius}px; padding: 3px;
    background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton[role="rail"] { color: $muted; font-size: ${tiny}px; padding: 2px 0; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent; }

QLineEdit, QComboBox { background: $surface; border: 1px solid $field;
    border-radius: ${radius}px; padding: 5px 8px; min-height: ${high20}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[role="name"] { border: 2px solid transparent; font-size: ${section}px; font-weight: 600;
    padding: 2px 4px; background: transparent; }
QLineEdit[role="name"]:hover { border: 2px solid $hairline; }
QLineEdit[role="name"]:focus { border: 2px solid $accent; background: $surface; }
QComboBox:disabled, QLineEdit:disabled { color: $muted; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $control; outline: 0;
    selection-background-color: $accent_soft; selection-color: $text; }

QMenu { background: $surface; border: 1px solid $control; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }

QAbstractScrollArea { background: $surface; border: 2px solid transparent; }
QAbstractScrollArea:focus { border-top: 2px solid $accent; }
QAbstractScrollArea[role="desk"] { background: $background; }
QTextEdit { color: $muted; }
QTextEdit[role="told"] { color: $text; }
QListWidget::item { padding: 6px 8px; border-radius: ${radius}px; margin: 0 8px; }
QListWidget::item:hover { background: $hover; }
QListWidget::item:selected { background: $accent_soft; color: $accent; }
QTableView { outline: 0; selection-background-color: $accent_soft; selection-color: $text; }
QTableView::item { padding: 0 4px; border-bottom: 1px solid $hairline; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QListView, QTreeView { outline: 0; }
QTreeView::branch { background: transparent; image: none; }
QPlainTextEdit { background: $surface; border: 1px solid $field; border-radius: ${radius}px;
    padding: 4px 6px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
    border-bottom: 1px solid $hairline; padding: 6px 7px; font-size: ${small}px; }
QHeaderView::down-arrow, QHeaderView::up-arrow { image: none; width: 0; height: 0; }
QHeaderView::section:hover { color: $text; }
QHeaderView::section:vertical { color: $text; border-right: 1px solid $hairline;
    padding-left: 24px; }
QTableCornerButton::section { background: $surface; border: none;
    border-bottom: 1px solid $hairline; border-right: 1px solid $hairline; }
QAbstractScrollArea::corner { background: $surface; border: none; }

QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $control; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: ${high32}px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox { min-height: ${high24}px; spacing: 8px; border: 2px solid transparent;
    border-radius: ${radius}px; padding: 0 4px; }
QCheckBox:focus { border: 2px solid $accent; }
QCheckBox::indicator { width: ${tick}px; height: ${tick}px; }
QPushButton[role="chip"]::menu-indicator { image: none; width: 0; }
QProgressBar { background: $track; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


class _Worn:
    """The look in use, kept so that what is drawn need not ask Qt for it."""

    look = LIGHT
    pixels = tokens.BODY
    """How large usual text is."""


def apply_style(app: QApplication, *, dark: bool, percent: int = 100) -> None:
    """Give the whole program its look, light or dark, with text in per cent of the usual size."""
    look = tokens_of(dark=dark)
    typeface = app.font()
    typeface.setPixelSize(round(tokens.BODY * percent / 100))
    _Worn.look, _Worn.pixels = look, typeface.pixelSize()
    app.setStyle("Fusion")
    app.setFont(typeface)
    app.setPalette(palette(look))
    for widget in app.allWidgets():
        if widget.styleSheet():
            dress(widget)


def dress(window: QWidget) -> None:
    """Give a window, and all that is opened from it, the style sheet of the look in use and later.

    It is not the program's: then Qt would style each part anew as often as parts are put together.
    """
    window.setStyleSheet(stylesheet(current()))


def tokens_of(*, dark: bool) -> Tokens:
    """The tokens of a look."""
    return DARK if dark else LIGHT


def current() -> Tokens:
    """The tokens in use, for what is painted by hand."""
    return _Worn.look


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours by WCAG 2: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def scaled(pixels: int) -> int:
    """A measure of text, or of what holds text, in the size of text that is chosen."""
    return round(pixels * _Worn.pixels / tokens.BODY)


def font(size: int) -> QFont:
    """The program's typeface in one of the tokens' sizes, as large as text is chosen to be."""
    chosen = QFont(QGuiApplication.font())
    chosen.setPixelSize(scaled(size))
    return chosen


def palette(look: Tokens) -> QPalette:
    """The colours that Qt's own drawing goes by."""
    role = QPalette.ColorRole
    colours = {
        role.Window: look.background,
        role.WindowText: look.text,
        role.Base: look.surface,
        role.AlternateBase: look.background,
        role.Text: look.text,
        role.PlaceholderText: look.muted,
        role.Button: look.surface,
        role.ButtonText: look.text,
        role.ToolTipBase: look.surface,
        role.ToolTipText: look.text,
        role.Highlight: look.accent,
        role.HighlightedText: look.on_accent,
        role.Accent: look.accent,
        role.Link: look.accent,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    for key in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(look.muted))
    return made


def stylesheet(look: Tokens) -> str:
    """The style sheet of the whole program, for text of the size that is chosen."""
    sizes = {
        "tick": tokens.TICK,
        "tiny": tokens.TINY,
        "small": tokens.SMALL,
        "reading": tokens.READING,
        "section": tokens.SECTION,
        "title": tokens.TITLE,
        "hero": tokens.HERO,
    }
    highs = {f"high{pixels}": pixels for pixels in _HIGHS}
    colours = {name: value for name, value in asdict(look).items() if isinstance(value, str)}
    fitted = {name: str(scaled(size)) for name, size in (sizes | highs).items()}
    return _SHEET.substitute(colours | fitted, radius=tokens.RADIUS)
