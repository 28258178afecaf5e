"""What is one document for everybody is compressed for whoever takes it so, and nothing else."""

import gzip

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from site_config.compression import LEAST, compress_public_answers

PUBLIC = "public, max-age=60"
BODY = b"Trees for the boulevard. " * LEAST


def answered(accepted: str, body: bytes = BODY, cache_control: str = PUBLIC) -> HttpResponse:
    """Return what the middleware makes of an answer."""

    def view(request: object) -> HttpResponse:
        return HttpResponse(body, headers={"Cache-Control": cache_control})

    request = RequestFactory().get("/", headers={"Accept-Encoding": accepted})
    return compress_public_answers(view)(request)


@pytest.mark.parametrize("accepted", ["gzip", "br, GZIP;q=0.5", "gzip, deflate, br"])
def test_whoever_takes_gzip_gets_it(accepted):
    response = answered(accepted)

    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == BODY
    assert response["Content-Length"] == str(len(response.content))
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.0, br"])
def test_whoever_refuses_gzip_gets_the_text(accepted):
    response = answered(accepted)

    assert response.content == BODY
    assert not response.has_header("Content-Encoding")
    assert response["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("body", "cache_control"), [(BODY, "private, no-store"), (b"Short.", PUBLIC)]
)
def test_what_is_personal_or_short_stays_as_it_is(body, cache_control):
    response = answered("gzip", body, cache_control)

    assert response.content == body
    assert not response.has_header("Content-Encoding")
