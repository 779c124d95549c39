"""What somebody does on the capture page, step by step."""

from tests.browser.steps import choose

FORWARD = "[data-act=forward]:visible"
CONSENT = "Nog niet besproken"
PAGE = "/signaal/nieuw/"
SENT, KEPT = "text=Je signaal is verstuurd.", "text=Bewaard op deze telefoon"

# Everything that the page keeps, as text.
STORED = """async () => {
    const opened = indexedDB.open("signalering");
    await new Promise((done) => { opened.onsuccess = done; });
    const found = {};
    for (const name of opened.result.objectStoreNames) {
        const rows = opened.result.transaction(name).objectStore(name).getAll();
        await new Promise((done) => { rows.onsuccess = done; });
        found[name] = rows.result.map(({ box, iv, ...plain }) => plain);
    }
    opened.result.close();
    const files = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
    return { ...found, files, local: { ...localStorage }, session: { ...sessionStorage }, state: history.state };
}"""
# Every key of a draft goes, and the drafts stay.
NO_KEYS = """async () => {
    const folder = await navigator.storage.getDirectory();
    for await (const name of folder.keys()) await folder.removeEntry(name);
}"""
# The tab goes behind another one.
HIDDEN = """() => {
    Object.defineProperty(document, "hidden", { value: true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
TYPED = "() => [...document.querySelectorAll('#signaal input, #signaal textarea')]" + (
    ".filter((one) => !['radio', 'checkbox'].includes(one.type)).map((one) => one.value).join('')"
)


def opened(page):
    """The page is ready, without what was typed on it before."""
    page.wait_for_selector("body[data-ready]")
    if page.is_visible("#draft"):
        page.click("#draft button")
        page.wait_for_selector("#draft", state="hidden")


def forward(page, to):
    """To this step."""
    page.click(FORWARD)
    page.wait_for_selector(f'[data-step="{to}"]:visible')


def answer_where(page, consent=CONSENT):
    """The second step, whichever questions it has."""
    if page.is_visible("[name=place]"):
        page.fill("[name=place]", "Bij de kerk")
    if page.is_visible("[name=age_band]"):
        choose(page, "12 tot en met 15")
    if page.is_visible("[name=postcode]"):
        page.fill("[name=postcode]", "3117 bx")
        page.fill("[name=house_number]", "9012")
    choose(page, consent)


def captured(step, theme="Geld of huur", consent=CONSENT):
    """The page at this step, with the steps before it answered."""

    def steps(page):
        opened(page)
        choose(page, theme)
        forward(page, 2)
        answer_where(page, consent)
        if step > 2:
            forward(page, 3)

    return steps


def mended(step):
    """The page at this step, sent without an answer."""

    def steps(page):
        opened(page)
        choose(page, "Geld of huur")
        forward(page, 2)
        if step > 2:
            answer_where(page)
            forward(page, 3)
        page.click(FORWARD)
        page.wait_for_selector(".error-summary")

    return steps


def kept(page):
    """Behind the last step: kept, and sent."""
    captured(3)(page)
    page.click("[data-chips]:visible .chip")
    page.click(FORWARD)
    page.wait_for_selector("text=Je signaal is verstuurd.")


def start(page, address=PAGE):
    """Open the page, and wait until it knows who it is for."""
    page.goto(address)
    page.wait_for_selector("body[data-ready]")


def again(page):
    """A cold start: the page was closed and is opened anew in the same profile."""
    opened = page.context.new_page()
    page.close()
    start(opened)
    return opened


def tell(page, words="Stapel ongeopende post."):
    """A plain signal, up to the last button."""
    choose(page, "Geld of huur")
    forward(page, 2)
    answer_where(page, "Ja, en wil hulp")
    page.fill("[name=name]", "Mw. A.")
    forward(page, 3)
    choose(page, "post dicht")
    page.fill("[name=observation]", words)


def stored(page):
    """Everything that the page keeps, without what is sealed."""
    return page.evaluate(STORED)


def has_worker(page):
    """Wait until the worker keeps the page."""
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")


def kept_draft(page):
    """Wait until what was typed is on the phone."""
    page.evaluate("dispatchEvent(new Event('blur'))")
    page.wait_for_timeout(900)  # the page saves when somebody stops typing for a moment
    settled(page)


def settled(page):
    """Wait until all work on the draft that was begun is done."""
    page.evaluate("navigator.locks.request('draft', () => 1)")
