"""Money: signs, codes and names of currencies, and which one a bare "$" or "dollars" means.

Codes are those of ISO 4217, historic ones too; "BTC" for bitcoin, which has none. `DOLLAR` stands for a dollar
whose country is not said. Cents, pence and their kin are units of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from opedcheck.pipeline.quantities.numerals import listed

DOLLAR = "$"
CODES = listed(
    """AED AFN AMD AOA ARS ATS AUD AZN BAM BBD BDT BEF BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB EUR FIM FJD FRF GBP GEL GHS GMD GNF GTQ GYD HKD
    HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD
    LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PGK PHP PKR PLN
    PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SRD SSP STN SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH
    UGX USD UYU UZS VES VND VUV WST XAF XCD XOF YER ZAR ZMW"""
)
OTHER_CODES = {
    "RMB": "CNY",
    "NIS": "ILS",
    "RM": "MYR",
    "Rs": "INR",
    "Rs.": "INR",
    "Rp": "IDR",
    "R": "ZAR",
    "Kč": "CZK",
    "zł": "PLN",
    "STG": "GBP",
}
OTHER_CODES |= {
    "US": "USD",
    "PS": "GBP",
    "Y=": "JPY",
    "元": "CNY",
    "円": "JPY",
    "ரூ": "LKR",
    "XBT": "BTC",
    "Fr": "CHF",
    "Fr.": "CHF",
}
SIGNS = {
    "$": DOLLAR, "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₨": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND", "₡": "CRC", "₾": "GEL", "₭": "LAK", "₮": "MNT",
    "₸": "KZT",
    "₲": "PYG", "₵": "GHS", "₿": "BTC", "¢": "cent", "＄": DOLLAR, "元": "CNY", "円": "JPY",
}  # fmt: skip
DOLLARS = {
    "US": "USD", "U.S.": "USD", "U.S": "USD", "USD": "USD", "A": "AUD", "AU": "AUD", "AUD": "AUD", "AUS": "AUD",
    "C": "CAD",
    "CA": "CAD", "CAD": "CAD", "CAN": "CAD", "CDN": "CAD", "HK": "HKD", "HKD": "HKD", "NZ": "NZD", "NZD": "NZD",
    "S": "SGD",
    "SG": "SGD", "SGD": "SGD", "NT": "TWD", "TW": "TWD", "MEX": "MXN", "MX": "MXN", "MXN": "MXN", "R": "BRL",
    "J": "JMD",
    "FJ": "FJD", "TT": "TTD", "B": "BND", "Z": "ZWD", "EC": "XCD",
}  # fmt: skip

# name -> code, or None where it needs one of the words in NATIONS before it
NAMES: dict[str, str | None] = {
    "dollar": DOLLAR, "buck": DOLLAR, "greenback": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY",
    "kuai": "CNY", "rupee": "INR", "ruble": "RUB", "rouble": "RUB", "franc": "CHF", "peso": "MXN", "krona": "SEK",
    "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "dirham": "AED", "riyal": "SAR", "shekel": "ILS", "rand": "ZAR",
    "naira": "NGN", "lira": "TRY", "lire": "ITL", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "zloty": "PLN",
    "forint": "HUF", "hryvnia": "UAH", "taka": "BDT", "cedi": "GHS", "reais": "BRL", "bitcoin": "BTC",
    "btc": "BTC", "usd": "USD",
    "eur": "EUR", "gbp": "GBP", "quid": "GBP", "sterling": "GBP", "guilder": "NLG", "peseta": "ESP",
    "markka": "FIM", "escudo": "PTE",
    "deutschmark": "DEM", "drachma": None, "bolivar": "VES", "tenge": "KZT", "rial": "IRR", "afghani": "AFN",
    "kwacha": "ZMW", "birr": "ETB", "colon": None, "won": None, "pound": None, "mark": None, "real": None,
    "crown": None,
    "koruna": "CZK", "dinar": None, "shilling": "KES", "dong": None, "lari": "GEL", "kip": None, "lev": None,
    "leu": None,
}  # fmt: skip
SUBUNITS = {
    "cent": "cent", "cents": "cent", "penny": "penny", "pence": "penny", "pennies": "penny", "sen": "sen",
    "kopeck": "kopeck",
    "kopecks": "kopeck", "paise": "paisa", "satoshi": "satoshi", "satoshis": "satoshi", "centavo": "centavo",
    "centavos": "centavo",
    "eurocent": "cent", "eurocents": "cent",
}  # fmt: skip
NATIONS: dict[str, dict[str, str]] = {
    "dollar": {
        "us": "USD", "u.s.": "USD", "u.s": "USD", "american": "USD", "states": "USD", "australian": "AUD",
        "aussie": "AUD", "canadian": "CAD",
        "zealand": "NZD", "kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD",
        "taiwanese": "TWD",
        "jamaican": "JMD", "fijian": "FJD", "namibian": "NAD", "zimbabwe": "ZWL", "zimbabwean": "ZWL",
        "bahamian": "BSD",
        "barbadian": "BBD", "tobago": "TTD", "caribbean": "XCD", "bermudian": "BMD", "liberian": "LRD",
    },
    "pound": {"british": "GBP", "sterling": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP",
    "sudanese": "SDG", "irish": "IEP", "uk": "GBP"},
    "franc": {"swiss": "CHF", "french": "FRF", "belgian": "BEF", "rwandan": "RWF", "congolese": "CDF",
    "cfa": "XOF", "luxembourg": "LUF"},
    "peso": {
        "mexican": "MXN", "philippine": "PHP", "filipino": "PHP", "argentine": "ARS", "argentinian": "ARS",
        "chilean": "CLP",
        "colombian": "COP", "cuban": "CUP", "uruguayan": "UYU", "dominican": "DOP",
    },
    "rupee": {"indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "lankan": "LKR", "nepalese": "NPR",
    "nepali": "NPR", "mauritian": "MUR"},
    "krone": {"danish": "DKK", "norwegian": "NOK"},
    "kroner": {"danish": "DKK", "norwegian": "NOK"},
    "krona": {"swedish": "SEK", "icelandic": "ISK"},
    "kronor": {"swedish": "SEK"},
    "crown": {"czech": "CZK", "swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "icelandic": "ISK",
    "slovak": "SKK"},
    "lira": {"turkish": "TRY", "italian": "ITL", "maltese": "MTL"},
    "won": {"korean": "KRW"},
    "mark": {"german": "DEM", "deutsche": "DEM", "finnish": "FIM"},
    "real": {"brazilian": "BRL"},
    "rial": {"iranian": "IRR", "omani": "OMR", "yemeni": "YER", "qatari": "QAR"},
    "riyal": {"saudi": "SAR", "qatari": "QAR"},
    "dinar": {
        "kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "serbian": "RSD", "tunisian": "TND", "algerian": "DZD",
        "bahraini": "BHD", "libyan": "LYD", "macedonian": "MKD", "yugoslav": "YUM",
    },
    "dirham": {"emirati": "AED", "uae": "AED", "moroccan": "MAD"},
    "shilling": {"kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS", "austrian": "ATS"},
    "drachma": {"greek": "GRD"},
    "colon": {"rican": "CRC", "salvadoran": "SVC"},
    "dong": {"vietnamese": "VND"},
    "kip": {"lao": "LAK", "laotian": "LAK"},
    "lev": {"bulgarian": "BGN"},
    "leu": {"romanian": "RON", "moldovan": "MDL"},
}  # fmt: skip
# Where a text writes "US$" and bare "$" side by side, the bare one is another country's: the one it speaks of.
OWN_DOLLAR = {
    "Australia": "AUD", "Australian": "AUD", "Australians": "AUD", "Canada": "CAD", "Canadian": "CAD",
    "Canadians": "CAD",
    "Zealand": "NZD", "Zealanders": "NZD", "Singapore": "SGD", "Singaporean": "SGD", "Hong": "HKD", "Taiwan": "TWD",
    "Taiwanese": "TWD",
}  # fmt: skip
TELLING = re.compile(r"US ?\$|\$US|\bUSD\b|\bUS dollars?\b")
COUNTRY = re.compile(r"\b(?:" + "|".join(OWN_DOLLAR) + r")\b")
AMERICA = re.compile(r"\b(?:US|USD|USA|U\.S\.|United States|America|Americans?|Washington)\b|US\$|\$US")
SET_APART, AT_HOME = 2, 3  # mentions of the country that make its dollar the article's own
BARE = re.compile(r"(?<![A-Z])(?<![A-Z] )\$(?!U)")

BEFORE = re.compile(
    r"(?<![A-Za-z])(?:"
    r"(?P<nation>U\.S\.?|[A-Za-z]{1,3}) ?\$|\$(?P<after>US|AU|A|C|HK|NZ|S)?"
    r"|(?P<sign>[£€¥₹₨₩₽₺₴₪₦₱฿₫₡₾₭₮₸₲₵₿＄])"
    r"|(?P<million>M)?(?P<code>[A-Z]{3})\$?"
    r"|(?P<other>RM|Rs\.?|Rp\.?|PS|R|Y=|Fr\.?|usd|eur|gbp|rmb|dollar)"
    r") ?(?P<minus>[-−–] ?)?\Z"
)
BEHIND_DIGITS = re.compile(r"\d ?\Z")
NOT_CODES = frozenset({"ALL", "TOP", "CUP", "PEN", "SOS", "MAD", "TRY", "BAM", "MOP"})
GLUED = frozenset({"R", "PS"})  # a currency only where the figure stands right behind, and is long enough


class Money(NamedTuple):
    """A currency before a number: where it begins, its unit, if its code brings millions ("MUSD"), if it is a word."""

    at: int
    unit: str
    negative: bool = False
    millions: bool = False
    word: bool = False


def before(text: str, start: int, printed: str) -> Money | None:
    """The currency that stands before the number at `start`."""
    left = max(0, start - 10)
    if not left <= start - 1 or text[start - 1] in "\n\t":
        return None
    window = text[left:start]
    if (
        not any(char in window for char in "$=")
        and window[-1] not in _LAST
        and not window[-1].isalpha()
        and window[-1] not in " .-−–"
    ):
        return None
    found = BEFORE.search(window)
    if found is None:
        return None
    at, nation = left + found.start(), found["nation"]
    if nation and not _is_nation(nation, text[at - 1 : at]):
        return Money(left + found.start() + found.group().index("$"), DOLLAR, bool(found["minus"]))
    unit = _unit_before(found, printed, text[start + len(printed) : start + len(printed) + 1])
    word = bool(found["code"] or found["other"])
    if unit is None or (word and found.group().endswith(" ") and BEHIND_DIGITS.search(text[max(0, at - 2) : at])):
        return None
    return Money(at, unit, bool(found["minus"]), bool(found["million"]), word)


def _is_nation(letters: str, before: str) -> bool:
    """Whether letters before "$" name a country: "a $5 fee" and "it's $5" name none."""
    return letters.upper() in DOLLARS and before != "'" and (len(letters) > 1 or letters.isupper() or letters == "c")


_LAST = frozenset("£€¥₹₨₩₽₺₴₪₦₱฿₫₡₾₭₮₸₲₵₿＄")


def _unit_before(found: re.Match[str], printed: str, behind: str) -> str | None:
    if found["sign"]:
        return SIGNS[found["sign"]]
    spaced = found.group().endswith(" ")
    if found["other"]:
        name = found["other"].rstrip(".")
        if name in GLUED and (spaced or not ((behind in "kmb" and behind) or len(printed) > 2)):
            return None
        return OTHER_CODES.get(name) or NAMES.get(name)
    if found["code"]:
        code = found["code"]
        if code in NOT_CODES and spaced:
            return None
        return code if code in CODES else OTHER_CODES.get(code)
    nation = (found["nation"] or found["after"] or "").upper()
    return DOLLARS.get(nation, DOLLAR) if nation != "US" else "USD"


def own_dollar(text: str) -> str:
    """The code that a bare "$", or "dollars", stands for in `text`.

    Another than USD only where US dollars are set apart from it, or where the text speaks of another dollar's country
    and never of America.
    """
    named = Counter(OWN_DOLLAR[word] for word in COUNTRY.findall(text)).most_common(1)
    if not named:
        return "USD"
    own, times = named[0]
    apart = TELLING.search(text) is not None and BARE.search(text) is not None
    return own if times >= (SET_APART if apart else AT_HOME) and (apart or not AMERICA.search(text)) else "USD"


def singular(word: str) -> str:
    """A currency's name without its plural ending."""
    return word[:-1] if word.endswith("s") and word[:-1] in NAMES else word
