"""Rules of a bank that need more than one value. Each check takes a source and yields findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assessment.bank.checks.actions import check_actions, check_order_of_actions
from assessment.bank.checks.catalogue import check_catalogue
from assessment.bank.checks.cutoffs import check_bands, check_stages
from assessment.bank.checks.files import check_files, check_folder_names
from assessment.bank.checks.items import check_consistency_pairs, check_items, check_items_per_facet
from assessment.bank.checks.scales import check_scale_points, check_scale_references
from assessment.bank.checks.spokes import check_blocks, check_number_of_competencies
from assessment.bank.checks.texts import check_texts
from assessment.bank.checks.uniqueness import check_unique_names, check_unique_words
from assessment.bank.finding import Finding
from assessment.bank.source import Source

CHECKS: tuple[Callable[[Source], Iterator[Finding]], ...] = (
    check_files,
    check_folder_names,
    check_texts,
    check_unique_names,
    check_unique_words,
    check_number_of_competencies,
    check_blocks,
    check_bands,
    check_stages,
    check_scale_points,
    check_scale_references,
    check_items,
    check_items_per_facet,
    check_consistency_pairs,
    check_actions,
    check_order_of_actions,
    check_catalogue,
)
