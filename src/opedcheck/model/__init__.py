"""The frozen types that travel between the stages. No policy, no spaCy, no files.

Those of which there are many are no concern of Python's search for garbage (`gc=False`): what is frozen is in no cycle.
"""

from opedcheck.model.article import Article, Position, Segment
from opedcheck.model.claims import Claim, Family, Filler, Kind, Modality, Seat
from opedcheck.model.dates import Period, day, partial
from opedcheck.model.findings import (
    ArticleReport,
    Evidence,
    Finding,
    Fix,
    Judged,
    Outcome,
    Reading,
    ReferencesInfo,
    Report,
    SlotComparison,
    Suppressed,
    Verdict,
)
from opedcheck.model.matches import (
    AlignedMatch,
    EventMatch,
    Foreign,
    Gist,
    Holding,
    Lookalike,
    Match,
    MembershipMatch,
    NameMatch,
    OfficeMatch,
    PlaceMatch,
    Repeat,
    StatementMatch,
    TimeRelation,
)
from opedcheck.model.mentions import Name, Quantity, Sentence, Time, Word, plain
from opedcheck.model.records import (
    AnyRecord,
    Event,
    Figures,
    LexiconEntry,
    Membership,
    Office,
    Organisation,
    Origin,
    Person,
    Place,
    Record,
    Slot,
    Source,
    Statement,
)
from opedcheck.model.rules import Rule, Severity

__all__ = [
    "AlignedMatch", "AnyRecord", "Article", "ArticleReport", "Claim", "Event", "EventMatch", "Evidence", "Family",
    "Figures", "Filler", "Finding", "Fix", "Foreign", "Gist", "Holding", "Judged", "Kind", "LexiconEntry", "Lookalike",
    "Match", "Membership", "MembershipMatch", "Modality", "Name", "NameMatch", "Office", "OfficeMatch", "Organisation",
    "Origin", "Outcome", "Period", "Person", "Place", "PlaceMatch", "Position", "Quantity", "Reading", "Record",
    "ReferencesInfo", "Repeat", "Report", "Rule", "Seat", "Segment", "Sentence", "Severity", "Slot", "SlotComparison",
    "Source", "Statement", "StatementMatch", "Suppressed", "Time", "TimeRelation", "Verdict", "Word", "day", "partial",
    "plain",
]  # fmt: skip
