"""The command that takes in a code system of another program."""

from argparse import Namespace

from inspel_app.cli.output import Answer
from inspel_app.i18n import _, ngettext
from inspel_app.resources import strategy_folder
from inspel_app.services.codebooks import import_codebook


def codebook(args: Namespace) -> Answer:
    """The strategy that was made, and what to do to use it."""
    made = import_codebook(args.source, args.file)
    codes, leaves, folder = len(made.codes), len(made.leaves), strategy_folder()
    told = ngettext(
        "Skapade {path} med {n} kod, varav {leaves} att koppla synpunkter till.",
        "Skapade {path} med {n} koder, varav {leaves} att koppla synpunkter till.",
        codes,
    ).format(path=args.file, n=codes, leaves=leaves)
    use = _("Använd den: inspel new omgang.inspel --strategy {id}").format(id=made.id)
    if args.file.absolute().parent != folder.absolute():
        use = _("Lägg filen i {folder}. {use}").format(folder=folder, use=use)
    data: dict[str, object] = {
        "made": [str(args.file)],
        "strategy": made.id,
        "codes": codes,
        "leaves": leaves,
    }
    return Answer(data, (told, use))
