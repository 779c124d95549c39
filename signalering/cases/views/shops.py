"""The shops and couriers of a team: its coordinators invite them, and end their phones."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from signalering.accounts import invitations
from signalering.accounts.access import find, refuse
from signalering.accounts.configuration import setting
from signalering.accounts.models import Area, Organisation, Shop
from signalering.accounts.models.people import Role
from signalering.accounts.pages import page_of
from signalering.cases.forms.shops import EndPhone, InviteForm, ShopForm
from signalering.cases.views.desk import attempt, posted


def for_coordinators(request, page):
    """Go on for the coordinators of a team, else note the refusal and answer 403."""
    if not request.user.has_role(Role.COORDINATOR):
        refuse(request.user, page, None)


@require_safe
def shops(request):
    """Who reports to the team without an account, the newest first."""
    for_coordinators(request, "list_shops")
    records = Shop.objects.select_related("account", "team", "area")
    page = page_of(records, request.user, "manage", request.GET)
    rows = [{"shop": shop, **standing(shop)} for shop in page.records]
    return render(request, "cases/shops.html", {"page": page, "rows": rows})


def standing(shop):
    """How many phones of a shop may send, and the code with which more of them may begin."""
    return {"phones": list(shop.phones_in_use), "invitation": shop.invitations.open().first()}


@require_http_methods(["GET", "HEAD", "POST"])
def shop_add(request):
    """A coordinator puts a shop or courier on the list of the team."""
    for_coordinators(request, "list_shops")
    teams = [place.team for place in request.user.memberships_now if place.role == Role.COORDINATOR]
    areas = Area.objects.filter(teams__in=teams, served=True).distinct()
    form = ShopForm(posted(request), teams=teams, areas=areas)
    shop = attempt(form, invitations.open_shop, by=request.user)
    if shop is not None:
        messages.success(request, _("De zaak staat op de lijst. Maak nu een QR-code."))
        return redirect("shop", shop.shown_code)
    known = Organisation.objects.filter(kind=invitations.KIND)
    return render(request, "cases/shop_add.html", {"form": form, "known": known})


def managed(request, code):
    """A shop that this person manages."""
    return find(Shop.objects.select_related("account", "team", "area"), by=request.user, code=code, to="manage")


@require_safe
def shop(request, code):
    """One shop: its QR code, and each of its phones."""
    record = managed(request, code)
    now = standing(record)
    began = now["invitation"].phones.count() if now["invitation"] else 0
    context = {
        "shop": record,
        "invitation": now["invitation"],
        "began": began,
        "most": int(setting("invitation_phones")),
        "hours": int(setting("invitation_hours")),
        "a_day": int(setting("shop_signals_a_day")),
        "rows": [{"phone": phone, "hidden": [("phone", phone.pk)]} for phone in now["phones"]],
        "invite": [("form_key", uuid.uuid4())],
        "stop": [("stop", "1")],
    }
    return render(request, "cases/shop.html", context)


@sensitive_post_parameters()
@sensitive_variables("token", "link")
def shop_invite(request, code):
    """A new QR code, shown on this reply and never again; or the end of the one that there is."""
    record = managed(request, code)
    form = InviteForm(request.POST)
    if request.method == "POST" and "stop" in request.POST:
        invitations.end_invitation(record, by=request.user)
        messages.success(request, _("Met deze QR-code kan geen telefoon meer beginnen."))
    elif request.method == "POST" and form.is_valid():
        token = invitations.invite(record, by=request.user, form_key=form.cleaned_data["form_key"])
        if token is not None:
            invitation = invitations.open_invitation(record, token)
            context = {"shop": record, "invitation": invitation, "token": token, "link": link_of(token)}
            return render(request, "cases/shop_qr.html", {**context, "most": int(setting("invitation_phones"))})
        messages.info(request, _("Deze QR-code is al gemaakt en wordt maar één keer getoond. Maak anders een nieuwe."))
    return redirect("shop", record.shown_code)


def link_of(token):
    """Where a phone of a shop begins; what stands behind the # never reaches a server, nor its logs."""
    return f"{settings.SITE_ADDRESS}{reverse('shop_page')}#{token}"


@sensitive_post_parameters()
@sensitive_variables("token")
def shop_paper(request, code):
    """The QR code as a sheet to print; the token comes along with the form, because it is kept nowhere."""
    from signalering.cases.paper import sheet  # a tenth of a worker's memory, for a page that few ever ask

    record = managed(request, code)
    token = request.POST.get("token", "")
    invitation = invitations.open_invitation(record, token)
    if request.method != "POST" or invitation is None:
        return redirect("shop", record.shown_code)
    about = {"name": record.account.name, "until": invitation.until, "phones": setting("invitation_phones")}
    file = f'attachment; filename="qr-{record.shown_code}.pdf"'
    headers = {"Content-Disposition": file}
    return HttpResponse(sheet(link_of(token), **about), content_type="application/pdf", headers=headers)


def shop_phone_end(request, code):
    """A phone of a shop sends nothing more."""
    record = managed(request, code)
    form = EndPhone(request.POST, shop=record)
    if request.method == "POST" and form.is_valid():
        invitations.end_phone(record, form.cleaned_data["phone"], by=request.user)
        messages.success(request, _("Deze telefoon kan niets meer versturen."))
    return redirect("shop", record.shown_code)
