"""What somebody does on a page: fill in, send, open, be too late."""

from django.conf import settings

FOLDS = "details:not(.menu)"
FOLDED = f"{FOLDS}:not([open])"


def choose(page, *labels):
    """Choose these answers."""
    for label in labels:
        page.locator("label", has_text=label).first.click()


def onward(page):
    """To the next step of the phone form."""
    before = page.inner_text("main")
    page.click(".phone-footer .button")
    page.wait_for_function("before => document.querySelector('main').innerText !== before", arg=before)


def to_where(theme):
    """The second step, after this theme."""

    def steps(page):
        choose(page, theme)
        onward(page)

    return steps


def to_who(page):
    """The page that asks why it is not safe, and the name."""
    to_where("Geld of huur")(page)
    page.fill("[name=postcode]", "3117 BX")
    page.fill("[name=house_number]", "9012")
    choose(page, "Bespreken is niet veilig")
    onward(page)


def to_what(page):
    """The third step."""
    to_where("Eenzaamheid")(page)
    page.fill("[name=postcode]", "3117 BX")
    page.fill("[name=house_number]", "9012")
    choose(page, "Nog niet besproken")
    onward(page)


def send(page):
    """Press the first button that sends the form of the page."""
    page.locator(".phone-footer button, main form[method=post] button.button").first.click()


def refused(page):
    """Sent without an answer."""
    send(page)
    page.wait_for_selector(".error-summary")


def tried(page):
    """A routing table, tried on earlier signals."""
    send(page)
    page.wait_for_selector("#uitkomst")


def stale(page):
    """The same page stood open twice, and was sent from the other side first."""
    shown, address = page.input_value("[name=version]"), page.url
    for words in ("Dit was eerst.", "Dit schreef ik net."):
        page.goto(address)
        page.locator("textarea").first.fill(words)
        page.eval_on_selector("[name=version]", "(field, shown) => { field.value = shown; }", shown)
        send(page)
    page.wait_for_selector("text=Dit is net gewijzigd")


def signed_out(page):
    """The session ended while somebody typed; afterwards it is there again, for the next page."""
    kept = page.context.cookies()
    page.fill("textarea", "Dit schreef ik net.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    send(page)
    page.wait_for_selector("[name=resume_email]")
    page.context.add_cookies(kept)


def open_menu(page):
    """The menu of a person."""
    page.click(".menu > summary")


def warned(page):
    """Two minutes before the end of a session."""
    page.evaluate("document.getElementById('session-warning').showModal()")


def looked_up(page):
    """The privacy officer says why, and names the case that the test left in the address."""
    code = page.url.rpartition("=")[2]
    page.locator("main [name=reason]").first.check()
    page.fill("main [name=code]", code)
    with page.expect_navigation():
        page.locator("main form .button").first.click()


def unfold(page):
    """Open everything that unfolds in the page, also what closes its neighbours; menus stay shut."""
    page.evaluate(
        f"""document.querySelectorAll("{FOLDS}").forEach((part) => {{
            part.removeAttribute("name");
            part.open = true;
        }})"""
    )
