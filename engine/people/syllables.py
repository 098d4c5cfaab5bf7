"""Whether a word can be a Vietnamese syllable: the proof that letters were decoded rightly."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BEGINNINGS = tuple("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split())  # noqa: SIM905
_RHYMES = frozenset(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo
    oet oi om on ong ooc oong op ot
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uâc uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
    uy uya uych uyên uyêt uynh uyt uyu
    ư ưa ưc ưi ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    """.split()  # noqa: SIM905
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED = re.compile(r"(?:c|ch|p|t)$")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether the word, in any case, is built as Vietnamese syllables are, with at most one tone that it may have."""
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = [c for c in letters if c in _TONES]
    plain = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if len(tones) > 1 or (_STOPPED.search(plain) and tones not in (["\u0301"], ["\u0323"], [])):
        return False
    return any(rhyme in _RHYMES for rhyme in _rhymes(plain))


def _rhymes(plain: str) -> list[str]:
    """What may be the rhyme: "giêng" is gi + iêng, "gin" g + in, "quê" qu + ê, "quynh" q + uynh."""
    found = [plain]
    for beginning in _BEGINNINGS:
        if plain.startswith(beginning):
            rest = plain[len(beginning) :]
            found.append(rest)
            if beginning in ("gi", "qu"):
                found.append(beginning[1] + rest)
    return found
