from collections.abc import Iterator

import pytest

from inspel_app.reading import scan_cache


@pytest.fixture(scope="session", autouse=True)
def readings_of_the_tests_alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is read off pictures apart from what the user's own runs have kept."""
    folder = tmp_path_factory.mktemp("ocr")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan_cache, "folder", lambda: folder)
        yield
