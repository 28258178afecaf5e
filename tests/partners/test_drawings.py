"""Drawings of logos come in clean, and are shut in when they go out."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from partners.models import LogoDrawing
from partners.svg import LARGEST, clean_drawing
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
GOOD = f'{START}viewBox="0 0 400 150"><rect width="400" height="150" fill="#c03"/></svg>'.encode()


def drawn(inside: str) -> str:
    """Return what is left of a drawing."""
    whole = f'{START}viewBox="0 0 400 150"><path d="M0 0h9"/>{inside}</svg>'
    return clean_drawing(whole.encode()).content.decode()


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)" width="9" height="9"/>',
        '<a xlink:href="javascript:alert(1)"><path d="M1 1"/></a>',
        "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'>x</b></foreignObject>",
        '<image href="https://evil.example/x.png"/>',
        '<use xlink:href="https://evil.example/x.svg#a"/>',
        "<style>@import url(https://evil.example/x.css);</style>",
        "<style>path { fill: url(https://evil.example/x) }</style>",
        '<path style="fill:url(https://evil.example/x)" d="M2 2"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onmouseover" to="alert(1)"/>',
    ],
)
def test_what_runs_loads_or_leads_away_is_taken_out(evil: str):
    left = drawn(evil)

    for word in ("evil", "alert", "javascript", "script", "foreignObject", "onload"):
        assert word not in left
    assert "M0 0h9" in left


def test_colours_gradients_and_styles_stay():
    left = drawn(
        '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
        '<style>.a { fill: #123456 }</style><path class="a" fill="url(#g)" d="M3 3"/>'
    )
    assert "#123456" in left
    assert "url(#g)" in left


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str):
    bomb = f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{GOOD.decode()}'.replace("<rect", "&a;<rect")
    with pytest.raises(ValidationError):
        clean_drawing(bomb.encode(encoding))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "SVG"),
        (b"\x89PNG\r\n", "SVG"),
        (b"<html><body>x</body></html>", "SVG"),
        (f"{START}viewBox='0 0 400 150'></svg>".encode(), "SVG"),
        (f"{START}><path d='M0 0'/></svg>".encode(), "SVG"),
        (f"{START}viewBox='0 0 10 4'><path d='M0 0'/></svg>".encode(), "32 × 8"),
        (f"{START}viewBox='0 0 -1 x'><path d='M0 0'/></svg>".encode(), "SVG"),
        (b" " * (LARGEST + 1), "kB"),
    ],
)
def test_what_is_no_logo_is_refused(content: bytes, word: str):
    with pytest.raises(ValidationError) as refused:
        clean_drawing(content)
    if word != "SVG":
        assert word in str(refused.value.messages)


@pytest.fixture
def page(site, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    index = PartnerIndexPageFactory(parent=site.root_page)
    return PartnerPageFactory(parent=index)


def draw(page, version: str = "logo", content: bytes = GOOD) -> LogoDrawing:
    return LogoDrawing.objects.create(
        partner=page.partner, version=version, file=ContentFile(content, name="../evil.html")
    )


@pytest.mark.django_db
def test_a_drawing_is_cleaned_named_and_measured_however_it_is_stored(page):
    drawing = draw(page, content=GOOD.replace(b"<rect", b"<script>x</script><rect"))

    assert drawing.file.name.startswith("partner_drawings/")
    assert drawing.file.name.endswith(".svg")
    assert (drawing.width, drawing.height) == (400, 150)
    with drawing.file.open() as file:
        assert b"script" not in file.read()


@pytest.mark.django_db
def test_a_published_drawing_is_sent_shut_in(client, page):
    response = client.get(draw(page).file.url)
    response.close()

    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    )


@pytest.mark.django_db
def test_a_drawing_of_a_draft_is_sent_to_nobody(client, page):
    drawing = draw(page)
    page.unpublish()
    assert client.get(drawing.file.url).status_code == 404


@pytest.mark.django_db
def test_the_drawing_stands_in_place_of_the_picture(client, page):
    colour, white = draw(page), draw(page, "logo_white")
    html = client.get(page.url).content.decode()
    assert f'src="{colour.file.url}"' in html
    assert white.file.url not in html  # The page shows the logo on a white plate.
    assert page.logo.get_rendition("max-640x240").url not in html


@pytest.mark.django_db
def test_a_replaced_drawing_leaves_no_file_behind(page, django_capture_on_commit_callbacks):
    drawing = draw(page)
    earlier, storage = drawing.file.name, drawing.file.storage
    again = LogoDrawing.objects.get(pk=drawing.pk)
    with django_capture_on_commit_callbacks(execute=True):
        again.file = ContentFile(GOOD, name="again.svg")
        again.save()
    assert not storage.exists(earlier)
    assert storage.exists(again.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        again.delete()
    assert storage.listdir("partner_drawings")[1] == []
