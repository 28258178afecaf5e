"""What members write, made safe to show."""

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

# A small Markdown: paragraphs, stress, lists, quotes and links. No headings, which would
# break the outline of the page, no pictures, which would call other servers, no raw HTML.
_RULES = ["paragraph", "list", "blockquote", "emphasis", "link", "autolink", "newline", "escape"]
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
_MARKDOWN = MarkdownIt("zero", {"html": False, "breaks": True}).enable(_RULES)


def member_html(text: str) -> SafeString:
    """Return a member's text as HTML that can do no harm.

    Args:
        text: Markdown (CommonMark's paragraphs, emphasis, lists, quotes and links).

    Links carry ``rel="nofollow ugc noopener"``: they are the member's, not the city's.
    """
    html = nh3.clean(
        _MARKDOWN.render(text),
        tags=_TAGS,
        # "*": on every element; left out, it would let titles through.
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener",
    )
    # Safe, since nh3 has let nothing but these tags through.
    return SafeString(html)
