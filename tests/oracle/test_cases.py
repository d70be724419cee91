"""Product and oracle find the same in every written case and every proposal of the corpus.

The random proposals reach what their generator says; the cases were written to tell small changes
of the rules, so they say what it does not.
"""

import pytest
from families import GROUPS, in_one_process
from written import group

from oracle.comparing import sides
from oracle.run import only
from patuh_parser.sotk import SotkError

EACH = [pytest.param(name, marks=in_one_process(name)) for name in GROUPS]


@pytest.mark.parametrize("name", EACH)
def test_both_sides_agree(name: str) -> None:
    differing: dict[str, str] = {}
    for path, one in group(name).items():
        both = None if isinstance(one, SotkError) else sides(one.derived)
        said = only(*both) if both else "cannot be read"
        if said:
            differing[f"{path.parent.name}/{path.stem}"] = said
    assert differing == {}
