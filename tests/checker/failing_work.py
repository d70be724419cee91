"""Work that fails, for processes that import it by its name."""


class UnsentError(Exception):
    """An error that cannot leave its process."""

    def __init__(self, one: object, _two: object) -> None:
        super().__init__(one)


def failing(_path: str) -> None:
    """Raises KeyError."""
    raise KeyError("x")


def failing_unsent(_path: str) -> None:
    """Raises UnsentError."""
    raise UnsentError(lambda: 1, 2)
