"""The JSON Schema agrees with what the reader accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema_rs import meta, validator_for
from ruamel.yaml import YAML

from assessment.bank.schema import list_schemas
from tests.factories.banks import BANKS

FILES = sorted(path.relative_to(BANKS).as_posix() for path in BANKS.rglob("*.yaml"))


def kind_of(file: str) -> str:
    parts = Path(file).with_suffix("").parts
    return parts[2]


@pytest.mark.parametrize("file", FILES)
def test_every_sound_file_fits_its_schema(file: str) -> None:
    content = YAML(typ="safe", pure=True).load(BANKS / file)
    if "published" in content:
        content["published"] = content["published"].isoformat()
    schema = list_schemas()[kind_of(file)]
    assert list(validator_for(schema).iter_errors(content)) == []


@pytest.mark.parametrize("kind", ["framework", "competencies", "scales", "items", "actions", "courses", "glossary"])
def test_every_kind_of_file_has_a_valid_schema_that_refuses_unknown_keys(kind: str) -> None:
    schema = list_schemas()[kind]
    meta.validate(schema)
    assert schema["additionalProperties"] is False
    assert schema["description"].startswith(kind)


def test_a_key_that_may_be_left_out_offers_no_null() -> None:
    item = list_schemas()["items"]["$defs"]["ItemShape"]
    assert item["required"] == ["id", "competency", "text"]
    assert item["properties"]["scale"]["type"] == "string"
    assert "default" not in item["properties"]["scale"]
    assert item["properties"]["topic"]["description"].startswith("The same code on all levels")
