"""Words without prefix and suffix, by which words of one sense are known."""

import re

_PREFIX = re.compile(r"(?:peng|peny|pem|pen|per|pe|meng|meny|mem|men|me|ber|ke|di|se)(?=\w{4})")
_SUFFIX = re.compile(r"(?<=\w{4})(?:nya|kan|an|i)$")
_NASAL = (
    (re.compile(r"[mp]eny(?=[aiueo])"), "s"),
    (re.compile(r"[mp]eng(?=[aiueo])"), ""),
    (re.compile(r"[mp]em(?=[aiueo])"), "p"),
    (re.compile(r"[mp]en(?=[aiueo])"), "t"),
)
"""Prefixes that melt the first letter of a root, and that letter: a k is left away everywhere."""
_K = re.compile(r"k(?=[aiueo])")
_SHORT = 4


def root_of(word: str) -> str:
    """A word without prefix and suffix, in small letters."""
    return _SUFFIX.sub("", _PREFIX.sub("", word.lower()))


def sense_of(word: str) -> str:
    """What is common to forms of one word: `menyampaikan`, `disampaikan`; `dikirim`, `pengirim`."""
    word = word.lower()
    for prefix, letter in _NASAL:
        if found := prefix.match(word):
            root = letter + word[found.end() :]
            return _SUFFIX.sub("", root)
    found = _PREFIX.match(word)
    root = _SUFFIX.sub("", word[found.end() :] if found else word)
    return root[1:] if len(root) > _SHORT and _K.match(root) else root
