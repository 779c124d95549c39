"""Forms look the same on every page: one template for a field, one for a list of errors."""

from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template


class FieldRenderer(DjangoTemplates):
    """Django's own widgets inside the project's field, form and formset templates."""

    form_template_name = "components/form.html"
    formset_template_name = "components/formset.html"
    field_template_name = "components/field.html"

    def get_template(self, template_name):
        """Components come from the project, with its template tags; widgets come from Django."""
        if template_name.startswith("components/"):
            return get_template(template_name)
        return super().get_template(template_name)
