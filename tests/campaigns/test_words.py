"""Days, hours and paints as the templates print them, and the previews of the blocks."""

from datetime import date

import pytest
from django.utils import translation
from wagtail.blocks import StreamBlock

from campaigns import action_blocks, blocks, sign_blocks
from campaigns.templatetags.campaign_days import day_range, leaf_month, leaf_paint, wall_class
from site_config.paints import Paint


@pytest.mark.parametrize(
    ("first", "last", "english", "albanian"),
    [
        (date(2014, 4, 22), date(2014, 4, 22), "22 April 2014", "22 prill 2014"),
        (date(2014, 4, 22), None, "from 22 April 2014", "nga 22 prill 2014"),
        (None, date(2014, 4, 22), "until 22 April 2014", "deri më 22 prill 2014"),
        (date(2014, 4, 1), date(2014, 4, 5), "1 to 5 April 2014", "1 – 5 prill 2014"),
        (
            date(2014, 4, 1),
            date(2014, 6, 30),
            "1 April to 30 June 2014",
            "1 prill – 30 qershor 2014",
        ),
        (
            date(2013, 12, 30),
            date(2014, 1, 2),
            "30 December 2013 to 2 January 2014",
            "30 dhjetor 2013 – 2 janar 2014",
        ),
        (None, None, "", ""),
    ],
)
def test_two_days_read_as_one_phrase(first, last, english, albanian):
    for language, words in (("en", english), ("sq", albanian)):
        with translation.override(language):
            assert day_range(first, last) == words


@pytest.mark.parametrize(
    ("day", "english", "albanian"),
    [
        (date(2014, 4, 1), "April", "prill"),
        (date(2014, 9, 1), "Sep", "shtator"),
        (date(2014, 12, 1), "Dec", "dhjetor"),
    ],
)
def test_long_months_are_cut_to_fit_a_leaf(day, english, albanian):
    for language, word in (("en", english), ("sq", albanian)):
        with translation.override(language):
            assert leaf_month(day) == word


def test_a_leaf_stands_out_from_every_plane():
    for paint in Paint.values:
        assert leaf_paint(paint) in {"lime", "sky", "saffron"}
        assert leaf_paint(paint) != paint


def test_a_dark_plane_turns_the_scheme():
    assert wall_class("park") == "wall on-dark p-park"
    assert wall_class("sky") == "wall p-sky"


STREAMS = [
    block
    for block in [
        *vars(blocks).values(),
        *vars(action_blocks).values(),
        *vars(sign_blocks).values(),
    ]
    if isinstance(block, type)
    and issubclass(block, StreamBlock)
    # Documents are a block of the foundation, which introduces it.
    and block not in {StreamBlock, blocks.DocumentsBlock}
]


@pytest.mark.parametrize("stream", STREAMS, ids=lambda stream: stream.__name__)
def test_every_block_introduces_itself_to_the_editor(stream):
    for child in stream().child_blocks.values():
        assert child.meta.icon != "placeholder"
        assert child.label
        assert child.get_description()
        assert child.is_previewable


@pytest.mark.parametrize(
    "block",
    [
        blocks.FigureBlock(),
        blocks.FundingBlock(),
        action_blocks.LinkActionBlock(),
        action_blocks.MailActionBlock(),
        action_blocks.SubscribeActionBlock(),
        blocks.MilestoneBlock(),
        blocks.ParticipantBlock(),
        blocks.QuestionBlock(),
        blocks.SourceBlock(),
        blocks.StepBlock(),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_preview_shows_the_block(db, block):
    value = block.get_preview_value()
    html = block.render(value)
    texts = [text for text in value.values() if isinstance(text, str) and " " in text]
    assert texts
    assert any(text in html for text in texts)
    assert "<script" not in html
