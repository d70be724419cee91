"""The terminals of modals, and what each says."""

from patuh_parser.sotk.forms import Modality

MODALS: dict[str, tuple[Modality | None, bool]] = {
    "PERLU": ("perlu", False),
    "WAJIB": ("wajib", False),
    "DAPAT": ("dapat", False),
    "TIDAK_WAJIB": ("tidak_wajib", True),
    "TIDAK_DAPAT": ("tidak_dapat", True),
    "DILARANG": ("dilarang", True),
    "TIDAK": (None, True),
}
"""Terminal → the modality, and whether it denies."""
DENYING = frozenset(kind for kind, (_, denies) in MODALS.items() if denies)
