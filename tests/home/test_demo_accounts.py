"""Who can sign in to the demo, and where."""

import json
import stat
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page

from community.models import User
from home.demo import accounts, partner_desk, site
from home.demo.accounts import ACCOUNTS, PARTNER
from home.demo.city import City
from home.demo.library.partners import PARTNERS
from partners.models import PartnerPage
from tests.factories.partners import PartnerIndexPageFactory, PartnerTierFactory
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var(settings, tmp_path: Path) -> Path:
    """A folder of one's own for what the demo keeps."""
    settings.VAR_DIR = tmp_path / "var"
    return settings.VAR_DIR


@pytest.fixture
def development(settings) -> None:
    settings.DEBUG = True


def printed() -> str:
    output = StringIO()
    call_command("demo_accounts", stdout=output)
    return output.getvalue()


def test_each_role_has_an_account_that_signs_in_with_its_own_password(development, rf, locales):
    accounts.load(City())

    passwords = accounts.read_passwords()
    assert len(set(passwords.values())) == len(ACCOUNTS) == 7
    for account in ACCOUNTS:
        password = passwords[account.email]
        user = authenticate(rf.post("/"), email=account.email, password=password)
        assert user is not None, account.role
        assert (
            list(user.groups.values_list("name", flat=True))
            == [account.group][: bool(account.group)]
        )
        assert user.emailaddress_set.get().verified


def test_only_the_administrator_may_do_everything(development):
    accounts.load(City())

    assert [user.email for user in User.objects.filter(is_superuser=True)] == [ACCOUNTS[0].email]


def test_passwords_are_kept_where_their_owner_alone_reads(development, var: Path):
    accounts.load(City())

    kept = var / "demo_accounts.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert all(len(word.replace("-", "")) == 12 for word in json.loads(kept.read_text()).values())


def test_loading_again_changes_no_password(development):
    accounts.load(City())
    before = dict(User.objects.values_list("email", "password"))

    accounts.load(City())

    assert dict(User.objects.values_list("email", "password")) == before


def test_a_lost_file_gives_new_passwords(development, var: Path):
    accounts.load(City())
    (var / "demo_accounts.json").unlink()

    accounts.load(City())

    for account in ACCOUNTS:
        user = User.objects.get(email=account.email)
        assert user.check_password(accounts.read_passwords()[account.email])


def test_two_passwords_are_never_alike():
    assert len({accounts.new_password() for _ in range(50)}) == 50


def test_outside_development_nobody_gets_a_password(var: Path):
    accounts.load(City())

    assert User.objects.filter(email__in=[account.email for account in ACCOUNTS]).count() == 7
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert not var.exists()
    assert "in development only" in printed()


def test_outside_development_known_passwords_are_not_printed(settings, development):
    accounts.load(City())
    words = accounts.read_passwords().values()

    settings.DEBUG = False

    assert not any(word in printed() for word in words)


def test_a_password_that_somebody_has_is_left_alone_outside_development():
    user = User.objects.create_user(ACCOUNTS[1].email, "a password of her own")

    accounts.load(City())

    user.refresh_from_db()
    assert user.check_password("a password of her own")


def test_the_accounts_are_printed_with_role_address_and_password(development):
    accounts.load(City())

    lines = printed()

    for account in ACCOUNTS:
        [line] = [line for line in lines.splitlines() if f" {account.email} " in line]
        assert line.split(account.email)[0].strip() == account.role
        assert line.endswith(accounts.read_passwords()[account.email])


def test_without_accounts_the_way_to_get_them_is_printed(development):
    assert "python manage.py load_demo" in printed()


def test_an_account_that_was_deleted_is_not_printed(development):
    accounts.load(City())
    User.objects.get(email=PARTNER.email).delete()

    assert PARTNER.email not in printed()


# The partner -------------------------------------------------------------------------------


@pytest.fixture
def city(locales) -> City:
    """A city with accounts, and with the pages of two partners in both languages."""
    city = City()
    site.load(city)
    accounts.load(city)
    logo = SiteImageFactory(file__width=640, file__height=240)
    for language in city.languages:
        tier = PartnerTierFactory(locale=city.locale(language))
        home = city.home(language)
        index = PartnerIndexPageFactory(parent=home, locale=home.locale)
        for key in (partner_desk.KEY, "dajti"):
            page = PartnerPage(title=PARTNERS[key].name, slug=key, tier=tier, logo=logo)
            page.starts_on = city.today
            city.add_page(index, page, f"partner:{key}")
    partner_desk.load(city)
    return city


def test_the_partner_may_change_its_own_page_in_both_languages_and_no_other(client, city):
    client.force_login(User.objects.get(email=PARTNER.email))

    answers = {
        page.title: client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code
        for page in PartnerPage.objects.all()
    }
    front = client.get(reverse("wagtailadmin_pages:edit", args=[city.home("sq").pk]))

    assert answers == {PARTNERS[partner_desk.KEY].name: 200, PARTNERS["dajti"].name: 302}
    assert front.status_code == 302


def test_the_partner_publishes_nothing(city):
    partner = User.objects.get(email=PARTNER.email)
    rights = [page.permissions_for_user(partner) for page in Page.objects.filter(depth__gt=1)]

    assert [each.can_edit() for each in rights].count(True) == 2
    assert not any(each.can_publish() or each.can_delete() for each in rights)


def test_rights_that_staff_have_taken_away_do_not_come_back(city):
    User.objects.get(email=PARTNER.email).groups.clear()

    partner_desk.load(City())

    assert not User.objects.get(email=PARTNER.email).groups.exists()
