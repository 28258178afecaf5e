from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfigConfig(AppConfig):
    name = "site_config"
    verbose_name = _("Site")

    def ready(self) -> None:
        from site_config import (
            admin_scripts,
            bulk_actions,
            checks,
            chooser_words,
            exports,
            lost_pictures,
            pictures,
            rich_text_threads,
            signal_handlers,
        )

        checks.register_checks()
        admin_scripts.start_choosers()
        rich_text_threads.read_one_at_a_time()
        pictures.register_encoders()
        exports.neutralise_exports()
        bulk_actions.hide_what_is_not_seen()
        chooser_words.say_them_when_they_are_read()
        lost_pictures.translate_without_them()
        signal_handlers.connect()
