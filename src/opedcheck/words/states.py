"""The states of the US by the abbreviations that stand behind a lawmaker's name: "(D-NY)", "R-Ky."

Postal codes and the Associated Press's abbreviations (AP Stylebook, "state names").
"""

_TABLE = """
Alabama AL Ala|Alaska AK|Arizona AZ Ariz|Arkansas AR Ark|California CA Calif|Colorado CO Colo|Connecticut CT Conn
Delaware DE Del|Florida FL Fla|Georgia GA Ga|Hawaii HI|Idaho ID|Illinois IL Ill|Indiana IN Ind|Iowa IA
Kansas KS Kan|Kentucky KY Ky|Louisiana LA La|Maine ME|Maryland MD Md|Massachusetts MA Mass|Michigan MI Mich
Minnesota MN Minn|Mississippi MS Miss|Missouri MO Mo|Montana MT Mont|Nebraska NE Neb|Nevada NV Nev
New_Hampshire NH N.H|New_Jersey NJ N.J|New_Mexico NM N.M|New_York NY N.Y|North_Carolina NC N.C|North_Dakota ND N.D
Ohio OH|Oklahoma OK Okla|Oregon OR Ore|Pennsylvania PA Pa|Rhode_Island RI R.I|South_Carolina SC S.C
South_Dakota SD S.D|Tennessee TN Tenn|Texas TX|Utah UT|Vermont VT Vt|Virginia VA Va|Washington WA Wash
West_Virginia WV W.Va|Wisconsin WI Wis|Wyoming WY Wyo
"""


def _rows() -> dict[str, str]:
    rows = (row.split() for row in _TABLE.strip().replace("\n", "|").split("|"))
    spaced = ([word.replace("_", " ") for word in row] for row in rows)
    return {word.replace(".", "").lower(): name for name, *shorts in spaced for word in (name, *shorts)}


STATES = _rows()
NAMED = frozenset(STATES.values())
"""The states' names."""


def state(abbreviation: str) -> str | None:
    """The name of a state by its postal code, its AP abbreviation or itself, full stops or not."""
    return STATES.get(abbreviation.replace(".", "").lower())
