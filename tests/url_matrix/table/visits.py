"""Counting visits: the same for everybody, and nothing for whoever sends no mark."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import Row, for_everybody

VISITS: tuple[Row, ...] = (
    for_everybody("visit", get=Answer.NOT_ALLOWED, post=Answer.BAD_REQUEST),
    for_everybody("follow_visit", get=Answer.DONE),
)
