"""Give each discussion that there is the comment which holds its first words."""

from typing import Any

from django.conf import settings
from django.db import migrations, transaction

STEP = 7


def store_openings(apps: Any, schema_editor: Any) -> None:
    """Store the openings that are missing; what was stored before an interruption stays."""
    Comment = apps.get_model("community", "Comment")
    ContentType = apps.get_model("contenttypes", "ContentType")
    Conversation = apps.get_model("community", "Conversation")
    Discussion = apps.get_model("community", "Discussion")
    if not Discussion.objects.exists():
        return
    kind, _created = ContentType.objects.get_or_create(app_label="community", model="discussion")
    for discussion in Discussion.objects.iterator():
        with transaction.atomic():
            conversation, _created = Conversation.objects.select_for_update().get_or_create(
                content_type=kind, object_id=discussion.pk
            )
            if Comment.objects.filter(conversation=conversation, opens=True).exists():
                continue
            number = conversation.last_number + 1
            visible = discussion.state == "visible"
            opening = Comment.objects.create(
                content_type=kind,
                object_pk=str(discussion.pk),
                site_id=settings.SITE_ID,
                user_id=discussion.author_id,
                comment=discussion.text,
                submit_date=discussion.opened_at,
                is_public=visible,
                is_removed=False,
                thread_id=0,
                parent_id=0,
                level=0,
                order=number,
                followup=False,
                nested_count=0,
                conversation=conversation,
                path=f"{number:0{STEP}}",
                state="public" if visible else "hidden",
                listed=False,
                language=discussion.language,
                submission=f"discussion {discussion.pk}",
                opens=True,
            )
            opening.thread_id = opening.parent_id = opening.pk
            opening.save(update_fields=["thread_id", "parent_id"])
            conversation.last_number = number
            conversation.last_posted_at = conversation.last_posted_at or discussion.opened_at
            conversation.save(update_fields=["last_number", "last_posted_at"])


def remove_openings(apps: Any, schema_editor: Any) -> None:
    """Remove them again; the discussions have the same words."""
    apps.get_model("community", "Comment").objects.filter(opens=True).delete()


class Migration(migrations.Migration):
    dependencies = [("community", "0010_openings")]

    operations = [migrations.RunPython(store_openings, remove_openings)]
