"""A name that nobody known bears, with a leader's surname and a given name from another country.

Names are put together from two leaders' by a slip of memory or of an edit. Where the given name is one of leaders of
other countries and is used neither in the country of the surname's bearers nor in any whose people share names with
it, and the article speaks of one of those bearers, or of somebody of that given name, that is likely and not proved:
there are relatives and namesakes that no reference knows. So it warns and contradicts nothing. Who is named again in
the article, or stands beside a word for kin, is taken for somebody; and so is everybody with a surname of a country of
whose given names too few are known, unless an office or somebody's given name tells whom it should be.

Flags:
    Joe Biden arrived in Bonn. Tomorrow Fumio Biden will speak.
    Angela Merkel arrived in Bonn. Tomorrow Angela Kishida will speak.

Leaves alone:
    Joe Biden arrived in Bonn. Tomorrow Hunter Biden will speak.
    Joe Biden arrived in Bonn. Tomorrow his brother Fumio Biden will speak.
    Emmanuel Macron arrived in Bonn. Tomorrow Brigitte Macron will speak.
    Fumio Biden arrived in Bonn.
"""

from opedcheck.model import Rule

RULE = Rule(name="doubtful-name", severity="warning", doc=__doc__)
