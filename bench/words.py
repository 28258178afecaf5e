"""Words for comments: always the same ones, common and rare as in a language."""

from itertools import product

BEGINNINGS = ("par", "rru", "lu", "she", "ko", "bi", "tra", "mu", "qi", "za", "fle", "gru")
MIDDLES = ("ki", "ga", "ma", "sho", "le", "ti", "ne", "va", "du", "pi", "ro", "be")
ENDINGS = ("mi", "ja", "tha", "ri", "sa", "ku", "lo", "ni", "ta", "ve", "ze", "fa")
VOCABULARY = ["".join(parts) for parts in product(BEGINNINGS, MIDDLES, ENDINGS)]
WORDS_OF_A_COMMENT = 14
# In every fiftieth comment, and in one of the whole city.
COMMON, RARE = "bulevardi", "kaleidoskop"
COMMON_EVERY = 50


def text_of(seed: int) -> str:
    """Return the words of a comment.

    Args:
        seed: its number; a word of rank r is about r times as rare as the first.
    """
    words = []
    state = seed * 2_654_435_761 + 12_345
    for _place in range(WORDS_OF_A_COMMENT):
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        share = (state >> 11) / 2**53
        # The inverse of a distribution after Zipf: few words are said often.
        words.append(VOCABULARY[int(len(VOCABULARY) ** share) - 1])
    if seed % COMMON_EVERY == 0:
        words[0] = COMMON
    if seed == 1:
        words[1] = RARE
    return " ".join(words) + "."
