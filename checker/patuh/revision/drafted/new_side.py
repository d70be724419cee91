"""The knowledge base that holds what a draft says, as far as it was translated."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from patuh.finding import Unreadable
from patuh.inputs.laid_over import knowledge_base
from patuh.knowledge.regulations import Regulation
from patuh.knowledge.root import kb_root
from patuh.revision.drafted.laying import write
from patuh.revision.records import Drafted


@contextmanager
def new_side(drafted: Drafted, law: Regulation) -> Iterator[Path | Unreadable]:
    """The knowledge base in use with the norms of the draft; itself if none has changed."""
    with TemporaryDirectory(prefix="patuh-draft-") as folder:
        if not write(drafted, law, Path(folder)):
            yield kb_root()
            return
        with knowledge_base(folder) as root:
            yield root
