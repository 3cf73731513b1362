"""A sentence that says what a reference says, but for one figure, date, name or telling word.

Where a sentence and a reference share their names, their nouns and verbs, and the parse puts all that as near to the
one mention as to the other, both most likely tell one fact, and one of them has it wrong. How much must be alike
depends on how the two differ: least where it looks like a slip of the pen (a digit, a nought, the day before, a letter
of a name), most where it is another value altogether. Names are compared only in slots that the record calls
`exclusive`, unless they look like slips; so are the words for what somebody is ("minority leader"), and words with
their contraries. It is likely and not proved, so it warns and contradicts nothing. Nothing is said where another
sentence of the article is likelier to tell the fact and has it right, where a second figure or date differs as well,
or where the article tells only of what might be.

Reference:
    In a poll by Elphberg Surveys, 33 percent of Ruritanian miners were less likely to vote for Anton Hentzau.

Flags:
    In the Elphberg Surveys poll, 37 percent of Ruritanian miners said they were less likely to vote for Anton Hentzau.

Leaves alone:
    In a poll by Elphberg Surveys, 33 percent of miners were less likely to vote for Hentzau, and 37 percent of men.
    In Zenda, 37 percent of the mills are less likely to close.
    If 37 percent of Ruritanian miners were less likely to vote for Anton Hentzau, Elphberg Surveys would be wrong.
"""

from opedcheck.model import Rule

RULE = Rule(name="possible-mismatch", severity="warning", doc=__doc__)
