"""What the variables of a query stand for, by what people call them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from opedcheck.references.tree import Broken

CALLED = {
    "person": "person item human holder officeholder politician member head",
    "office": "position office post role positionheld minister title",
    "of": "of country jurisdiction state body organisation organization",
    "since": "start starttime startdate since from begin p580",
    "until": "end endtime enddate until to p582",
    "alias": "alias aliases personalias itemalias",
}
"""A role -> the names for it, the likeliest first; capitals and underscores make no difference."""
LABEL, PRECISION = "label", "precision"
ADVICE = "`claims import wikidata --query Q...` prints a query that fits; or rename the variables."


def roles(variables: Iterable[str], *, titled: bool) -> Mapping[str, str]:
    """The variable of each role, of a role's label ("person label") and precision ("since precision").

    Raises Broken where one is missing that can't be done without; an office needs none if it is `titled` otherwise.
    """
    plain = {name.replace("_", "").lower(): name for name in reversed(list(variables))}
    found: dict[str, str] = {}
    for role, names in CALLED.items():
        name = next((one for one in names.split() if one in plain or one + LABEL in plain), None)
        if name is None:
            continue
        for part in ("", LABEL, PRECISION):
            if name + part in plain:
                found[f"{role} {part}".strip()] = plain[name + part]
    needed = {"person": "person", "person label": "personLabel", "since": "start", "until": "end"}
    if not titled:
        needed |= {"office label": "positionLabel"}
    missing = [f"?{name}" for role, name in needed.items() if role not in found]
    if missing:
        known = ", ".join(f"?{name}" for name in plain.values()) or "none"
        raise Broken(None, f"no variable is called {' or '.join(missing)}; there are {known}", ADVICE)
    return found
