"""From the demo's way of writing a story to the raw data of Wagtail's stream fields."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from home.demo.city import City

# The other names under which the demo's words know the blocks of a story.
BLOCK_TYPES = {"image": "picture", "subheading": "heading"}


def raw_block(kind: str, value: Any) -> dict[str, Any]:
    """Return one block of a stream in its stored form."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def raw_list(values: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the items of a list block in their stored form."""
    return [raw_block("item", value) for value in values]


def raw_story(city: "City", blocks: Iterable[tuple[str, Any]], language: str) -> list[dict]:
    """Return pairs of block type and value as raw data of a story.

    Raises:
        KeyError: the city has no such picture or document.
        ValueError: no block has that type.
    """
    return [
        raw_block(BLOCK_TYPES.get(kind, kind), _value(city, kind, value, language))
        for kind, value in blocks
    ]


def _value(city: "City", kind: str, value: Any, language: str) -> Any:
    match kind:
        case "heading" | "subheading":
            return {"text": value, "level": "h2" if kind == "heading" else "h3"}
        case "paragraph":
            return city.rich(value, language)
        case "quote":
            return {"attribution": "", "role": "", **value}
        case "facts":
            return {"title": value["title"], "items": raw_list(value["items"])}
        case "table":
            return _table(value)
        case "image" | "picture":
            return city.picture_value(value, language)
        case "gallery":
            pictures = [city.picture_value(item, language) for item in value["pictures"]]
            return {"title": value.get("title", ""), "pictures": raw_list(pictures)}
        case "embed":
            return dict(value)
        case "document":
            return {
                "document": city.document(value["document"]).pk,
                "title": value.get("title", ""),
            }
        case "call_to_action":
            return {"text": value["text"], **city.link(value, language)}
    raise ValueError(f"The demo writes a block “{kind}” that no story has.")


def _table(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "caption": value.get("caption", ""),
        "columns": [{"type": "text", "heading": heading} for heading in value["header"]],
        "rows": [{"values": list(row)} for row in value["rows"]],
    }
