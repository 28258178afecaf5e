from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfigConfig(AppConfig):
    name = "site_config"
    verbose_name = _("Site")

    def ready(self) -> None:
        from site_config import checks, pictures, signal_handlers

        checks.register_checks()
        pictures.register_encoders()
        signal_handlers.connect()
