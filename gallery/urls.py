"""Addresses of the gallery beside those of its pages."""

from django.urls import path

from gallery.sitemaps import film_sitemap, photo_sitemap

urlpatterns = [
    path("sitemap-photos.xml", photo_sitemap, name="photo_sitemap"),
    path("sitemap-films.xml", film_sitemap, name="film_sitemap"),
]
