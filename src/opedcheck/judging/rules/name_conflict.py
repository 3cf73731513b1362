"""Two given names in one text for one surname and office.

One of the two is a slip, unless they are two people: relatives, holders one after the other, and people whom the
references know are left alone, and so are short forms (Kate is Katherine) and initials.

Flags:
    Health Minister Karel Novotny spoke first. Later Health Minister Pavel Novotny left.

Leaves alone:
    Health Minister Karel Novotny spoke first. Later former Health Minister Pavel Novotny left.
    Health Minister Karel Novotny spoke first. His brother, Defense Minister Pavel Novotny, left.
    Health Minister Karel Novotny spoke first. Later Health Minister K. Novotny left.
    Health Minister Katherine Novotny spoke first. Later Health Minister Kate Novotny left.
"""

from opedcheck.model import Rule

RULE = Rule(name="name-conflict", severity="error", doc=__doc__, needs_references=False)
