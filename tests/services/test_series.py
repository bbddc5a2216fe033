"""Which files are taken for pictures of one form's pages, by their names."""

from pathlib import Path

from inspel_app.services.series import series


def grouped(*names: str) -> list[list[str]]:
    return [[file.name for file in group] for group in series(map(Path, names))]


def test_pictures_numbered_in_one_folder_are_a_series() -> None:
    assert grouped("sida1.jpg", "sida10.jpg", "sida2.JPG") == [
        ["sida1.jpg", "sida2.JPG", "sida10.jpg"]
    ]
    assert grouped("form (1).png", "form.png") == [["form.png", "form (1).png"]]


def test_other_files_stand_by_themselves() -> None:
    assert grouped("brev1.docx", "brev2.docx") == [["brev1.docx"], ["brev2.docx"]]
    assert grouped("a1.png", "b1.png") == [["a1.png"], ["b1.png"]]
    assert grouped("x/sida1.png", "y/sida2.png") == [["sida1.png"], ["sida2.png"]]
