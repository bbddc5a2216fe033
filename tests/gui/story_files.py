"""The inspel of the story: three letters, and one on paper that is not read surely."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

_LETTERS = {
    "a.txt": "Byaföreningen A\n\n"
    "Vi behöver en bussförbindelse till byn även på helgerna, annars flyttar de unga härifrån.\n\n"
    "Fibernätet måste byggas ut till byarna, annars kan ingen arbeta på distans.\n\n"
    "Biblioteket i byn behöver längre öppettider för unga. Det ska vara öppet på kvällar.\n\n"
    "Vi vill ha fler lärlingsplatser i industrin, så att unga kan stanna i länet.\n\n"
    "Tågen till kusten går för sällan och är ofta sena. Fler avgångar behövs.\n\n"
    "Besöksnäringen behöver bättre vägar och fler vandringsleder.\n\n"
    "Vindkraften måste ge något tillbaka till bygden.\n\n"
    "Idrottshallen används av alla åldrar och behöver rustas upp.\n",
    "b.txt": "Malå företagare\n\n"
    "Företagen hittar inte folk med rätt utbildning. Yrkeshögskolan bör finnas i inlandet.\n\n"
    "Bussarna måste passa skiftgången på sågverket.\n\n"
    "Elnätet räcker inte till för nya industrier. Kapaciteten måste byggas ut nu.\n\n"
    "Mobiltäckningen längs vägarna är dålig, och det är en säkerhetsfråga.\n\n"
    "Skolan och företagen bör samverka mer om praktik och lärlingar.\n\n"
    "Riskkapitalet stannar vid kusten, och små företag får inga lån.\n\n"
    "Gruvan behöver en järnväg till hamnen.\n",
    "c.txt": "Åsele hembygdsförening\n\n"
    "Kulturarvet i byarna behöver stöd för att leva vidare. Museerna når inte hit.\n\n"
    "Vården har flyttat till kusten; en hälsocentral behövs på orten.\n\n"
    "Skogsbruket måste ta större hänsyn till den biologiska mångfalden och till renskötseln.\n\n"
    "Ungdomsgården stängde, och ingen mötesplats finns för unga.\n\n"
    "Samiska språket måste få höras i förskolan.\n\n"
    "Nya bostäder byggs bara i Umeå, fast det saknas lägenheter här.\n",
}
_PAPER = (
    "Inspel om kommunikationer i Sorsele",
    "",
    "Vi vill att regionen ser till bussarnas",
    "antal mellan byarna och Sorsele.",
    "Sjukresorna ska samordnas med bussarna.",
)
_EDGE, _LINE, _SIZE = 150, 90, 44
"""Pixels of the paper, at 200 to the inch."""
_SMUDGED, _BLUR = (4, "Sjukresorna"), 4


def write_inspel(folder: Path) -> list[Path]:
    """Write the files; their paths, of which the last is the paper."""
    folder.mkdir()
    for name, text in _LETTERS.items():
        (folder / name).write_text(text, "utf-8")
    image = Image.new("L", (1654, 1000), 255)
    draw, typeface = ImageDraw.Draw(image), ImageFont.load_default(_SIZE)
    for row, line in enumerate(_PAPER):
        draw.text((_EDGE, _EDGE + _LINE * row), line, 0, typeface)
    row, word = _SMUDGED
    top = _EDGE + _LINE * row
    place = (_EDGE, top, _EDGE + int(draw.textlength(word, typeface)), top + _LINE)
    image.paste(image.crop(place).filter(ImageFilter.GaussianBlur(_BLUR)), place[:2])
    image.save(folder / "d.png", dpi=(200, 200))
    return sorted(folder.iterdir())
