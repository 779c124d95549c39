"""The legal basis and purpose that follow from the consent answer and the theme; shown, and changeable."""

from signalering.cases.models import Signal

BASIS = {"yes_wants_help": "consent", "not_safe": "vital_interest"}
PURPOSE = {Signal.Theme.MONEY_OR_RENT: "debt", Signal.Theme.YOUTH_AT_RISK: "youth"}


def legal_basis_for(consent_answer):
    """The legal basis of a consent answer."""
    return BASIS.get(consent_answer, "public_task")


def purpose_for(theme, consent_answer):
    """The purpose of a theme, or safety where talking is not safe."""
    return "safety" if consent_answer == "not_safe" else PURPOSE.get(theme, "early_help")
