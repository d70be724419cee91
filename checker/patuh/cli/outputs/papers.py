"""Papers that a library of its own writes: without it, which extra brings it."""

from collections.abc import Callable
from typing import TypeVar

from patuh.cli.call.wrong_call import FaultError
from patuh.comparison.filed import DocxMissingError
from patuh.typesetting import TypstMissingError

T = TypeVar("T")


def with_libraries(form: str, make: Callable[[], T]) -> T:
    """What `make` gives; raises `FaultError` if the library for the form is not installed."""
    try:
        return make()
    except DocxMissingError:
        raise FaultError("matrix.no_docx") from None
    except TypstMissingError:
        raise FaultError("chart.no_typst", form=form) from None
