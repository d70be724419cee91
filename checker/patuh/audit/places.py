"""Where the audit finds what lies beside the knowledge base."""

from pathlib import Path

from patuh.knowledge.root import corpus_root, kb_root


def corpus() -> Path:
    """The folder `corpus/` beside the knowledge base in use, else patuh's own."""
    beside = kb_root().resolve().parent / "corpus"
    return beside if beside.is_dir() else corpus_root()


def witnesses() -> Path:
    """The stored witnesses; the folder need not be there."""
    return corpus() / "witnesses"


def proposals() -> tuple[Path, ...]:
    """The proposals of the corpus, in order of name."""
    return tuple(sorted((corpus() / "proposals").glob("*.sotk")))
