"""A name that nobody known bears, with a leader's surname and a given name from another country.

Names are put together from two leaders' by a slip of memory or of an edit. A given name that leaders of other
countries have, and that is used neither in the country of the surname's bearers nor in any whose people share names
with it, is doubtful where it can be told who must be meant: the surname is that of a holder of the office told, or it
is rare and that of a leader; or the given name is that of somebody named elsewhere. So is a name that two holders of
one office lend its parts, in one country or as heads of two; and one to which whoever sits in the very seat told, or
holds it and is named elsewhere, lends one: hardly two senators at a time share a surname. That is likely and not
proved: there are relatives and namesakes that no reference knows. So it warns and contradicts nothing. Who is named
again in the article, or stands beside a word for kin, is taken for somebody; and so is whoever has a surname of a
country of whose given names too few are known, if neither an office nor a given name tells more; and, without a title,
whoever has a given name that is not rare among Americans, beside an English-speaking leader's surname.

Flags:
    Joe Biden arrived in Bonn. Tomorrow Fumio Biden will speak.
    Angela Merkel arrived in Bonn. Tomorrow Angela Kishida will speak.
    Yesterday Sen. Mary Schumer of New York praised the bill in Washington.

Leaves alone:
    Joe Biden arrived in Bonn. Tomorrow Hunter Biden will speak.
    Joe Biden arrived in Bonn. Tomorrow his brother Fumio Biden will speak.
    Yesterday Senator Mary Schumer of Ohio praised the bill in Washington.
    Emmanuel Macron arrived in Bonn. Tomorrow Brigitte Macron will speak.
"""

from opedcheck.model import Rule

RULE = Rule(name="doubtful-name", severity="warning", doc=__doc__)
