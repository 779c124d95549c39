"""Which pages have a form with something that must be filled in."""

from tests.browser.sights import FACES, PAGES

MAY_ASK = [*PAGES, *(sight for sight in FACES if sight.name.startswith("report-wh"))]
ASKING = {  # every page with a form that must be filled in
    *("account_login", "account_reauthenticate", "account_change_password", "account_reset_password"),
    *(
        "report",
        "report-where",
        "report-where-youth",
        "report-where-shop",
        "report-who",
        "report-what",
        "my_concept",
    ),
    *("inbox_signal", "triage_pick_up", "triage_link", "triage_ask", "triage_close", "triage_team", "triage_area"),
    *("triage_threat", "triage_late", "referral_late", "rota_add", "shift"),
    *("my_signal_add", "triage_refer", "referral_draft", "referral_rewrite"),
    *("case", "case_note", "case_attempt", "case_consent", "case_threat", "case_close", "case_reopen", "case_reassign"),
    *("absences", "absence", "case_member_add", "case_member"),
    *(
        "referral_discard",
        "referral",
        "referral_send",
        "referral_withdraw",
        "referral_accept",
        "referral_return",
        "audit_search",
        "shop_add",
    ),
    *("triage_involved", "resident_search", "audit_searches", "case_term", "case_late", "case_unlink"),
    *(
        "case_safety",
        "safety_add",
        "safety_end",
        "meldcode_signs",
        "meldcode_advice",
        "meldcode_talk",
        "meldcode_weigh",
    ),
    *("routing_rule", "routing_start", "routing_try", "team_closure"),
}
FORMS = "main form[method=post]:has([aria-required=true])"
