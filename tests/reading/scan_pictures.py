"""Draws pages as scanners and cameras see them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import reportlab
from PIL import Image, ImageDraw, ImageFont

from inspel_app.reading.scan_page import Scan, View

DPI = 150
FONT = ImageFont.truetype(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf", 24)
WHITE = 255
LETTER = (
    "Vi anser att strategin behöver ta hänsyn till avstånden i",
    "inlandet. Där är vägen till vården lång, och bussen går",
    "en gång om dagen. Företagen på glesbygden söker folk som",
    "kan bygga, köra och vårda. Ungdomar flyttar när gymnasiet",
    "är för långt borta, och då växer skolan inte heller.",
    "Därför föreslår vi ett gemensamt mål för tillgänglighet.",
)


def page(
    lines: Sequence[str] = LETTER, *, width: int = 900, height: int = 700, left: int = 90
) -> Image.Image:
    """Lines of print on a white page."""
    image = Image.new("L", (width, height), WHITE)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((left, 90 + 40 * number), line, fill=0, font=FONT)
    return image


def view(image: Image.Image) -> View:
    """The page before anything is done to it."""
    return View(image, DPI, np.eye(3))


def scan(image: Image.Image) -> Scan:
    """The page as it came."""
    return Scan(image, DPI)


def askew(image: Image.Image, degrees: float) -> Image.Image:
    """The page laid so on the glass; its lines slope down to the right for positive degrees."""
    return image.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=WHITE)


def from_the_side(image: Image.Image, share: float) -> Image.Image:
    """The page photographed so that its right edge is smaller by a share than its left."""
    width, height = image.size
    inset = share * height / 2
    seen = ((0, 0), (width, inset), (width, height - inset), (0, height))
    true = ((0, 0), (width, 0), (width, height), (0, height))
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, true, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    matrix = np.linalg.solve(np.array(rows, float), np.array(values, float))
    return image.transform(
        image.size,
        Image.Transform.PERSPECTIVE,
        tuple(matrix),
        Image.Resampling.BICUBIC,
        fillcolor=WHITE,
    )


def shaded(image: Image.Image, darkest: float = 0.45) -> Image.Image:
    """The page with a shadow that falls over it from the left."""
    light = np.linspace(darkest, 1.0, image.width)
    return Image.fromarray((np.asarray(image) * light).astype(np.uint8))


def noisy(image: Image.Image, spread: float = 12.0) -> Image.Image:
    """The page as a cheap sensor sees it; the same each time."""
    noise = np.random.default_rng(1).normal(0, spread, (image.height, image.width))
    return Image.fromarray(np.clip(np.asarray(image) + noise, 0, WHITE).astype(np.uint8))
