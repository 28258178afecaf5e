"""The rights ledger knows every item of the gallery, and forgets nothing it has written."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from gallery.models import AlbumPhoto, Consent, RightsChange, Work
from gallery.models.rights import AppendOnlyError
from gallery.submissions.consents import VERSION
from site_config.models import SiteImage
from tests.factories.community import UserFactory
from tests.factories.gallery import AlbumPhotoFactory, VideoPageFactory, stored
from tests.gallery.submission_steps import approved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]


@pytest.fixture
def image(album) -> SiteImage:
    """The picture of the album's photo."""
    return AlbumPhoto.objects.get(page=album).image


def lines(work: Work) -> list[tuple[str, str, str]]:
    return list(work.changes.values_list("what", "before", "after"))


def test_what_staff_publish_comes_into_the_ledger(album, image):
    work = Work.objects.get(image=image)

    assert (work.maker, work.licence, work.origin) == (image.credit, image.licence, "staff")
    assert [what for what, *_rest in lines(work)] == ["added"]


def test_films_of_the_city_and_of_other_sites_come_in_too(city):
    own = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale)
    other = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale, external=True)
    for page in (own, other):
        page.save_revision().publish()

    assert Work.objects.get(media=own.video).maker == "Mimoza D."
    assert Work.objects.get(external_url=other.external_url).title == other.title


def test_another_licence_is_written_down_with_who_chose_it(staff, album, image):
    form = {
        "title": image.title,
        "licence": "cc0-1.0",
        "credit": "Somebody else",
        "collection": image.collection_id,
    }
    before = Work.objects.get(image=image).licence

    staff.post(reverse("wagtailimages:edit", args=[image.pk]), form)

    work = Work.objects.get(image=image)
    assert (work.licence, work.maker) == ("cc0-1.0", "Somebody else")
    changed = work.changes.get(what="licence")
    assert "CC0" in changed.after
    assert changed.by is not None
    assert changed.by.is_superuser
    assert work.changes.filter(what="maker", after="Somebody else").exists()
    assert before != "cc0-1.0"


def test_publishing_again_writes_nothing_new(album, image):
    before = RightsChange.objects.count()

    stored(album).save_revision().publish()

    assert RightsChange.objects.count() == before


def test_a_photo_in_two_albums_is_one_work(album, image):
    AlbumPhotoFactory(page=album, image=image)
    stored(album).save_revision().publish()

    assert Work.objects.filter(image=image).count() == 1


def test_a_deleted_picture_leaves_its_lines(album, image):
    image.delete()

    work = Work.objects.get()
    assert work.is_gone
    assert [what for what, *_rest in lines(work)] == ["added", "removed"]


def test_lines_are_never_changed_or_removed(album, member, moderator):
    approved(member, moderator, album)
    for model in (RightsChange, Consent):
        line = model.objects.latest("pk")
        for attempt in (
            line.save,
            line.delete,
            model.objects.all().delete,
            lambda model=model: model.objects.update(pk=1),
        ):
            with pytest.raises(AppendOnlyError):
                attempt()


def test_staff_read_who_made_it_and_who_agreed_to_what(client, album, member, moderator):
    photo = approved(member, moderator, album)
    work = Work.objects.get(image=photo.image)
    client.force_login(moderator)

    page = client.get(reverse("gallery_work_modeladmin_inspect", args=[work.pk])).content.decode()

    for words in ("Ana D.", "CC BY 4.0", "I made this, or may give it away", VERSION, "Approved"):
        assert words in page
    assert client.get(reverse("gallery_work_modeladmin_index")).status_code == 200


def test_staff_hide_and_show_from_the_ledger(client, album, image, moderator):
    work = Work.objects.get(image=image)
    address = reverse("gallery_work_modeladmin_inspect", args=[work.pk])
    client.force_login(moderator)

    client.post(address, {"decision": "hide"})
    assert Work.objects.get(pk=work.pk).hidden_at is not None
    assert b"Show it again" in client.get(address).content
    client.post(address, {"decision": "show"})
    assert Work.objects.get(pk=work.pk).hidden_at is None
    assert client.post(address, {"decision": "burn"}).status_code == 200


@pytest.mark.parametrize("group", ["Editors", "Community moderators", "Partners"])
def test_other_staff_do_not_read_it(client, album, image, group):
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)
    work = Work.objects.get(image=image)

    assert client.get(reverse("gallery_work_modeladmin_index")).status_code == 302
    address = reverse("gallery_work_modeladmin_inspect", args=[work.pk])
    assert client.post(address, {"decision": "hide"}).status_code == 302
    assert Work.objects.get(pk=work.pk).hidden_at is None
