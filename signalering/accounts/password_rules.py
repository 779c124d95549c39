"""What a password must be, in the words of this project; the rules themselves are Django's."""

from django.contrib.auth import password_validation as rules
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class NotLikeYou(rules.UserAttributeSimilarityValidator):
    """Not nearly the own name or e-mail address."""

    def get_error_message(self):
        return _("Dit wachtwoord lijkt te veel op je %(verbose_name)s.")

    def get_help_text(self):
        return _("Je wachtwoord mag niet lijken op je naam of e-mailadres.")


class LongEnough(rules.MinimumLengthValidator):
    """A least number of characters."""

    def get_error_message(self):
        return self.get_help_text()

    def get_help_text(self):
        sentence = ngettext(
            "Je wachtwoord heeft minstens %(least)d teken.",
            "Je wachtwoord heeft minstens %(least)d tekens.",
            self.min_length,
        )
        return sentence % {"least": self.min_length}


class NotCommon(rules.CommonPasswordValidator):
    """Not one that many people use."""

    def get_error_message(self):
        return _("Veel mensen gebruiken dit wachtwoord. Kies een ander.")

    def get_help_text(self):
        return _("Gebruik geen wachtwoord dat veel mensen gebruiken.")
