"""What follows a change anywhere in the portal."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django_tasks import task
from wagtail.models import Locale, UploadedFile
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from site_config.languages import forget_locales
from site_config.models.images import SiteImage
from site_config.models.site_settings import Footer, Identity, MainMenu
from site_config.pictures import prepare_renditions, rewrite_picture
from site_config.shell import forget_shell


@task()
def prepare_picture(image_id: int) -> None:
    """Make the sizes of one picture that pages use."""
    image = SiteImage.objects.filter(pk=image_id).first()
    if image is not None:
        prepare_renditions(image)


def prepare_saved_picture(instance: SiteImage, **kwargs: Any) -> None:
    """Have the sizes made once the picture is safely stored."""
    transaction.on_commit(partial(prepare_picture.enqueue, instance.pk), robust=True)


def clean_waiting_picture(instance: UploadedFile, **kwargs: Any) -> None:
    """Rewrite a picture that waits for its title to be put right: it is in the media folder."""
    model = instance.for_content_type and instance.for_content_type.model_class()
    if model is SiteImage and instance.file and not instance.file._committed:
        instance.file.open()
        instance.file = rewrite_picture(instance.file, instance.file.name)


def remove_waiting_file(instance: UploadedFile, **kwargs: Any) -> None:
    """Remove the file of an upload that was completed, or given up, after the commit."""
    if instance.file:
        delete = partial(instance.file.storage.delete, instance.file.name)
        transaction.on_commit(delete, robust=True)


def connect() -> None:
    """Listen to what the shell and the pictures depend on."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget_shell, dispatch_uid="forget_shell")
    for model in (Footer, Identity, MainMenu):
        post_save.connect(forget_shell, sender=model, dispatch_uid=f"forget_{model.__name__}")
    for signal in (post_save, post_delete):
        signal.connect(forget_locales, sender=Locale, dispatch_uid="forget_locales")
    pre_save.connect(clean_waiting_picture, sender=UploadedFile, dispatch_uid="clean_waiting")
    post_delete.connect(remove_waiting_file, sender=UploadedFile, dispatch_uid="remove_waiting")
    post_save.connect(prepare_saved_picture, sender=SiteImage, dispatch_uid="prepare_picture")
