"""A browser without JavaScript: it reads the form of a page as it stands and sends what a person chose."""

from html.parser import HTMLParser

NOT_SENT = {"submit", "button"}


class FormReader(HTMLParser):
    """What the first form with this id would send, control by control."""

    def __init__(self, html, form_id):
        super().__init__()
        self.form_id, self.inside, self.open = form_id, False, None
        self.values, self.names, self.choice, self.text = [], set(), None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "form":
            self.inside = has.get("id") == self.form_id
        elif self.inside and tag == "input" and has.get("type") not in NOT_SENT:
            self.names.add(has["name"])
            if has.get("type") not in ("radio", "checkbox") or "checked" in has:
                self.values.append((has["name"], has.get("value", "")))
        elif self.inside and tag == "textarea":
            self.names.add(has["name"])
            self.text = [has["name"], ""]
        elif self.inside and tag == "select":
            self.names.add(has["name"])
            self.choice = [has["name"], None]
        elif self.choice and tag == "option" and (self.choice[1] is None or "selected" in has):
            self.choice[1] = has.get("value", "")

    def handle_data(self, data):
        if self.text:
            self.text[1] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.text:
            self.values.append((self.text[0], self.text[1].removeprefix("\n")))
            self.text = None
        elif tag == "select" and self.choice:
            self.values.append((self.choice[0], self.choice[1] or ""))
            self.choice = None


class Walk:
    """Somebody who goes through the pages of a form one by one."""

    def __init__(self, client, address, form_id="signaal"):
        self.client, self.address, self.form_id = client, address, form_id
        self.reply = client.get(address)

    @property
    def html(self):
        """The page in front of the person."""
        return self.reply.content.decode()

    @property
    def form(self):
        """The form on it."""
        return FormReader(self.html, self.form_id)

    @property
    def shown(self):
        """What the form holds, each control with its values."""
        held = {name: [] for name in self.form.names}
        for name, value in self.form.values:
            held[name].append(value)
        return held

    @property
    def step(self):
        """Which page of the form this is."""
        return self.shown["step"][0]

    def fill(self, **typed):
        """What would be sent when the person types and chooses this; only what the page has can be typed."""
        sent = self.shown
        for name, value in typed.items():
            assert name in sent, f"{name} is not asked on this page"
            sent[name] = value if isinstance(value, list) else [value]
        return sent

    def send(self, button=None, **typed):
        """Fill in and press a button."""
        sent = self.fill(**typed)
        if button:
            sent[button] = ["1"]
        return self.post(sent)

    def post(self, sent):
        """Send exactly this."""
        self.reply = self.client.post(self.address, sent)
        return self
