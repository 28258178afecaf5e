"""What a person meets in Albanian is Albanian, to the last word."""

import re
from html.parser import HTMLParser

import polib
import pytest
from django.conf import settings
from django.test import Client

from community.models import User
from site_config.models import OutboxMail
from tests.community.account_steps import PASSWORD, enrol, join, sign_in
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

# Words without which hardly an English sentence can be said, and the nouns of this subject.
ENGLISH = re.compile(
    r"\b(the|you|your|and|with|this|that|not|for|from|are|was|have|has|will|can|please|"
    r"password|account|address|email|sign|code|key|browser|member|name|save|change|confirm)\b",
    re.IGNORECASE,
)
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title", "data-failed", "content"}
VOID = {"br", "img", "input", "link", "meta", "hr", "source"}
UNSPOKEN = {"script", "style"}


class Words(HTMLParser):
    """Collects what is read of a page, apart from parts that say they are in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        foreign = values.get("lang", "sq") != "sq" or tag in UNSPOKEN
        silent = foreign or (bool(self.open) and self.open[-1])
        if tag not in VOID:
            self.open.append(silent)
        if not silent and values.get("name") not in {"viewport", "robots", "color-scheme"}:
            self.words += [text for name, text in attrs if name in SPOKEN_ATTRIBUTES and text]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1]):
            self.words.append(data)


def english_in(html: str) -> list[str]:
    """Return the pieces of a page that read like English."""
    reader = Words()
    reader.feed(html)
    pieces = (" ".join(piece.split()) for piece in reader.words)
    return [piece for piece in pieces if ENGLISH.search(piece)]


def test_the_check_knows_english_when_it_sees_it():
    html = '<p>Fjalëkalimi</p><p>Your password</p><p lang="en">The end</p><img alt="A key">'

    assert english_in(html) == ["Your password", "A key"]


@pytest.mark.parametrize(
    "path",
    [
        "account/login/",
        "account/signup/",
        "account/password/reset/",
        "account/password/reset/done/",
        "account/password/reset/key/1-nonsense/",
        "account/password/reset/key/done/",
        "account/confirm-email/",
        "account/confirm-email/nonsense/",
        "account/inactive/",
    ],
)
def test_pages_on_the_way_in(client, path):
    answer = client.get(f"/sq/{path}")

    assert answer.status_code == 200
    assert english_in(answer.content.decode()) == []


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("account/login/", {"login": "x", "password": ""}),
        ("account/login/", {"login": "a@example.org", "password": "e gabuar fare"}),
        ("account/signup/", {"email": "x", "password1": "123", "display_name": "Admin"}),
        (
            "account/signup/",
            {"email": "a@b.example", "password1": "password12", "display_name": "@"},
        ),
        ("account/password/reset/", {"email": ""}),
    ],
)
def test_faults_of_forms(client, path, data):
    html = client.post(f"/sq/{path}", data).content.decode()

    assert 'role="alert"' in html
    assert english_in(html) == []


@pytest.fixture
def guarded(client: Client) -> User:
    """A member who is signed in and has an authenticator app."""
    user = UserFactory(email="arta@shembull.al", display_name="Arta K.", language="sq")
    sign_in(client, user)
    enrol(client)
    client.get("/sq/community/me/")
    return user


@pytest.mark.parametrize(
    "path",
    [
        "community/me/",
        "community/me/edit/",
        "community/me/menu/",
        "account/email/",
        "account/logout/",
        "account/password/change/",
        "account/reauthenticate/",
        "account/sessions/",
        "account/two-factor/",
        "account/two-factor/reauthenticate/",
        "account/two-factor/recovery-codes/",
        "account/two-factor/recovery-codes/generate/",
        "account/two-factor/totp/deactivate/",
        "account/two-factor/webauthn/",
        "account/two-factor/webauthn/add/",
    ],
)
def test_pages_of_an_account(client, guarded, path):
    answer = client.get(f"/sq/{path}")

    assert answer.status_code == 200
    assert english_in(answer.content.decode()) == []


def test_the_second_step_and_its_faults(client, guarded):
    browser = Client()
    sign_in(browser, guarded)

    page = browser.get("/sq/account/two-factor/authenticate/")
    refused = browser.post("/sq/account/two-factor/authenticate/", {"code": "1"})

    assert english_in(page.content.decode()) == []
    assert english_in(refused.content.decode()) == []


def test_setting_up_the_app(client):
    sign_in(client, UserFactory(language="sq"))
    client.get("/sq/community/me/")
    address = "/sq/account/two-factor/totp/activate/"
    client.post(f"/sq/account/reauthenticate/?next={address}", {"password": PASSWORD})

    assert english_in(client.get(address).content.decode()) == []
    assert english_in(client.post(address, {"code": "1"}).content.decode()) == []


def test_messages_after_an_action(client, guarded):
    answer = client.post(
        "/sq/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "nje fjali e re", "password2": "nje fjali e re"},
        follow=True,
    )

    assert "Fjalëkalimi u ndryshua." in answer.content.decode()
    assert english_in(answer.content.decode()) == []


def test_mails(client, guarded):
    join(client, "sq", email="e-re@shembull.al", display_name="Emri im")
    join(Client(), "sq", email=guarded.email, display_name="Tjetër emër")
    client.post("/sq/account/password/reset/", {"email": guarded.email})
    Client().post("/sq/account/password/reset/", {"email": "askush@shembull.al"})

    mails = list(OutboxMail.objects.all())
    assert len(mails) >= 4
    for mail in mails:
        assert english_in(f"<p>{mail.subject}</p><p>{without_links(mail.text)}</p>") == []


def without_links(text: str) -> str:
    return re.sub(r"https?://\S+", "", text)


CATALOGUES = sorted(settings.BASE_DIR.glob("*/*locale/sq/LC_MESSAGES/*.po"))


def test_each_app_has_a_catalogue_and_so_have_the_packages():
    assert len(CATALOGUES) >= 11


@pytest.mark.parametrize("path", CATALOGUES)
def test_the_catalogue_is_complete(path):
    catalogue = polib.pofile(str(path))

    assert catalogue.untranslated_entries() == []
    assert catalogue.fuzzy_entries() == []


@pytest.mark.parametrize("path", CATALOGUES)
def test_translations_keep_the_places_that_are_filled_in(path):
    places = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+")
    for entry in polib.pofile(str(path)):
        # One of something may be said without its number.
        said = [sorted(places.findall(words)) for words in (entry.msgid, entry.msgid_plural)]
        for words in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert sorted(places.findall(words)) in said, words
