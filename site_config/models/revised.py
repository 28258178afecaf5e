"""Pages between their rows and their revisions, asked of the database as seldom as can be."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, Self

from django.db import transaction
from django.db.models import CASCADE, SET_NULL, ForeignKey, Model
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, ReferenceIndex

# What no editor sets: a revision brings none of it back, and the database itself holds it right.
KEPT_BY_THE_TREE = frozenset(
    {
        *("alias_of", "content_type", "latest_revision", "live_revision"),
        *("locale", "locked_by", "owner", "page_ptr"),
    }
)
# What is stored of a page whose draft alone has changed.
OF_DRAFTS = frozenset(
    {
        *("draft_title", "has_unpublished_changes"),
        *("latest_revision", "latest_revision_created_at"),
        COMMENTS_RELATION_NAME,
    }
)
Rows = dict[type[Model], set[Any]]


class RevisedMixin:
    """Makes publishing cheap: Wagtail asks for every row that a revision names, one by one."""

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Self | None:
        """Build a page of what a revision holds; what is gone since is left out.

        Rows are looked for together, one query for each kind of them.

        Args:
            data: as ``serializable_data`` wrote it.
            check_fks: whether rows that are named may be gone.
            strict_fks: whether a page is nothing without the rows it hangs on.
        """
        if check_fks and not strict_fks:
            data, check_fks = without_missing_rows(cls, data), False
        return super().from_serializable_data(data, check_fks, strict_fks)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Return this page with the content of a revision; which one is live is no content."""
        revised = super().with_content_json(content)
        revised.live_revision_id = self.live_revision_id
        return revised

    def clean_fields(self, exclude: Any = None) -> None:
        """Look at what people write, not for the rows that keys name: the database holds those.

        A key that is missing is looked at: a draft may lack what the page must have.
        """
        given = {
            field.name
            for field in self._meta.fields
            if isinstance(field, ForeignKey)
            and getattr(self, field.attname) is not None
            and not field.get_limit_choices_to()
        }
        super().clean_fields({*(exclude or ()), *given})

    def validate_unique(self, exclude: Any = None) -> None:
        """Look at what people write, not at the places in the tree and among translations."""
        super().validate_unique({*(exclude or ()), "path", "translation_key"})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Store the page with its parts, and have its references read once, not for each part.

        Which files a published page shows is written down with it: visitors won't wait for the
        worker.
        """
        # Not at the top: Wagtail 8 asks for the page model there, which is being loaded.
        from wagtail import signal_handlers
        from wagtail.tasks import update_reference_index_task

        # The context is no stack: a page that is saved while another is must leave it alone.
        around = getattr(signal_handlers.reference_index_auto_update_disabled, "value", False)
        quiet = signal_handlers.disable_reference_index_auto_update
        fields = kwargs.get("update_fields")
        at_once = fields is None and self.live
        parts = dict(getattr(self, "_cluster_related_objects", {}))
        with transaction.atomic():
            if fields is None and self.pk is not None:
                leave_unchanged_parts(self)
            with nullcontext() if around else quiet():
                result = super().save(*args, **kwargs)
            if at_once:
                with parts_at_hand(self, parts):
                    ReferenceIndex.create_or_update_for_object(self)
        if not at_once and not (fields and OF_DRAFTS.issuperset(fields)):
            meta = self._meta
            update_reference_index_task.enqueue(meta.app_label, meta.model_name, str(self.pk))
        return result


def leave_unchanged_parts(page: ClusterableModel) -> None:
    """Take parts that are stored as they are from those to be stored, which are written one by one.

    Args:
        page: a stored one, whose parts may wait to be stored with it.
    """
    waiting = getattr(page, "_cluster_related_objects", {})
    for relation in get_all_child_relations(page):
        name, part = relation.get_accessor_name(), relation.related_model
        # Parts that have parts themselves, such as comments of editors, are always stored.
        if name not in waiting or issubclass(part, ClusterableModel):
            continue
        stored = {row.pk: row for row in part._base_manager.filter(**{relation.field.name: page})}
        rows = waiting[name]
        if len(rows) == len(stored) and all(_is_stored(row, stored) for row in rows):
            del waiting[name]


def _is_stored(row: Model, stored: dict[Any, Model]) -> bool:
    known = stored.get(row.pk)
    return known is not None and all(
        field.value_from_object(row) == field.value_from_object(known)
        for field in row._meta.concrete_fields
    )


@contextmanager
def parts_at_hand(page: ClusterableModel, parts: dict[str, list[Model]]) -> Iterator[None]:
    """Have a page that has just been stored find its parts without asking for them.

    Args:
        page: its parts are read from the database again afterwards.
        parts: what was stored, by the name of the relation.
    """
    page._cluster_related_objects = dict(parts)
    try:
        yield
    finally:
        page._cluster_related_objects = {}


def without_missing_rows(model: type[Model], data: dict[str, Any]) -> dict[str, Any]:
    """Return what a revision holds without what is gone.

    As in `modelcluster`: a key that may be empty is emptied, a part whose row is gone goes too.
    """
    wanted: Rows = defaultdict(set)
    for field, value in _named_rows(model, data):
        wanted[field.remote_field.model].add(value)
    there = {
        kind: set(kind._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
        for kind, keys in wanted.items()
    }
    return _kept(model, data, there)


def _keys(model: type[Model]) -> list[ForeignKey]:
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey)
        and not field.remote_field.parent_link
        and field.name not in KEPT_BY_THE_TREE
        and field.target_field.primary_key
        and field.remote_field.on_delete in {CASCADE, SET_NULL}
    ]


def _parts(model: type[Model], data: dict[str, Any]) -> Iterator[tuple[str, type[Model], Any]]:
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if data.get(name):
            yield name, relation.related_model, data[name]


def _named_rows(model: type[Model], data: dict[str, Any]) -> Iterator[tuple[ForeignKey, Any]]:
    """Yield the keys of a page and of its parts; a part's way back to the page is no question."""
    for field in _keys(model):
        value = data.get(field.name)
        if value is not None:
            yield field, field.target_field.to_python(value)
    for name, part, rows in _parts(model, data):
        for row in rows:
            yield from (
                (field, value)
                for field, value in _named_rows(part, row)
                if not _leads_back(model, name, field)
            )


def _leads_back(model: type[Model], name: str, field: ForeignKey) -> bool:
    return field.remote_field.get_accessor_name() == name and issubclass(
        model, field.remote_field.model
    )


def _kept(
    model: type[Model], data: dict[str, Any], there: Rows, back: str = ""
) -> dict[str, Any] | None:
    kept = dict(data)
    for field in _keys(model):
        value = data.get(field.name)
        if value is None or field.name == back:
            continue
        if field.target_field.to_python(value) not in there[field.remote_field.model]:
            if back and field.remote_field.on_delete is CASCADE:
                return None
            kept[field.name] = None
    for name, part, rows in _parts(model, data):
        [way] = [it.name for it in _keys(part) if _leads_back(model, name, it)]
        made = [_kept(part, row, there, back=way) for row in rows]
        kept[name] = [row for row in made if row is not None]
    return kept
