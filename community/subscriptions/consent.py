"""What a follower agrees to: the words of each version, which never change once it was used.

A new wording is a new version below the others. A test keeps the old words as they were.
"""

from collections.abc import Mapping

# By the version, then by the code of the language.
CONSENTS: Mapping[int, Mapping[str, str]] = {
    1: {
        "en": (
            "Send me mails about what I have chosen here. My e-mail address is kept for that "
            "alone and given to nobody. I can stop it at any time, in every mail."
        ),
        "sq": (
            "Më dërgoni mesazhe për ato që kam zgjedhur këtu. Adresa ime e e-mailit ruhet vetëm "
            "për këtë dhe nuk i jepet askujt. Mund ta ndërpres në çdo kohë, nga çdo mesazh."
        ),
    },
}
CURRENT = max(CONSENTS)


def consent_text(version: int, language: str) -> str:
    """Return the words that somebody agreed to."""
    return CONSENTS[version][language]
