"""The partner of the demo who has an account, and the one page that is theirs.

What is theirs is given to a group that bears the partner's name: its people may change that page
and hand it in, see no other, and publish nothing.
"""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from community.models import User
from home.demo.accounts import PARTNER
from home.demo.city import City
from home.demo.library.partners import PARTNERS

# The partner whose page belongs to the account.
KEY = "lana"


def load(city: City) -> None:
    """Give the page in each language to the partner's group, and the account its group."""
    group, created = Group.objects.get_or_create(name=PARTNERS[KEY].name)
    if not created:
        return
    change = Permission.objects.get(
        content_type__app_label="wagtailcore", content_type__model="page", codename="change_page"
    )
    for language in city.languages:
        page = city.page(f"partner:{KEY}", language)
        GroupPagePermission.objects.create(group=group, page=page.page_ptr, permission=change)
    User.objects.get(email=PARTNER.email).groups.add(group)
