"""The person it is all about."""

from signalering.crypto.fields import SealedText
from signalering.crypto.index import BlindIndex
from signalering.workflow import Recorded


class Resident(Recorded):
    """Somebody who lives here and may need help; seen only through a case."""

    LABEL = "resident"

    name = SealedText()
    surname = SealedText()
    birth_date = SealedText()
    age_band = SealedText()
    postcode = SealedText()
    house_number = SealedText()
    suffix = SealedText()
    street = SealedText()
    place = SealedText()
    phone = SealedText()
    email = SealedText()
    language = SealedText()
    contact_wish = SealedText()
    person_index = BlindIndex(kind="person", over=("surname", "birth_date"), db_index=True)
    address_index = BlindIndex(kind="address", over=("postcode", "house_number"), db_index=True)
    address_key = BlindIndex(
        kind="address_key",
        over=("postcode", "house_number"),
        also=("suffix",),
        db_index=True,
        null=True,
        default=None,
        help_text="As that of a signal.",
    )

    def __str__(self):
        return f"inwoner {self.pk}"
