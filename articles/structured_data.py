"""What an article tells machines (schema.org, as JSON-LD 1.1)."""

from typing import TYPE_CHECKING, Any

from site_config.models.images import SiteImage, SiteRendition
from site_config.ready_pictures import ready_size

if TYPE_CHECKING:
    from articles.models.pages import ArticlePage

# Search engines cut longer headlines.
HEADLINE_AT_MOST = 110
# The size that shared links use too, so that no further one is made.
PICTURE_SPEC = "fill-1200x630|format-jpeg"


def news_article(article: "ArticlePage", page_data: dict[str, Any]) -> dict[str, Any]:
    """Return the description of an article as a ``NewsArticle``.

    Args:
        article: the page.
        page_data: what every page says of itself; it is extended.
    """
    data = page_data | {
        "@type": "NewsArticle",
        "headline": article.title[:HEADLINE_AT_MOST],
        "mainEntityOfPage": page_data["url"],
        "datePublished": article.date.isoformat(),
        "wordCount": article.word_count,
        "timeRequired": f"PT{article.reading_time}M",
        "isAccessibleForFree": True,
    }
    data.setdefault("dateModified", data["datePublished"])
    if article.topics:
        data["articleSection"] = [topic.name for topic in article.topics]
    if article.authors:
        data["author"] = [_person(author) for author in article.authors]
    picture = article.listing_image
    if picture and (rendition := ready_size(picture, PICTURE_SPEC)):
        data["image"] = _image_object(rendition, picture)
        if article.picture_caption:
            data["image"]["caption"] = article.picture_caption
    corrections = [
        {
            "@type": "CorrectionComment",
            "text": correction.text,
            "datePublished": correction.date.isoformat(),
        }
        for correction in article.dated_corrections
    ]
    if corrections:
        data["correction"] = corrections
    return data


def _person(author: Any) -> dict[str, str]:
    person = {"@type": "Person", "name": author.name}
    if author.role:
        person["jobTitle"] = author.role
    return person


def _image_object(rendition: SiteRendition, picture: SiteImage) -> dict[str, Any]:
    image: dict[str, Any] = {
        "@type": "ImageObject",
        "url": rendition.full_url,
        "contentUrl": rendition.full_url,
        "width": rendition.width,
        "height": rendition.height,
    }
    if picture.credit:
        image["creditText"] = picture.credit
    if picture.licence_url:
        image["license"] = picture.licence_url
    return image
