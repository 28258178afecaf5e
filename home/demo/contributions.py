"""What the demo's members have sent in, and a request to take something down."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from community.models import User
from gallery.models import AlbumPhoto, MediaSubmission, RejectedFor, TakeDownRequest
from gallery.rights.ledger import register_photo
from gallery.submissions.sending import Words, send_media
from home.demo.accounts import ACCOUNTS
from home.demo.city import City

MEMBER, MODERATOR = "member@smartcity.example", "moderator@smartcity.example"
LANGUAGE = "sq"
# By the demo's picture, what its member says of it.
WAITING = {
    "market-parasols": Words(
        "Çadra në mesditë",
        "Çadrat e tregut nga lart, kur dielli bie drejt mbi shesh.",
        "Pazari i Ri",
        "cc-by-4.0",
    ),
    "river-reflection": Words(
        "Lana pas shiut",
        "Uji i Lanës një orë pas shiut, me pishat që pasqyrohen.",
        "Lana",
        "cc-by-sa-4.0",
    ),
}
REJECTED = ("square", Words("Në shesh", "Njerëz në shesh të dielën.", "Sheshi", "cc-by-4.0"))
WORDS = "Në plan të parë duken qartë dy fëmijë. A mund ta prisni foton ose të pyesni prindërit?"
NUMBER = "T-2014-DEMQ22"


def load(city: City) -> None:
    """Make two photos that wait, one that was not accepted, and an open request."""
    if not any(account.email == MEMBER for account in ACCOUNTS):
        return
    member = User.objects.get(email=MEMBER)
    for key, words in WAITING.items():
        _send(city, key, words, member)
    sent = _send(city, *REJECTED, member)
    if sent.state == MediaSubmission.State.WAITING:
        # Not by the service: the demo writes no mails.
        sent.state, sent.reason = MediaSubmission.State.REJECTED, RejectedFor.PEOPLE
        sent.words, sent.decided_at = WORDS, timezone.now()
        sent.decided_by = User.objects.get(email=MODERATOR)
        sent.save()
    _ask(city)


def _send(city: City, key: str, words: Words, member: User) -> MediaSubmission:
    known = MediaSubmission.objects.filter(member=member, title=words.title).first()
    if known is not None:
        return known
    with city.picture(key).file.open() as file:
        upload = SimpleUploadedFile(f"{key}.jpg", file.read())
    return send_media(member=member, upload=upload, words=words, language=LANGUAGE)


def _ask(city: City) -> None:
    if TakeDownRequest.objects.filter(number=NUMBER).exists():
        return
    photos = AlbumPhoto.objects.filter(page__live=True, locale=city.locale(LANGUAGE))
    photo = photos.select_related("page", "image").order_by("page__path", "sort_order").last()
    TakeDownRequest.objects.create(
        number=NUMBER,
        ticket="demo",
        work=register_photo(photo),
        title=str(photo)[:255],
        address=photo.url,
        relation=TakeDownRequest.Relation.SHOWN,
        words="Në këtë foto dukem unë me vajzën. Nuk e dija që po fotografohesha.",
        name="B. K.",
        email="b.k@example.org",
        language=LANGUAGE,
        owner=User.objects.get(email=MODERATOR),
        due_at=timezone.now() + timedelta(hours=36),
    )
