"""All tables. Importing this package makes them known to the metadata."""

from assessment.store.tables.answers import DbAnswer
from assessment.store.tables.assessments import DbAssessment
from assessment.store.tables.base import Base
from assessment.store.tables.frameworks import DbFrameworkSnapshot
from assessment.store.tables.plans import DbPlan, DbPlanStep
from assessment.store.tables.results import DbResult, DbResultFile

__all__ = [
    "Base",
    "DbAnswer",
    "DbAssessment",
    "DbFrameworkSnapshot",
    "DbPlan",
    "DbPlanStep",
    "DbResult",
    "DbResultFile",
]
