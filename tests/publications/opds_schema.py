"""What an OPDS 2.0 document has to be, as JSON Schema (draft 2020-12).

Written after the specification: a feed has a title, a link to itself and at least one of
navigation, publications and groups; ways on have titles; a publication has a link to itself, one to
acquire it, and a picture that every program can show.
"""

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
MOMENT: Schema = {"type": "string", "format": "date-time"}
COUNT: Schema = {"type": "integer", "minimum": 0}
ACQUISITION = "^http://opds-spec.org/acquisition(/(open-access|borrow|buy|sample|subscribe))?$"


def has(**properties: Schema) -> Schema:
    """Require an element that fits."""
    return {
        "contains": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
        }
    }


LINK: Schema = {
    "type": "object",
    "properties": {
        "href": TEXT,
        "type": {"type": "string", "pattern": r"^[\w!#$&^.+-]+/[\w!#$&^.+-]+(;.+)?$"},
        "rel": {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]},
        "title": TEXT,
        "templated": {"type": "boolean"},
        "width": {"type": "integer", "minimum": 1},
        "height": {"type": "integer", "minimum": 1},
        "properties": {"type": "object", "properties": {"numberOfItems": COUNT}},
    },
    "required": ["href", "type"],
    # A template says that it is one, and an address must be whole.
    "if": {"properties": {"templated": {"const": True}}, "required": ["templated"]},
    "then": {"properties": {"href": {"pattern": r"\{\?[a-z,]*query[a-z,]*\}"}}},
    "else": {"properties": {"href": {"pattern": r"^https?://[^{}]+$", "format": "uri"}}},
}
LINKS: Schema = {
    "type": "array",
    "items": LINK,
    "uniqueItems": True,
    **has(rel={"const": "self"}),
}
CONTRIBUTOR: Schema = {
    "anyOf": [
        TEXT,
        {
            "type": "object",
            "properties": {"name": TEXT, "sortAs": TEXT, "position": {"type": "number"}},
            "required": ["name"],
        },
    ]
}
PUBLICATION: Schema = {
    "type": "object",
    "properties": {
        "metadata": {
            "type": "object",
            "properties": {
                "@type": {"type": "string", "pattern": "^http://schema.org/[A-Z]"},
                "identifier": {"type": "string", "format": "uri"},
                "title": TEXT,
                "author": {"type": "array", "items": CONTRIBUTOR, "minItems": 1},
                "publisher": CONTRIBUTOR,
                "language": {
                    "type": "array",
                    "items": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
                    "minItems": 1,
                },
                "published": {"type": "string", "format": "date"},
                "modified": MOMENT,
                "numberOfPages": {"type": "integer", "minimum": 1},
                "description": TEXT,
                "belongsTo": {
                    "type": "object",
                    "properties": {"series": {"type": "array", "items": CONTRIBUTOR}},
                    "required": ["series"],
                },
            },
            "required": ["title", "identifier", "modified"],
            "additionalProperties": False,
        },
        "links": {
            "allOf": [
                LINKS,
                has(rel={"type": "string", "pattern": ACQUISITION}),
                # The link to itself is of the type that was registered for it.
                has(rel={"const": "self"}, type={"const": "application/opds-publication+json"}),
            ]
        },
        "images": {
            "type": "array",
            "items": LINK,
            **has(type={"enum": ["image/jpeg", "image/png", "image/gif"]}),
        },
    },
    "required": ["metadata", "links", "images"],
    "additionalProperties": False,
}
PUBLICATIONS: Schema = {"type": "array", "items": PUBLICATION}
NAVIGATION: Schema = {
    "type": "array",
    "items": {"allOf": [LINK, {"required": ["title", "rel"]}]},
    "minItems": 1,
}
METADATA: Schema = {
    "type": "object",
    "properties": {
        "title": TEXT,
        "identifier": {"type": "string", "format": "uri"},
        "modified": MOMENT,
        "numberOfItems": COUNT,
        "itemsPerPage": {"type": "integer", "minimum": 1},
        "currentPage": {"type": "integer", "minimum": 1},
    },
    "required": ["title"],
    "additionalProperties": False,
}
FEED: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "metadata": METADATA,
        "links": LINKS,
        "navigation": NAVIGATION,
        "publications": PUBLICATIONS,
        "facets": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "metadata": METADATA,
                    "links": {
                        "type": "array",
                        "items": {"allOf": [LINK, {"required": ["title"]}]},
                        "minItems": 2,
                    },
                },
                "required": ["metadata", "links"],
            },
        },
        "groups": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "metadata": METADATA,
                    "links": LINKS,
                    "navigation": NAVIGATION,
                    "publications": PUBLICATIONS,
                },
                "required": ["metadata"],
                "oneOf": [{"required": ["navigation"]}, {"required": ["publications"]}],
            },
        },
    },
    "required": ["metadata", "links"],
    "anyOf": [
        {"required": ["navigation"]},
        {"required": ["publications"]},
        {"required": ["groups"]},
    ],
    "additionalProperties": False,
}
