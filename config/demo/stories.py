"""Fifteen invented signals in all states; nobody in them exists and no house has these numbers."""

from config.demo.accounts import everybody_there
from config.demo.telling import tell
from signalering.cases.actions import casework, reporting, triage
from signalering.cases.models import Case
from signalering.referrals.actions import answering

HERE = {"postcode": "3117BX"}


def lonely_woman(story):
    """New in the inbox of WOT Oost, with a name because she wants help."""
    story.report(
        "thuiszorg-1",
        theme="loneliness",
        urgency="this_week",
        days_ago=1,
        **HERE,
        house_number="9001",
        name="Mw. A.",
        age_band="67+",
        consent_answer="yes_wants_help",
        chips="stays_inside,misses_contact",
        observation="Mevrouw zegt dat ze al weken met niemand sprak. Ze gaat alleen naar buiten voor boodschappen.",
        already_done="Ik vroeg of ze hulp wil. Dat wil ze graag.",
    )


def boy_at_the_field(story):
    """Younger than eighteen, so with Mevis jeugd."""
    story.report(
        "jongerenwerk-1",
        theme="youth_at_risk",
        urgency="this_week",
        place="Het veldje achter de sporthal",
        age_band="12-15",
        consent_answer="not_discussed",
        chips="not_at_school,out_late",
        observation="Een jongen is op schooldagen op het veldje. Hij zegt dat hij niet naar school gaat.",
    )


def not_safe_to_discuss(story):
    """Talking is not safe, so with the CO-team and nobody else."""
    story.report(
        "thuiszorg-1",
        theme="care_or_home",
        urgency="today",
        **HERE,
        house_number="9003",
        name="Mw. B.",
        age_band="24-66",
        consent_answer="not_safe",
        unsafe_reason="violence_at_home",
        chips="sad",
        observation="Ik zag blauwe plekken op haar arm. Mevrouw stopte met praten toen haar man binnenkwam.",
    )


def regular_customer(story):
    """From a shop, without a name."""
    story.report(
        "winkel-1",
        theme="money_or_rent",
        urgency="can_wait",
        place="In de winkel",
        age_band="67+",
        consent_answer="not_discussed",
        chips="no_groceries",
        observation="Een vaste klant koopt alleen nog brood. Hij telt zijn munten en legt de rest terug.",
    )


def closed_post(story):
    """The team asked something and waits for the answer."""
    signal = story.report(
        "thuiszorg-1",
        theme="money_or_rent",
        urgency="this_week",
        days_ago=2,
        **HERE,
        house_number="9005",
        consent_answer="not_discussed",
        chips="post_unopened,heating_off",
        observation="Op tafel ligt een stapel dichte post. De verwarming staat uit.",
    )
    with story.weighing("wot-oost-2", signal) as (signal, worker):
        triage.ask(signal, by=worker, form_key=story.key(), words="Wonen er kinderen in dit huis?")


def young_man_answers(story):
    """The reporter answered, so the signal is back in the inbox."""
    signal = story.report(
        "jongerenwerk-1",
        theme="youth_at_risk",
        urgency="can_wait",
        place="Het plein bij het buurthuis",
        age_band="18-23",
        consent_answer="not_discussed",
        chips="no_day_activity,withdrawn",
        observation="Een jongeman zit elke dag alleen op het plein. Hij zegt dat hij niets te doen heeft.",
    )
    with story.weighing("wot-oost-1", signal) as (signal, worker):
        triage.ask(signal, by=worker, form_key=story.key(), words="Wil je met hem bespreken of wij hem mogen bellen?")
    story.answers("jongerenwerk-1", signal, "Ja, hij vindt het goed. Hij is er meestal rond vier uur.")


