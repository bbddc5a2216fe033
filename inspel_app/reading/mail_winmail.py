"""Puts what lies in a winmail.dat among the parts of its mail."""

from inspel_app.reading.mail_raw import RawMail, RawPart, file_name
from inspel_app.reading.mail_rtf import rtf_piece
from inspel_app.reading.mail_tnef import open_tnef


def unpack_winmail(mail: RawMail, part: RawPart) -> None:
    """Add the files to the mail, and the text where the mail has no other.

    Raises:
        ValueError, struct.error, UnreadableError: it is damaged.
    """
    tnef = open_tnef(part.data)
    if tnef.packed_rtf and not any(piece.text.strip() for piece in mail.pieces):
        mail.pieces.append(rtf_piece(tnef.packed_rtf))
    mail.parts += [RawPart(file_name(file.name, "bilaga"), file.data) for file in tnef.files]
