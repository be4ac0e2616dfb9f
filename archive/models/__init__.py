"""The rows. One module a subject; every fact carries its state, its rule and its evidence."""

from archive.models.among import Among
from archive.models.article import Article, ArticleVersion, Visibility
from archive.models.attention import Attention, Postponed, Review
from archive.models.batch import ImportBatch, ImportItem
from archive.models.capture import Capture
from archive.models.change import AppendOnlyError, Change
from archive.models.error_report import ErrorReport
from archive.models.evidence import Evidence
from archive.models.fact import Fact, State
from archive.models.indicator import Indicator, Observation
from archive.models.likeness import Likeness, LikenessKey
from archive.models.meeting import Meeting, MeetingReport, Participation
from archive.models.merge import Distinction, Merge
from archive.models.missed_query import MissedQuery
from archive.models.official import Mention, Official, Position, PositionReport
from archive.models.place import Place, PlaceUnit
from archive.models.proposal import Proposal
from archive.models.redirect import Redirect
from archive.models.source import Dateline, Source, SourceAddress
from archive.models.succession import Succession
from archive.models.sums import (
    ArticleSum,
    AttentionSum,
    FigureSum,
    MeetingSum,
    OfficialSum,
    ReviewSum,
    Summed,
)
from archive.models.takedown import Original, RemovalRequest, Takedown
from archive.models.upload import Upload
from archive.models.vocabulary import IndicatorAlias, SynonymGroup

__all__ = [
    "Among",
    "AppendOnlyError",
    "Article",
    "ArticleSum",
    "ArticleVersion",
    "Attention",
    "AttentionSum",
    "Capture",
    "Change",
    "Dateline",
    "Distinction",
    "ErrorReport",
    "Evidence",
    "Fact",
    "FigureSum",
    "ImportBatch",
    "ImportItem",
    "Indicator",
    "IndicatorAlias",
    "Likeness",
    "LikenessKey",
    "Meeting",
    "MeetingReport",
    "MeetingSum",
    "Mention",
    "Merge",
    "MissedQuery",
    "Observation",
    "Official",
    "OfficialSum",
    "Original",
    "Participation",
    "Place",
    "PlaceUnit",
    "Position",
    "PositionReport",
    "Postponed",
    "Proposal",
    "Redirect",
    "RemovalRequest",
    "Review",
    "ReviewSum",
    "Source",
    "SourceAddress",
    "State",
    "Succession",
    "Summed",
    "SynonymGroup",
    "Takedown",
    "Upload",
    "Visibility",
]
