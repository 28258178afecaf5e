"""The form of a partner's page."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

# The days of the first term, which a new page begins its partnership with.
DAYS = ("starts_on", "ends_on")


class PartnerPageForm(WagtailAdminPageForm):
    """Asks for the first term with a new page; later ones are a matter of the partnership.

    So no draft, however old, and no partner changes how long a logo stands.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in DAYS:
                self.fields.pop(name, None)
