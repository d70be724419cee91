"""Where the audit finds what lies beside the knowledge base."""

from pathlib import Path

from patuh.knowledge.root import corpus_root


def witnesses() -> Path:
    """The stored witnesses; the folder need not be there."""
    return corpus_root() / "witnesses"


def proposals() -> tuple[Path, ...]:
    """The proposals of the corpus, in order of name."""
    return tuple(sorted((corpus_root() / "proposals").glob("*.sotk")))


def conflicts() -> Path:
    """The stored witnesses of contradictions between levels of law; it need not be there."""
    return corpus_root() / "conflicts"
