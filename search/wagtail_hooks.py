"""What the search does when somebody leaves."""

from wagtail import hooks

from community.personal_data import ERASURE_HOOK
from search.erasing import drop_erased_words

hooks.register(ERASURE_HOOK, drop_erased_words)
