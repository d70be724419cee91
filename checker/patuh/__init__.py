"""patuh: formal compliance checks for Indonesian regional-government structures and regulations.

    import patuh

    report = patuh.check("usulan.sotk")
    for finding in report.findings:
        print(finding.level, finding.check, finding.message, finding.advice)

`docs/python.md` has all of it. What is named here is imported when it is first asked for.
"""

from patuh.version import __version__

TYPE_CHECKING = False  # that of `typing` alone would cost more than all the rest

if TYPE_CHECKING:
    from patuh.library import (
        Change,
        Chart,
        ChartUnit,
        Citation,
        Comparison,
        Edit,
        Finding,
        Hit,
        Imported,
        LevelName,
        PatuhError,
        Place,
        Problem,
        Provision,
        Repair,
        Report,
        Revision,
        Row,
        TextComparison,
        TextRow,
        Told,
        as_proposal,
        check,
        compare,
        compare_texts,
        diff,
        impact,
    )

__all__ = [
    "Change",
    "Chart",
    "ChartUnit",
    "Citation",
    "Comparison",
    "Edit",
    "Finding",
    "Hit",
    "Imported",
    "LevelName",
    "PatuhError",
    "Place",
    "Problem",
    "Provision",
    "Repair",
    "Report",
    "Revision",
    "Row",
    "TextComparison",
    "TextRow",
    "Told",
    "__version__",
    "as_proposal",
    "check",
    "compare",
    "compare_texts",
    "diff",
    "impact",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from patuh import library

    found: object = getattr(library, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*globals(), *__all__]
