"""What every page needs beside plain templates: fields, problems, moments and deadlines."""

import datetime
from collections import Counter
from functools import lru_cache

from django import template
from django.forms import BaseForm, BaseFormSet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from config.language import address

register = template.Library()

SOON = datetime.timedelta(days=1)


@register.simple_tag
def page_address(name):
    """The address of a page in the language of now."""
    return address(name)


@register.simple_tag
def widget(field):
    """A form field's control; required is told by ARIA, and phones must not suggest earlier residents."""
    control = field.field.widget
    kind = getattr(control, "input_type", "")
    attrs = {"placeholder": False}
    if field.field.required and not field.use_fieldset and kind != "file":
        attrs["aria-required"] = "true"
    if kind not in ("checkbox", "radio", "hidden", "file"):
        attrs["autocomplete"] = control.attrs.get("autocomplete", "off")
    return field.as_widget(attrs=attrs)


@register.filter
def hint_of(field, option):
    """The line under one choice, from the `hints` of the form field."""
    value = option.data["value"]
    return getattr(field.field, "hints", {}).get(getattr(value, "value", value), "")


@register.filter
def problems(form):
    """Every error of a form with the address of the control that can mend it, and its label where two say the same."""
    found = [{"text": text, "target": "", "label": ""} for text in form.non_field_errors()]
    for field in form:
        target = "" if field.is_hidden else field.id_for_label or f"{field.auto_id}_0"
        found += [{"text": text, "target": target, "label": field.label} for text in field.errors]
    times = Counter(problem["text"] for problem in found)
    for problem in found:
        if times[problem["text"]] == 1:
            problem["label"] = ""
    return found


def _wrong(value):
    kind = type(value)  # asked of the type: isinstance() would wake every lazy object in the context
    if issubclass(kind, BaseForm | BaseFormSet):
        return value.is_bound and not value.is_valid()
    if issubclass(kind, list | tuple):
        return any(_wrong(one) for one in value)
    return False


@register.simple_tag(takes_context=True)
def error_prefix(context):
    """The title of a page on which something must be mended begins with the word that says so."""
    if context.get("has_errors") or any(_wrong(value) for value in context.flatten().values()):
        return _("Fout:") + " "
    return ""


class Told:
    """Days and moments as people say them now, in the language of now; many in a list take one."""

    def __init__(self):
        self.zone, self.language = timezone.get_current_timezone(), get_language()
        self.today = timezone.localdate()

    def local(self, moment):
        """A moment by the clock on the wall."""
        return moment.astimezone(self.zone) if timezone.is_aware(moment) else moment

    def day(self, day):
        """A date without its weekday: "24 november", with the year only when it is another one."""
        return _written(day, "j F" if day.year == self.today.year else "j F Y", self.language)

    def weekday(self, day):
        """A date with its weekday: "di 24 november"."""
        name = _written(day, "D", self.language)
        return f"{name.lower() if self.language == 'nl' else name} {self.day(day)}"

    def moment(self, moment):
        """A moment in a <time> element: "vandaag 09.12", "19 november 16.40"."""
        moment = self.local(moment)
        day = moment.date()
        ago = (self.today - day).days
        words = _("vandaag") if ago == 0 else _("gisteren") if ago == 1 else self.day(day)
        stamp = moment.isoformat(timespec="minutes")
        return format_html('<time datetime="{}">{} {}</time>', stamp, words, moment.strftime("%H.%M"))


@lru_cache(maxsize=1000)
def _written(day, pattern, language):
    return date_format(day, pattern)


@register.filter
def day(value):
    """A date as people say it: "di 24 november", with the year only when it is another one."""
    if not value:
        return ""
    told = Told()
    return told.weekday(told.local(value).date() if isinstance(value, datetime.datetime) else value)


@register.simple_tag
def moment(value):
    """A moment in a <time> element: "vandaag 09.12", "19 november 16.40"; a date stays a date."""
    if not value:
        return ""
    if not isinstance(value, datetime.datetime):
        return format_html('<time datetime="{}">{}</time>', value.isoformat(), day(value))
    return Told().moment(value)


@register.filter
def due_state(due):
    """Whether a due date has passed ("late"), is near ("soon") or lies ahead ("")."""
    if not due:
        return ""
    if isinstance(due, datetime.datetime):
        now, near = timezone.now(), timezone.now() + SOON
    else:
        now, near = timezone.localdate(), timezone.localdate() + SOON
    return "late" if due < now else "soon" if due <= near else ""


@register.filter
def device(user_agent):
    """A browser and a system in words, from what the browser says of itself."""
    browsers = ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")
    systems = (
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    )
    browser = next((name for mark, name in browsers if mark in user_agent), _("Onbekende browser"))
    system = next((name for mark, name in systems if mark in user_agent), "")
    return f"{browser}, {system}" if system else browser
