"""The pages of an original: how many they are and how large, found out in a child process."""

from concurrent.futures import Executor, Future

from inspel_app.domain.document import PageSize


def measure_pages(data: bytes) -> tuple[PageSize, ...]:
    """The size of each page of a PDF; done in a child process."""
    import pypdfium2  # noqa: PLC0415 - the parent only names this function

    with pypdfium2.PdfDocument(data) as pdf:
        sizes = [pdf.get_page_size(number) for number in range(len(pdf))]
    return tuple(PageSize(width, height) for width, height in sizes)


def page_sizes(executor: Executor, data: bytes) -> Future[tuple[PageSize, ...]]:
    """The sizes of a PDF's pages, in their order."""
    return executor.submit(measure_pages, data)
