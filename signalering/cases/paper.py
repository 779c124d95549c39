"""A sheet of paper for a shop: the QR code with which its phones begin, and three sentences."""

import io
import unicodedata

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

MARGIN, QR = 25 * mm, 90 * mm
PLAIN, STRONG = "Helvetica", "Helvetica-Bold"


def sheet(link, *, name, until, phones):
    """A PDF of one page (bytes): the code for `link`, for whom it is and until when (aware datetime)."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, lang="nl", invariant=True)
    canvas.setTitle(_("QR-code voor signalen"))
    canvas.setAuthor("Signalering")
    width, top = A4[0], A4[1] - MARGIN
    top = paragraph(canvas, _("Maak je je zorgen over iemand?"), top, font=STRONG, size=26)
    top = paragraph(canvas, printable(name), top - 2 * mm, size=14) - 8 * mm
    draw_code(canvas, link, (width - QR) / 2, top - QR)
    top -= QR + 14 * mm
    day = date_format(timezone.localtime(until), "j F, H.i")
    sentences = [
        _("Scan deze code met de telefoon waarmee je werkt."),
        _("Tik op ‘Gebruik op deze telefoon’. Dat kan op %(phones)s telefoons, tot %(day)s uur.")
        % {"phones": phones, "day": day},
        _("Zie of hoor je daarna iets dat niet goed gaat? Vertel het met die telefoon: het wijkteam leest het."),
    ]
    for number, sentence in enumerate(sentences, 1):
        top = paragraph(canvas, f"{number}. {sentence}", top, size=16) - 3 * mm
    paragraph(canvas, _("Is er nu gevaar? Bel 112."), top - 4 * mm, font=STRONG, size=16)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def paragraph(canvas, text, top, *, size, font=PLAIN):
    """Lines of text under each other; where the next one may begin."""
    canvas.setFont(font, size)
    for line in simpleSplit(text, font, size, A4[0] - 2 * MARGIN):
        top -= size * 1.35
        canvas.drawString(MARGIN, top, line)
    return top


def draw_code(canvas, link, left, bottom):
    """The QR code, large enough to scan from a counter."""
    code = QrCodeWidget(link, barLevel="M")
    x1, y1, x2, y2 = code.getBounds()
    drawing = Drawing(QR, QR, transform=[QR / (x2 - x1), 0, 0, QR / (y2 - y1), 0, 0])
    drawing.add(code)
    renderPDF.draw(drawing, canvas, left, bottom)


def printable(name):
    """A name in letters that every printer's own font has; others lose their marks."""
    plain = "".join(letter if fits(letter) else unicodedata.normalize("NFKD", letter) for letter in name)
    return "".join(letter if fits(letter) else "" for letter in plain)


def fits(letter):
    """Whether the fonts that every PDF reader has know this letter."""
    try:
        return bool(letter.encode("cp1252"))
    except UnicodeEncodeError:
        return False
