"""Pages of the admin that are the portal's own."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.token import Token

HANDBOOKS = ("editors", "moderators", "partners")


@permission_required("wagtailadmin.access_admin", login_url="account_login")
def handbook(request: HttpRequest, name: str = "editors") -> HttpResponse:
    """Show a handbook of ``docs/`` in the reader's language, or in English.

    Raises:
        Http404: there is no handbook of that name.
    """
    if name not in HANDBOOKS:
        raise Http404(_("There is no such handbook."))
    folder = Path(settings.BASE_DIR) / "docs"
    candidates = (folder / f"{name}.{get_language()}.md", folder / f"{name}.md")
    path = next((candidate for candidate in candidates if candidate.exists()), None)
    if path is None:
        raise Http404(_("There is no such handbook."))
    title, text = split_title(path.read_text(encoding="utf-8"))
    body, contents = render_handbook(text)
    return render(
        request,
        "site_config/admin/handbook.html",
        {
            # Made from a file of this repository, with raw HTML switched off.
            "body": mark_safe(body),  # noqa: S308
            "contents": contents,
            "handbooks": [other for other in HANDBOOKS if (folder / f"{other}.md").exists()],
            "name": name,
            "title": title or _("Handbook"),
        },
    )


def split_title(text: str) -> tuple[str, str]:
    """Part the title of a handbook from the rest: the admin's header prints it, once."""
    first, _newline, rest = text.partition("\n")
    return (first[2:].strip(), rest) if first.startswith("# ") else ("", text)


def render_handbook(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Turn a handbook's Markdown (CommonMark with tables) into HTML.

    Returns:
        The HTML, and its second-level headings as pairs of fragment and words.
    """
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    contents: list[tuple[str, str]] = []
    for position, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            words = _plain(tokens[position + 1])
            anchor = f"part-{len(contents) + 1}"
            token.attrSet("id", anchor)
            contents.append((anchor, words))
    return markdown.renderer.render(tokens, markdown.options, {}), contents


def _plain(token: Token) -> str:
    return "".join(child.content for child in token.children or [])
