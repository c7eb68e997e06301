"""Views of one's own data: see, take along, erase."""

from __future__ import annotations

import json

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.use_cases.own_data import erase, export_csv, export_json
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.take_assessment import read_sheet
from assessment.web.access import needs_access, revoke_access
from assessment.web.downloads import download
from assessment.web.locale import language_for
from assessment.web.own_data.forms import ErasureForm
from assessment.web.own_data.keeping import find_keeping
from assessment.web.own_data.pages import build_own_data_page

blueprint = Blueprint("own_data", __name__)


@blueprint.get("/assessments/<assessment_id>/data")
@needs_access
def show(record: AssessmentRecord) -> ResponseReturnValue:
    """What is stored, and what can be done with it."""
    return _page(record)


@blueprint.get("/assessments/<assessment_id>/data/export.json")
@needs_access
def as_json(record: AssessmentRecord) -> ResponseReturnValue:
    """Everything stored, for machines."""
    content = json.dumps(export_json(record.id), ensure_ascii=False, indent=2) + "\n"
    return download(content, kind="application/json", name=_("CX Wheel data") + ".json")


@blueprint.get("/assessments/<assessment_id>/data/answers.csv")
@needs_access
def as_csv(record: AssessmentRecord) -> ResponseReturnValue:
    """The answers, for a spreadsheet."""
    content = export_csv(record.id, language_for(read_sheet(record.id).framework).locale)
    return download(content, kind="text/csv", name=_("CX Wheel answers") + ".csv")


@blueprint.post("/assessments/<assessment_id>/data/erasure")
@needs_access
def erase_all(record: AssessmentRecord) -> ResponseReturnValue:
    """Erase everything, once it is confirmed."""
    if not ErasureForm(request.form).validate():
        refusal = _("Nothing was erased: please tick the box first.")
        return _page(record, refusal=refusal), 422
    erase(record.id)
    revoke_access(record.id)
    return redirect(url_for("own_data.farewell"), 303)


@blueprint.get("/erased")
def farewell() -> ResponseReturnValue:
    """Everything is gone; also where a second click on the button ends."""
    return render_template("own_data/farewell.html")


def _page(record: AssessmentRecord, refusal: str = "") -> str:
    framework = read_sheet(record.id).framework
    language = language_for(framework)
    title = language.pick(framework.title)
    page = build_own_data_page(language, record, title, find_keeping(record), refusal=refusal)
    return render_template("own_data/show.html", page=page)
