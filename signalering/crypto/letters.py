"""Letters that are written in two ways: those with an accent, and those that no accent explains."""

import unicodedata

# what Unicode takes to be letters of their own; people type them as these
LIKE = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


def bare(text):
    """A text in small letters, without accents, and with the letters that most keyboards have."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return plain.casefold().translate(LIKE)
