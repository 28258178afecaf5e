from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")

    def ready(self) -> None:
        """Listen to what partnerships and desks depend on."""
        from partners.desk.signal_handlers import connect as connect_desk
        from partners.signal_handlers import connect

        connect()
        connect_desk()