def eviction_threatens(story):
    """A case with a referral that waits for an answer of Ontruimingspreventie."""
    signal = story.report(
        "thuiszorg-1",
        theme="money_or_rent",
        urgency="today",
        days_ago=1,
        **HERE,
        house_number="9007",
        name="Mw. C.",
        age_band="24-66",
        consent_answer="yes_wants_help",
        chips="rent_unpaid,reminder_letters",
        observation="Mevrouw liet een brief van de verhuurder zien. Ze zegt dat de huur al drie maanden niet lukt.",
    )
    case = story.pick_up("wot-oost-1", signal, words="Huur loopt achter. Mevrouw wil hulp.")
    story.visit("wot-oost-1", case, note="Gesproken aan de keukentafel. Er zijn twee kinderen.", children="yes")
    story.refer(
        "wot-oost-1",
        case,
        programme="Ontruimingspreventie",
        team="Ontruimingspreventie",
        question="Drie maanden achter met de huur. Kunnen jullie met de verhuurder praten?",
    )


def family_is_helped(story):
    """A case whose referral was accepted and has started."""
    signal = story.report(
        "thuiszorg-1",
        theme="money_or_rent",
        urgency="this_week",
        days_ago=3,
        **HERE,
        house_number="9008",
        name="Dhr. D.",
        age_band="24-66",
        consent_answer="yes_wants_help",
        chips="says_debts,rent_unpaid",
        observation="Meneer vertelt dat hij schulden heeft. Hij slaapt slecht en maakt de post niet open.",
    )
    case = story.pick_up("wot-oost-1", signal, words="Schulden en huur. Meneer wil hulp.")
    story.visit("wot-oost-1", case, note="Meneer liet alle brieven zien. Er is één kind.", children="yes")
    referral = story.refer(
        "wot-oost-1",
        case,
        programme="Ontruimingspreventie",
        team="Ontruimingspreventie",
        question="Wil je samen met de verhuurder een regeling maken?",
    )
    story.accept("ontruimingspreventie-1", referral)


def neighbour_of_the_shop(story):
    """A second signal about the same home joins the case that is there."""
    signal = story.report(
        "winkel-1",
        theme="money_or_rent",
        urgency="can_wait",
        **HERE,
        house_number="9008",
        consent_answer="not_discussed",
        chips="says_debts",
        observation="Een klant vroeg of hij later mag betalen. Dat vroeg hij deze maand al drie keer.",
    )
    worker = story.person("wot-oost-1")
    known = Case.objects.directed_by(worker).filter(signals__address_index=signal.address_index).first()
    if known is not None:
        with story.weighing("wot-oost-1", signal) as (signal, worker):
            triage.join_case(signal, by=worker, case=known, reason="same_household")


def debts_solved(story):
    """The whole road: referred to Stroomopwaarts, completed, closed, and the reporter reads Klaar."""
    signal = story.report(
        "thuiszorg-1",
        theme="money_or_rent",
        urgency="this_week",
        days_ago=6,
        **HERE,
        house_number="9010",
        name="Mw. E.",
        age_band="67+",
        consent_answer="yes_wants_help",
        chips="reminder_letters",
        observation="Mevrouw kreeg drie aanmaningen. Ze begrijpt de brieven niet.",
    )
    case = story.pick_up("wot-oost-2", signal, words="Aanmaningen. Mevrouw woont alleen.")
    story.visit("wot-oost-2", case, note="De brieven samen gelezen en op volgorde gelegd.", children="no")
    referral = story.refer(
        "wot-oost-2",
        case,
        team="Stroomopwaarts vroegsignalering",
        question="Kunnen jullie helpen om de rekeningen op orde te krijgen?",
    )
    story.accept("stroomopwaarts-1", referral)
    with story.answering("stroomopwaarts-1", referral, "act") as (referral, specialist):
        answering.complete(referral, by=specialist, outcome="goal_reached")
    with story.directing("wot-oost-2", case) as (case, worker, _):
        casework.close_case(case, by=worker, outcome="referred")


