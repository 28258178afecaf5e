"""The formats in which references are offered, each a function from a reference to text."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from publications.citing.reference import Creator, Reference

# What TeX would take for a command (BibTeX, D. E. Knuth's TeXbook, chapter 7).
TEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}


def bibtex(reference: Reference) -> str:
    """Return an entry of BibTeX, in UTF-8 as biblatex and Biber read it."""
    kind = "periodical" if reference.is_issue else "book"
    fields: list[tuple[str, str]] = [
        ("title", f"{{{_tex(reference.title)}}}"),
        ("author", " and ".join(_tex_name(creator) for creator in reference.creators)),
        ("journal", _tex(reference.series)),
        ("volume", _tex(reference.volume)),
        ("number", _tex(reference.number)),
        ("edition", _tex(reference.edition)),
        ("year", str(reference.day.year)),
        ("month", str(reference.day.month)),
        ("date", reference.day.isoformat()),
        ("publisher", _tex(reference.publisher)),
        ("address", _tex(reference.place)),
        ("issn", ", ".join(reference.issns)),
        ("isbn", reference.isbn),
        ("pagetotal", reference.extent),
        ("language", ", ".join(reference.languages)),
        ("abstract", _tex(reference.abstract)),
        ("url", reference.url),
    ]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value.strip("{}")]
    return "\n".join([f"@{kind}{{{reference.key},", *lines, "}", ""])


def ris(reference: Reference) -> str:
    """Return a record of RIS; an issue is a whole periodical (JFULL)."""
    day = reference.day
    pairs: list[tuple[str, str]] = [
        ("TY", "JFULL" if reference.is_issue else "BOOK"),
        ("ID", reference.key),
        ("TI", reference.title),
        *(("AU", _ris_name(creator)) for creator in reference.creators),
        ("T2", reference.series),
        ("PY", str(day.year)),
        ("DA", f"{day:%Y/%m/%d}/"),
        ("VL", reference.volume),
        ("IS", reference.number),
        ("ET", reference.edition),
        ("PB", reference.publisher),
        ("CY", reference.place),
        *(("SN", number) for number in (*reference.issns, reference.isbn)),
        ("SP", "" if reference.is_issue else reference.extent),
        *(("LA", code) for code in reference.languages),
        ("AB", reference.abstract),
        ("UR", reference.url),
        ("L1", reference.file_url),
    ]
    lines = [f"{tag}  - {value}" for tag, value in pairs if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl_json(reference: Reference) -> str:
    """Return a list of one item of CSL-JSON (Citation Style Language 1.0.2)."""
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "periodical" if reference.is_issue else "book",
        "title": reference.title,
        "author": [_csl_name(creator) for creator in reference.creators],
        "container-title": reference.series,
        "volume": reference.volume,
        "issue": reference.number,
        "edition": reference.edition,
        "issued": {"date-parts": [[reference.day.year, reference.day.month, reference.day.day]]},
        "publisher": reference.publisher,
        "publisher-place": reference.place,
        "ISSN": ", ".join(reference.issns),
        "ISBN": reference.isbn,
        "number-of-pages": reference.extent,
        "language": ", ".join(reference.languages),
        "abstract": reference.abstract,
        "URL": reference.url,
    }
    known = {name: value for name, value in item.items() if value}
    return json.dumps([known], ensure_ascii=False, indent=2) + "\n"


class ReferenceFormat(NamedTuple):
    """One format.

    Attributes:
        label: its name, which is the same in every language.
        media_type: as programs know it (RFC 6838).
        extension: of the file, without a dot.
        write: returns a reference in this format.
    """

    label: str
    media_type: str
    extension: str
    write: Callable[[Reference], str]


FORMATS: dict[str, ReferenceFormat] = {
    "bibtex": ReferenceFormat("BibTeX", "application/x-bibtex", "bib", bibtex),
    "ris": ReferenceFormat("RIS", "application/x-research-info-systems", "ris", ris),
    "csl-json": ReferenceFormat(
        "CSL-JSON", "application/vnd.citationstyles.csl+json", "json", csl_json
    ),
}


def _tex(text: str) -> str:
    return "".join(TEX_SIGNS.get(sign, sign) for sign in text)


def _tex_name(creator: Creator) -> str:
    """Write a name so that neither a comma nor an “and” in it is taken for a mark."""
    family = f"{{{_tex(creator.family)}}}"
    return f"{family}, {_tex(creator.given)}" if creator.given else family


def _ris_name(creator: Creator) -> str:
    return f"{creator.family}, {creator.given}" if creator.given else creator.family


def _csl_name(creator: Creator) -> dict[str, str]:
    if creator.given:
        return {"family": creator.family, "given": creator.given}
    return {"literal": creator.family}
