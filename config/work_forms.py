"""What the page of the work asks."""

from django import forms


class TryAgain(forms.Form):
    """Which row that was given up is tried again."""

    row = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
