"""A story is typed as plain words, and comes back as it was."""

import pytest
from django.core.exceptions import ValidationError

from partners.desk.markup import NotPlainError, own_links, to_html, to_markup

RICH = [
    "<p>We run <b>forty</b> <i>red</i> buses &amp; trams.</p>",
    "<p>One</p><p>Two<br/>Three</p>",
    "<ul><li>One</li><li>Two <b>bold</b></li></ul>",
    "<ol><li>One</li><li>Two</li></ol>",
    '<p>See <a href="https://example.org/?a=1&amp;b=2">there</a>.</p>',
    '<p><a id="3" linktype="page">A page</a></p>',
    "<p>1. no point, - no line, *no star*, [no link](x), snake_case</p>",
    "<p>3 &lt; 4 and &amp;amp; stays</p>",
]


@pytest.mark.parametrize("html", RICH)
def test_what_is_typed_again_is_the_same(html):
    typed = to_markup(html)

    assert to_html(typed, known=own_links(html)) == html


@pytest.mark.parametrize(
    "html", ["<h3>x</h3>", "<p><embed/></p>", "<ul><li>a<ul><li>b</li></ul></li></ul>", "loose"]
)
def test_what_cannot_be_typed_is_left_to_the_city(html):
    with pytest.raises(NotPlainError):
        to_markup(html)


def test_markup_of_pages_is_only_words():
    assert to_html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//example.org", "page:4", "example.org"]
)
def test_a_link_that_leads_nowhere_is_explained(link):
    with pytest.raises(ValidationError, match="https://"):
        to_html(f"[words]({link})", known=["page:3"])


def test_quotes_in_an_address_stay_in_it():
    assert to_html('[a](https://example.org/"onclick=)') == (
        '<p><a href="https://example.org/&quot;onclick=">a</a></p>'
    )
