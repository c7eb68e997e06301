"""A result as plain data, the same for every machine that asks: the API, the command line, the person's own export."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, Profile


def result_document(
    framework: Framework, profile: Profile, *, locale: str, submitted_at: datetime | None
) -> dict[str, Any]:
    """The result of the REST contract, version 1, in full precision; names in ``locale``.

    ``submitted_at`` is None for answers that were never submitted anywhere, such as those of a file.
    """
    weakest = profile.weakest
    return {
        "framework": profile.framework,
        "version": profile.version,
        "level": profile.level.value,
        "locale": locale,
        "submitted_at": None if submitted_at is None else rfc3339(submitted_at),
        "competencies": [_competency(framework, score, locale) for score in profile.competencies],
        "roll": profile.roll,
        "mean": profile.mean,
        "balance": profile.balance,
        "weakest": {
            "verdict": weakest.verdict.value,
            "competencies": list(weakest.competencies),
            "probabilities": dict(weakest.probabilities),
        },
        "blockers": [
            {
                "item": blocker.item,
                "competency": blocker.competency,
                "facet": blocker.facet,
                "value": blocker.value,
                "needed": blocker.needed,
            }
            for blocker in profile.blockers
        ],
    }


def rfc3339(moment: datetime) -> str:
    """A moment in UTC as the contract writes it: 2026-11-21T14:32:05Z, with a fraction only where there is one."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _competency(framework: Framework, score: CompetencyScore, locale: str) -> dict[str, Any]:
    competency = framework.competency(score.competency)
    return {
        "id": score.competency,
        "name": competency.name[locale],
        "block": competency.block,
        "score": score.score,
        "interval": None if score.interval is None else list(score.interval),
        "band": score.band,
        "items": score.items,
        "applicable": score.applicable,
        "rated": score.rated,
        "partial": score.partial,
        "facets": {facet.facet: facet.score for facet in score.facets},
    }