def no_children_in_the_house(story):
    """Came back from Ontruimingspreventie; a new referral lies ready, not sent yet."""
    signal = story.report(
        "thuiszorg-1",
        theme="money_or_rent",
        urgency="this_week",
        days_ago=4,
        **HERE,
        house_number="9011",
        name="Dhr. F.",
        age_band="24-66",
        consent_answer="yes_wants_help",
        chips="rent_unpaid,no_groceries",
        observation="Meneer zegt dat hij moet kiezen tussen eten en huur. De koelkast was bijna leeg.",
    )
    case = story.pick_up("wot-oost-2", signal, words="Huur lukt niet. Meneer woont alleen.")
    story.visit("wot-oost-2", case, note="Voedselpakket geregeld. Meneer wil hulp met geld.", children="no")
    referral = story.refer(
        "wot-oost-2",
        case,
        programme="Ontruimingspreventie",
        team="Ontruimingspreventie",
        question="Er dreigt ontruiming. Kunnen jullie snel iets doen?",
        entry_rule_reason="no_better_offer",
    )
    with story.answering("ontruimingspreventie-1", referral, "answer") as (referral, specialist):
        answering.send_back(referral, by=specialist, reason="not_for_us")
    story.refer(
        "wot-oost-2",
        case,
        team="Stroomopwaarts vroegsignalering",
        question="Kunnen jullie een plan maken voor de schulden?",
        send=False,
    )


def wants_no_help(story):
    """Advice to the reporter; the resident wants no help, so the reporter reads no more than Ontvangen."""
    signal = story.report(
        "thuiszorg-1",
        theme="loneliness",
        urgency="can_wait",
        **HERE,
        house_number="9012",
        age_band="67+",
        consent_answer="yes_no_help",
        chips="lost_partner",
        observation="De vrouw van meneer is overleden. Hij zegt dat hij nu rust wil.",
    )
    with story.weighing("wot-oost-1", signal) as (signal, worker):
        triage.close_with(signal, by=worker, reason="advised")


def lives_elsewhere(story):
    """Passed on, because another municipality must look at it."""
    signal = story.report(
        "jongerenwerk-1",
        theme="other",
        urgency="can_wait",
        place="Station",
        age_band="18-23",
        consent_answer="not_discussed",
        chips="changed",
        observation="Een meisje slaapt soms in het station. Ze vertelt dat ze in Vlaardingen woont.",
    )
    with story.weighing("wot-oost-2", signal) as (signal, worker):
        triage.close_with(signal, by=worker, reason="other_municipality")


def nothing_wrong(story):
    """Not taken up."""
    signal = story.report(
        "winkel-1",
        theme="other",
        urgency="can_wait",
        place="Bij de kassa",
        consent_answer="not_discussed",
        chips="not_seen",
        observation="Een klant die altijd op maandag komt, was er deze week niet.",
    )
    with story.weighing("wot-oost-1", signal) as (signal, worker):
        triage.close_with(signal, by=worker, reason="not_a_concern")


def sent_by_mistake(story):
    """Taken back by its own reporter."""
    signal = story.report(
        "thuiszorg-1",
        theme="care_or_home",
        urgency="can_wait",
        **HERE,
        house_number="9015",
        consent_answer="not_discussed",
        chips="forgets",
        observation="De medicijnen van gisteren lagen er nog.",
    )
    reporting.withdraw(signal, by=story.person("thuiszorg-1"))


STORIES = [
    lonely_woman,
    boy_at_the_field,
    not_safe_to_discuss,
    regular_customer,
    closed_post,
    young_man_answers,
    eviction_threatens,
    family_is_helped,
    neighbour_of_the_shop,
    debts_solved,
    no_children_in_the_house,
    wants_no_help,
    lives_elsewhere,
    nothing_wrong,
    sent_by_mistake,
]


def tell_all():
    """Tell every story that was not told before, as long as everybody in them is there; the number told."""
    if not everybody_there():
        return 0
    return sum(tell(number, story) for number, story in enumerate(STORIES, 1))
