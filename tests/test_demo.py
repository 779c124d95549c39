"""The demo: one account per function, signals in every state, and a set-up that may be cut off anywhere."""

import io
import stat

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection

from config.demo import accounts as demo_accounts
from config.demo.stories import STORIES, tell_all
from signalering.accounts import checks
from signalering.accounts.models import Area, PostcodeArea, Shift, User
from signalering.accounts.models.people import Role
from signalering.audit.actors import system
from signalering.audit.models import AuditScope, Event, Look
from signalering.cases.models import Case, Notice, Signal
from signalering.referrals.models import Referral
from tests.accounts import factories as people
from tests.commands import refused, run

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def accounts(settings, tmp_path):
    """Make the demo accounts, with a folder of its own for the secrets; returns the lines of the file."""
    settings.DEMO, settings.SECRETS = True, tmp_path / "secrets"

    def make(how=demo_accounts.make_accounts):
        how()
        path = settings.SECRETS / "demo-accounts.txt"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert {other.name for other in settings.SECRETS.iterdir()} <= {"demo-accounts.txt", "demo-winkel.txt"}
        return path.read_text().splitlines()

    return make


@pytest.fixture
def demo(accounts):
    """Run the whole command."""
    return lambda: accounts(lambda: call_command("demo", verbosity=0))


def opens(lines):
    """The addresses of the accounts that each line of the file opens."""
    words = [line.split() for line in lines]
    return [email for email, password, *_ in words if User.objects.get(email=email).check_password(password)]


def test_the_demo_makes_one_account_per_function(accounts):
    lines = accounts()
    emails = [account.email for account in demo_accounts.ACCOUNTS]
    assert opens(lines) == emails
    assert len(emails) == 12
    assert all(len(line.split()[1]) >= 12 for line in lines)
    assert len({line.index(line.split()[1]) for line in lines}) == 1
    assert "  Regisseur 1: WOT-medewerker, WOT Oost" in "\n".join(lines)
    assert User.objects.filter(is_demo=True).count() == User.objects.count() == 12
    assert {role for user in User.objects.all() for role in user.roles} == set(Role)
    officer = User.objects.get(email="privacy-officer-1@example.org")
    assert officer.has_perm("audit.review_auditscope", AuditScope.objects.get(municipality="Schiedam"))


def test_the_demo_shows_every_state(demo):
    demo()
    assert Signal.objects.count() == len(STORIES)
    assert set(Signal.objects.values_list("status", flat=True)) == set(Signal.Status.values)
    assert set(Case.objects.values_list("status", flat=True)) == set(Case.Status.values)
    shown = {"draft", "sent", "started", "completed", "returned"}
    assert set(Referral.objects.values_list("status", flat=True)) == shown
    assert {signal.team.name for signal in Signal.objects.all()} == {"WOT Oost", "Mevis jeugd", "CO-team"}
    assert not Look.objects.filter(grant_id=None).exclude(label__in=["resident", "referral_extract"]).exists()
    assert set(Look.objects.values_list("origin_kind", flat=True)) == {"routing", "director", "referral", "question"}


def test_the_demo_again_changes_nothing(demo):
    lines = demo()
    counts = Event.objects.count(), Look.objects.count(), Notice.objects.count(), Signal.history.count()
    assert demo() == lines
    assert (Event.objects.count(), Look.objects.count(), Notice.objects.count(), Signal.history.count()) == counts


def test_a_phone_begins_with_the_link_of_the_shop(demo, settings):
    demo()
    path = settings.SECRETS / "demo-winkel.txt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    address, _, token = path.read_text().strip().partition("#")
    assert address == f"{settings.SITE_ADDRESS}/winkel/"
    demo()
    assert path.read_text().strip().endswith(token), "as long as it works there is no other"
    _ticket, phone = people.shop_phone(token=token)
    assert phone.person.memberships.get().organisation.name == "Stichting Lets Ruilwinkel Schiedam"
    path.unlink()
    demo()
    assert people.shop_phone(token=path.read_text().strip().partition("#")[2])


def test_somebody_is_on_duty_for_a_week_and_no_number_is_invented(demo):
    demo()
    shifts = Shift.objects.all()
    assert {(shift.person.name, shift.order) for shift in shifts} == {("Regisseur 1", 1), ("Regisseur 2", 2)}
    assert not any(shift.phone_sealed for shift in shifts)
    demo()
    assert Shift.objects.count() == 2


def test_a_password_somebody_chose_stays(accounts):
    lines = accounts()
    user = User.objects.get(email="winkel-1@example.org")
    user.last_login = user.created_at
    user.set_password("zelf-gekozen-1")
    user.save()
    assert accounts() == lines
    assert User.objects.get(pk=user.pk).check_password("zelf-gekozen-1")


def test_a_lost_file_gives_new_passwords(accounts, settings):
    lines = accounts()
    (settings.SECRETS / "demo-accounts.txt").unlink()
    again = accounts()
    assert {line.split()[1] for line in lines}.isdisjoint(line.split()[1] for line in again)
    assert len(opens(again)) == 12


def test_a_run_that_was_cut_off_is_mended_by_the_next(accounts, settings):
    """Whatever was lost, the file or the accounts, each line opens its account in the end."""
    accounts()
    path = settings.SECRETS / "demo-accounts.txt"
    path.write_text("\n".join(f"{account.email} {'w' * 16} {account.what}" for account in demo_accounts.ACCOUNTS))
    assert len(opens(accounts())) == 12
    path.with_suffix(".half").write_text("half")
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:5]))
    assert len(opens(accounts())) == 12


def test_nobodys_own_account_is_touched(accounts):
    people.home_care(email="winkel-1@example.org")
    lines = accounts()
    assert len(opens(lines)) == 11
    assert not User.objects.get(email="winkel-1@example.org").is_demo
    assert tell_all() == 0


def test_a_closed_demo_account_stays_closed(accounts):
    accounts()
    call_command("account", "close", "winkel-1@example.org", stdout=io.StringIO())
    assert len(accounts()) == 11
    assert tell_all() == 0


def test_a_story_that_can_no_longer_happen_is_left_out(demo):
    zuid = Area.objects.get(statcode="WK060604")
    PostcodeArea(pc6="3117BX", area=zuid, source="table").save_as(system("set_up"), "loaded")
    demo()
    assert 0 < Signal.objects.count() < len(STORIES)
    assert not Case.objects.exists()


def test_the_demo_needs_its_switch_and_the_reference_data(settings):
    settings.DEMO = False
    assert refused("demo").startswith("De demo staat uit.")
    assert not User.objects.exists()


def test_an_open_demo_account_is_an_error_without_the_switch(accounts, settings):
    assert checks.demo_accounts_left() == []
    accounts()
    assert checks.demo_accounts_left() == []
    settings.DEMO = False
    assert [problem.id for problem in checks.demo_accounts_left()] == ["signalering.E001"]
    assert "signalering.E001" in refused_by_checks()
    for account in demo_accounts.ACCOUNTS:
        run("account", "close", account.email)
    assert checks.demo_accounts_left() == []


def refused_by_checks():
    """What `manage.py check` says."""
    with pytest.raises(CommandError) as error:
        call_command("check", stderr=io.StringIO())
    return str(error.value)


def test_the_check_is_silent_without_tables_or_database(settings, monkeypatch):
    settings.DEMO = False
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert checks.demo_accounts_left() == []

    def fail():
        raise DatabaseError("gone")

    monkeypatch.setattr(connection.introspection, "table_names", fail)
    assert checks.demo_accounts_left() == []
