"""Text in the two languages of the demo city."""

from typing import NamedTuple


class Words(NamedTuple):
    """One text in English and in Albanian, looked up by its language code."""

    en: str
    sq: str

    def in_language(self, language: str) -> str:
        """Return the text in `language`, a BCP 47 code: `"en"` or `"sq"`.

        Raises:
            KeyError: the demo city has no text in that language.
        """
        return self._asdict()[language]
