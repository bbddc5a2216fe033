"""An original with pages, one at a time; child processes draw them."""

from collections.abc import Sequence
from concurrent.futures import Executor, Future

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea

from inspel_app.domain.document import Box, Location, PageSize
from inspel_app.gui.faults import explain
from inspel_app.gui.page_canvas import PageCanvas
from inspel_app.gui.spots import Spot
from inspel_app.gui.tokens import GRID
from inspel_app.gui.widgets import set_role
from inspel_app.i18n import _
from inspel_app.services.page_text import Printed
from inspel_app.services.pages import page_image, page_sizes

STEP = 1.25
_LEAST, _MOST = 0.2, 5.0
_A4 = PageSize(595, 842)
"""What an empty sheet looks like until a page's size is known."""
_MOST_PIXELS = 24_000_000
"""Of a page's picture, however large the page says that it is."""


class PageView(QScrollArea):
    """The pages of a PDF or a picture. `poll` asks for what is to be drawn, and fetches it."""

    chosen = Signal(int)
    moved = Signal()
    """Another page or another size is shown."""
    failed = Signal(str)

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor
        self.canvas = PageCanvas()
        self.canvas.chosen.connect(self.chosen)
        self._zoom: float | None = None
        self._forget()
        self.setWidget(self.canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Originalet"))
        self.verticalScrollBar().setSingleStep(5 * GRID)
        set_role(self, "desk")

    def _forget(self) -> None:
        self._data = b""
        self._spots: list[Spot] = []
        self._sizes: tuple[PageSize, ...] = ()
        self._card = -1
        self._word: Location | None = None
        self._hits: Sequence[Printed] = ()
        self._hit: Sequence[Printed] = ()
        self._drawn: tuple[int, float] | None = None
        self._measuring: Future[tuple[PageSize, ...]] | None = None
        self._drawing: Future[bytes] | None = None
        self.page = 1

    @property
    def pages(self) -> int:
        """How many pages there are; 0 until it is known."""
        return len(self._sizes)

    @property
    def idle(self) -> bool:
        """Whether all that was asked of child processes has come."""
        return self._measuring is None and self._drawing is None and self._drawn is not None

    @property
    def percent(self) -> int:
        """The size of what is shown; a page of A4 is as wide as it is on paper at 100."""
        return round(self._scale() * 75)

    def show_original(self, data: bytes, spots: Sequence[Spot]) -> None:
        """Show another original from its first page."""
        self._forget()
        self._data, self._spots = data, list(spots)
        self._measuring = page_sizes(self._executor, data)
        self.canvas.show_picture(QPixmap())
        self.canvas.show_page(_A4, self._scale(), ())
        self.moved.emit()

    def renew(self, spots: Sequence[Spot]) -> None:
        """Take the places in the same original as they are now."""
        self._spots = list(spots)
        self._fit()

    def choose(self, card: int) -> None:
        """Go to the first place of a card, and outline all of them."""
        self._card = card
        place = next((s.place for s in self._spots if s.card == card), None)
        if place:
            self.go(place.page)
        rect = self.canvas.choose(card)
        if rect:
            self._bring(rect)

    def point_out(self, word: Location | None) -> None:
        """Go to a word and frame it; None frames none."""
        self._word = word
        if word:
            self.go(word.page)
            self._bring(self.canvas.point_out(word.box))
        else:
            self.canvas.point_out(None)

    def mark(self, hits: Sequence[Printed], chosen: Sequence[Printed]) -> None:
        """Mark what was found, some of it as the place that is gone to."""
        self._hits, self._hit = hits, chosen
        self._mark()

    def go_to_box(self, page: int, box: Box) -> None:
        """Bring a part of a page into view."""
        self.go(page)
        self._bring(self.canvas.rect_of(box))

    def _mark(self) -> None:
        def here(places: Sequence[Printed]) -> list[Box]:
            return [one.box for one in places if one.page == self.page]

        self.canvas.mark(here(self._hits), here(self._hit))

    def _bring(self, rect: QRectF) -> None:
        centre = rect.center().toPoint()
        half_width, half_height = round(rect.width() / 2), round(rect.height() / 2)
        self.ensureVisible(centre.x(), centre.y(), half_width, half_height + 5 * GRID)

    def go(self, page: int) -> None:
        """Show a page, or the nearest that there is."""
        page = max(1, min(page, self.pages or page))
        if page != self.page:
            self.page = page
            self.canvas.show_picture(QPixmap())
            self.verticalScrollBar().setValue(0)
        self._fit()

    def zoom(self, factor: float | None) -> None:
        """Show it larger or smaller; None fits the page to the width."""
        self._zoom = factor and max(_LEAST, min(self._scale() * factor, _MOST))
        self._fit()

    def poll(self) -> None:
        """Fetch what child processes have made, and ask for what is not drawn yet."""
        try:
            if self._measuring and self._measuring.done():
                self._sizes, self._measuring = self._measuring.result(), None
                self.choose(self._card)
                self.go(self.page)
                self.point_out(self._word)
            if self._drawing and self._drawing.done():
                picture, self._drawing = self._drawing.result(), None
                self._show_picture(picture)
            self._ask()
        except Exception as error:  # noqa: BLE001 - whatever a hostile file did in a child, told here
            self._forget()
            self.failed.emit(explain(error))

    def _ask(self) -> None:
        wanted = (self.page, self._scale() * self.devicePixelRatioF())
        if self._sizes and self._drawing is None and wanted != self._drawn:
            self._drawn = wanted
            size = self._sizes[self.page - 1]
            most = (_MOST_PIXELS / (size.width * size.height)) ** 0.5
            self._drawing = page_image(self._executor, self._data, self.page, min(wanted[1], most))

    def _show_picture(self, data: bytes) -> None:
        if self._drawn and self._drawn[0] == self.page:
            picture = QPixmap()
            picture.loadFromData(data, "PNG")
            self.canvas.show_picture(picture)

    def _fit(self) -> None:
        if self._sizes:
            spots = [spot for spot in self._spots if spot.place.page == self.page]
            self.canvas.show_page(self._sizes[self.page - 1], self._scale(), spots)
            self.canvas.choose(self._card)
            here = self._word if self._word and self._word.page == self.page else None
            self.canvas.point_out(here.box if here else None)
            self._mark()
        self.moved.emit()

    def _scale(self) -> float:
        """Pixels for each point of the page."""
        if self._zoom:
            return self._zoom
        size = self._sizes[self.page - 1] if self._sizes else _A4
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 6 * GRID - 4
        return max(_LEAST, min(room / size.width, _MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as there is room for."""
        super().resizeEvent(event)
        if self._zoom is None:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right turn the page."""
        turn = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if turn:
            self.go(self.page + turn)
        else:
            super().keyPressEvent(event)
