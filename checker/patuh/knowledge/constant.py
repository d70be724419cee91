"""Constants as rules hold them.

What a table gives stands in facts as it is written only if it has this form: else it would be code.
"""

from typing import Annotated

from msgspec import Meta

CONSTANT = r"^(?!not\Z)[a-z][a-z0-9_]*\Z"
Constant = Annotated[str, Meta(pattern=CONSTANT)]
