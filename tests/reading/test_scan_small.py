"""Pictures too small to be pages: logos, icons and banners are read, or found empty."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inspel_app.reading.ocr import OcrWord
from inspel_app.reading.scan_page import Scan
from inspel_app.reading.scan_recognise import recognised


class ReadsNothing:
    """An engine for pictures in which there are no words."""

    name = "inget"

    def words(self, _image: Image.Image, _dpi: float, _seconds: float) -> list[OcrWord]:
        return []


@given(
    width=st.integers(1, 120),
    height=st.integers(1, 120),
    inked=st.sampled_from([0.03, 0.5, 1.0]),
    seed=st.integers(0, 2**32 - 1),
)
def test_any_small_picture_is_found_to_hold_nothing(
    width: int, height: int, inked: float, seed: int
) -> None:
    dots = np.random.default_rng(seed).random((height, width)) >= inked
    scan = Scan(Image.fromarray((dots * 255).astype(np.uint8)), 200.0)
    assert recognised(scan, ReadsNothing()).words == ()
