"""The JSON Schema of the configuration file, made from the types that read it."""

from __future__ import annotations

from typing import Any

import msgspec

from opedcheck.config.settings import KEYS, Settings


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of opedcheck.toml: editors complete and check with it."""
    _, parts = msgspec.json.schema_components([Settings], ref_template="#/$defs/{name}")
    top = parts.pop("Settings")
    properties = {key: value for key, value in top["properties"].items() if key in KEYS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "opedcheck.toml",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": parts,
    }
