"""The choice of sections that a front page is put together from."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.campaign import CampaignSection
from home.blocks.community import CommunitySection
from home.blocks.figures import FiguresSection
from home.blocks.gallery import GallerySection
from home.blocks.hero import HeroSection
from home.blocks.media import MediaSection
from home.blocks.news import NewsSection
from home.blocks.partners import PartnersSection
from home.blocks.projects import ProjectsSection
from home.blocks.publications import PublicationsSection
from home.blocks.text import TextSection
from home.blocks.welcome import WelcomeSection


class HomeSectionsBlock(blocks.StreamBlock):
    """Every section that a front page can have."""

    hero = HeroSection(group=_("Opening"))
    welcome = WelcomeSection(group=_("Opening"))
    campaign = CampaignSection(group=_("Latest"))
    projects = ProjectsSection(group=_("Latest"))
    news = NewsSection(group=_("Latest"))
    community = CommunitySection(group=_("Latest"))
    publications = PublicationsSection(group=_("Latest"))
    media = MediaSection(group=_("Latest"))
    partners = PartnersSection(group=_("Latest"))
    gallery = GallerySection(group=_("Latest"))
    figures = FiguresSection(group=_("Words and numbers"))
    text = TextSection(group=_("Words and numbers"))

    class Meta:
        icon = "home"
        block_counts = {"hero": {"max_num": 1}}
