"""Pages show the sizes that a worker has made; what is missing is ordered, once."""

from unittest.mock import Mock

import pytest
from django.template import Context, Template

from site_config import ready_pictures
from site_config.models import SiteImage, SiteRendition
from site_config.pictures import STANDARD_SPECS
from site_config.ready_pictures import prepare_picture, ready_size, ready_sizes
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def orders(monkeypatch):
    """What a worker, who is away, would have to make."""
    task = Mock()
    monkeypatch.setattr(ready_pictures, "prepare_picture", task)
    return task.enqueue


def show(image, **kwargs):
    """Write a picture as pages do."""
    template = Template("{% load portal %}{% photo image alt='A red wall' %}")
    return template.render(Context({"image": image}))


def test_a_request_makes_no_size(orders):
    image = SiteImageFactory()
    assert ready_sizes(image, *STANDARD_SPECS) == {}
    assert not SiteRendition.objects.exists()
    orders.assert_called_once_with(image.pk, list(STANDARD_SPECS))


def test_what_is_missing_is_ordered_once(orders):
    image = SiteImageFactory()
    for _visitor in range(3):
        show(image)
    assert orders.call_count == 1


def test_a_drawing_stands_where_no_size_is_ready(orders):
    html = show(SiteImageFactory())
    assert "tile-media" in html
    assert 'alt="A red wall"' in html


def test_what_is_ready_is_shown_while_the_rest_is_made(orders):
    image = SiteImageFactory()
    image.get_rendition(STANDARD_SPECS[2])
    html = show(image)
    assert ".jpg" in html
    assert ".avif" not in html
    orders.assert_called_once_with(
        image.pk, [spec for spec in STANDARD_SPECS if spec != STANDARD_SPECS[2]]
    )


def test_browsers_choose_among_avif_webp_and_jpeg():
    image = SiteImageFactory()
    prepare_picture.enqueue(image.pk)
    html = show(image)
    kinds = ["image/avif", "image/webp"]
    assert [kind for kind in kinds if f'type="{kind}"' in html] == kinds
    assert html.index("image/avif") < html.index("image/webp") < html.index(".jpg")
    assert 'width="100"' in html
    assert 'height="' in html


def test_loaded_sizes_cost_no_question(django_assert_num_queries):
    prepare_picture.enqueue(SiteImageFactory().pk)
    image = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS).get()
    with django_assert_num_queries(0):
        assert len(ready_sizes(image, *STANDARD_SPECS)) == len(STANDARD_SPECS)


def test_a_size_that_was_not_loaded_with_the_picture_is_found(orders):
    made = SiteImageFactory().get_rendition("width-40|format-jpeg")
    image = SiteImage.objects.prefetch_renditions(*STANDARD_SPECS).get()
    assert ready_size(image, "width-40|format-jpeg") == made
    orders.assert_not_called()


def test_an_order_for_a_picture_that_is_gone_is_no_error():
    prepare_picture.enqueue(0)
    assert not SiteRendition.objects.exists()
