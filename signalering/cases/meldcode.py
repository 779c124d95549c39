"""The weighing of the meldcode: five questions, of which the first that decides gives the advice."""

from signalering.closed_lists import closed_list, read

YES, NO = "yes", "no"
REPORT, FOLLOW_UP, CLOSE = "report", "follow_up", "close"
QUESTIONS = tuple(closed_list("cases", "meldcode_question"))
DECIDES = {
    ("suspicion", NO): CLOSE,
    ("unsafe", YES): REPORT,
    ("can_help", NO): REPORT,
    ("accepted", NO): REPORT,
    ("in_time", NO): REPORT,
    ("in_time", YES): FOLLOW_UP,
}
BOUND = {item["slug"] for item in read("accounts", "lists")["functions"]["items"] if item.get("meldcode")}


def weigh(answers):
    """The advice and the next question, from answers by question: one of the two, and the other empty."""
    for question in QUESTIONS:
        answer = answers.get(question)
        if answer not in (YES, NO):
            return "", question
        if (question, answer) in DECIDES:
            return DECIDES[question, answer], ""
    raise AssertionError("the last question always decides")


def asked(answers):
    """The questions that were needed so far, the next one included."""
    advice, question = weigh(answers)
    if question:
        return QUESTIONS[: QUESTIONS.index(question) + 1]
    last = next(place for place, one in enumerate(QUESTIONS) if DECIDES.get((one, answers[one])) == advice)
    return QUESTIONS[: last + 1]


def bound(person, team):
    """Whether the function of somebody in this team brings the duty to use the meldcode."""
    return any(place.function in BOUND for place in person.memberships_now if place.team_id == team.pk)
