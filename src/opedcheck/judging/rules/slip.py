"""A sentence that says what a reference says, but for one figure, date or name that differs as slips of the pen do.

A digit or two in the wrong order, a nought too many, the day before, a letter of a name, the given name of another:
where all else is alike, that is seldom another fact. It is not proved, so it warns and contradicts nothing. Nothing
is said where the article has the reference's own figure, date or name as well.

Reference:
    In a poll by Elphberg Surveys, 33 percent of Ruritanian miners were less likely to vote for Anton Hentzau.

Flags:
    In the Elphberg Surveys poll, 37 percent of Ruritanian miners said they were less likely to vote for Anton Hentzau.

Leaves alone:
    In the Elphberg Surveys poll, 71 percent of Ruritanian miners said they were less likely to vote for Anton Hentzau.
    In a poll by Elphberg Surveys, 33 percent of miners were less likely to vote for Hentzau, and 37 percent of men.
    In Zenda, 37 percent of the mills are less likely to close.
"""

from opedcheck.model import Rule

RULE = Rule(name="possible-slip", severity="warning", doc=__doc__)
