"""The addresses of the desk: each names the partner, and none is kept by a cache."""

from django.urls import path

import site_config.converters  # noqa: F401  (they are known by being imported)
from partners.desk.views import assets, figures, help_page, messages, overview, pages

app_name = "partner_desk"
urlpatterns = [
    path("", overview.index, name="index"),
    path("help/", help_page.help_page, name="help"),
    path("<row:partner>/", overview.overview, name="overview"),
    path("<row:partner>/page/<slug:language>/", pages.page, name="page"),
    path("<row:partner>/page/<slug:language>/preview/", pages.preview, name="preview"),
    path("<row:partner>/page/<slug:language>/changes/", pages.changes, name="changes"),
    path("<row:partner>/page/<slug:language>/ask/", pages.ask, name="ask"),
    path("<row:partner>/page/<slug:language>/take-back/", pages.withdraw, name="take_back"),
    path("<row:partner>/figures/", figures.figures, name="figures"),
    path("<row:partner>/figures.csv", figures.table, name="figures_table"),
    path("<row:partner>/assets/", assets.assets, name="assets"),
    path("<row:partner>/assets/<row:pk>/", assets.asset, name="asset"),
    path("<row:partner>/files/<row:pk>/", assets.delivered_file, name="file"),
    path("<row:partner>/documents/<row:pk>/", assets.document, name="document"),
    path("<row:partner>/messages/", messages.threads, name="messages"),
    path("<row:partner>/messages/<row:pk>/", messages.thread, name="thread"),
]
