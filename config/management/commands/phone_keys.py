"""The keys to which phones seal, and what came in that none of them opens."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.formats import date_format

from signalering.accounts import phone_keys
from signalering.cases.models import Concept, KeptBox, Signal
from signalering.crypto.models import BoxKey


class Command(BaseCommand):
    """Keys rotate and end by themselves; this is for who must do it sooner, or wants to look."""

    help = "Toon de sleutels van telefoons (list), maak een nieuwe (rotate) of vernietig er een (destroy)."

    def add_arguments(self, parser):
        acts = parser.add_subparsers(dest="act", required=True, metavar="list|rotate|destroy")
        acts.add_parser("list", help="toon alle sleutels, en wat er kwam dat niet opengaat")
        acts.add_parser("rotate", help="maak nu een nieuwe sleutel; de oude openen nog wat er onderweg is")
        destroy = acts.add_parser("destroy", help="vernietig een sleutel")
        destroy.add_argument("kid", help="de naam van de sleutel, zoals list die toont")
        destroy.add_argument("--confirm", default="", metavar="KID", help="dezelfde naam, om zeker te zijn")

    def handle(self, *args, act, **options):
        """Does the one act that was asked."""
        getattr(self, act)(**options)

    def list(self, **options):
        """Shows every key, and how many arrivals there are of each kind."""
        for key in BoxKey.objects.order_by("created_at"):
            self.stdout.write(f"{key.kid}  {state_of(key)}")
        boxes = KeptBox.objects.count()
        sealed = Signal.objects.filter(channel=Signal.Channel.SEALED).count()
        concepts = Concept.objects.filter(destroyed_at=None).count()
        self.stdout.write(f"Ontvangen: {sealed} signalen. Concepten nu: {concepts}. Bewaard, niet te openen: {boxes}.")

    def rotate(self, **options):
        """Makes a new key to publish from now on."""
        key = phone_keys.rotate()
        self.stdout.write(f"Nieuwe sleutel: {key.kid}. Maak nu een reservekopie van de sleutels.")

    def destroy(self, *, kid, confirm, **options):
        """Destroys a key; one that may still be needed only when its name was typed twice."""
        key = next((key for key in BoxKey.objects.filter(destroyed_at=None) if key.kid == kid), None)
        if key is None:
            raise CommandError(f"Er is geen sleutel {kid} om te vernietigen.")
        last = phone_keys.kept_until(key)
        past_use = last <= timezone.now()
        if not past_use and confirm != kid:
            raise CommandError(
                f"Tot {day(last)} kunnen telefoons nog signalen brengen die met deze sleutel zijn verzegeld. "
                "Vernietig je hem nu, dan kan niemand die meer lezen. Weet je het zeker? Typ dan: "
                f"manage.py phone_keys destroy {kid} --confirm {kid}"
            )
        phone_keys.destroy(key, reason="ended" if past_use else "by_hand")
        self.stdout.write(f"Vernietigd: {kid}.")


def state_of(key):
    """What a key is for today."""
    if key.destroyed_at is not None:
        return f"vernietigd op {day(key.destroyed_at)}"
    kept = f"opent tot {day(phone_keys.kept_until(key))}"
    return f"verzegelt tot {day(key.until)}, {kept}" if key.until > timezone.now() else f"verzegelt niet meer, {kept}"


def day(moment):
    """A day as people write it."""
    return date_format(timezone.localtime(moment), "j F Y")
