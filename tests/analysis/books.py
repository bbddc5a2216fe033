"""A small codebook for the tests of the analysis."""

from inspel_app.domain.coding import Code, Codebook, CodeKind, Term

BOOK = Codebook(
    "prov",
    "En prövostrategi",
    (
        Code("1", "Transporter", CodeKind.PRIORITERING),
        Code(
            "1.1",
            "Resor",
            CodeKind.DELPRIORITERING,
            parent="1",
            leaf=True,
            description="Gäller bussar, tåg och cykel.",
            terms=(Term("kollektivtrafik", 3), Term("buss", 3), Term("resa", 1)),
            examples=("Sista bussen hem går för tidigt.", "Cykelvägar till skolan efterfrågas."),
        ),
        Code(
            "1.2",
            "Digital infrastruktur",
            CodeKind.DELPRIORITERING,
            parent="1",
            leaf=True,
            description="Gäller bredband och mobilnät.",
            terms=(Term("bredband", 3), Term("fiber", 3), Term("mobiltäckning", 3)),
            examples=("Fibern når inte de sista byarna.", "Mobilen saknar täckning vid vägen."),
        ),
        Code(
            "2.1",
            "Kultur",
            CodeKind.DELPRIORITERING,
            leaf=True,
            description="Gäller bibliotek, museer och konst.",
            terms=(Term("bibliotek", 3), Term("museum", 3), Term("teater", 2)),
            examples=("Biblioteket är öppet för sällan.", "Museet behöver nya lokaler."),
        ),
        Code(
            "tvargaende.form",
            "Strategins form",
            CodeKind.TVARGAENDE,
            description="Gäller dokumentets längd och språk.",
            terms=(Term("sidor", 2), Term("läsbarhet", 3), Term("dokumentet", 2)),
            examples=("Dokumentet är för långt och svårläst.", "Korta texten till tio sidor."),
        ),
    ),
)
