"""Hashes without OpenSSL, which `hashlib` loads first: that takes 3 ms of every start."""

from typing import Any

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b", "sha256"]


def _sha256() -> Any:
    try:
        from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
        except ImportError:
            from hashlib import sha256
    return sha256


_SHA256 = _sha256()


def sha256(data: bytes) -> str:
    """The hash in hexadecimal figures."""
    found: str = _SHA256(data).hexdigest()
    return found
