"""HTML for people. ``register`` joins every area to the application."""

from __future__ import annotations

from flask import Blueprint, Flask

from assessment.web import assets, errors, locale, own_address, security, shell, signed_in
from assessment.web.accounts import joining as accounts
from assessment.web.administration.views import blueprint as administration
from assessment.web.campaigns.run_views import blueprint as campaigns
from assessment.web.development.views import blueprint as development
from assessment.web.home.views import blueprint as home
from assessment.web.invitations.views import blueprint as invitations
from assessment.web.own_data.views import blueprint as own_data
from assessment.web.pages.views import blueprint as pages
from assessment.web.plan.step_views import blueprint as plan
from assessment.web.questions.finish_views import blueprint as questions
from assessment.web.result.views import blueprint as result
from assessment.web.sharing.views import blueprint as sharing
from assessment.web.site.views import blueprint as site
from assessment.web.start.views import blueprint as start
from assessment.web.team_plan.step_views import blueprint as team_plan
from assessment.web.team_result.file_views import blueprint as team_result
from assessment.web.teams.join_link_views import blueprint as teams
from assessment.web.teams.join_views import blueprint as join
from assessment.web.teams.organisation_views import blueprint as organisations

_AREAS: tuple[Blueprint, ...] = (
    site,
    start,
    questions,
    result,
    plan,
    own_data,
    pages,
    home,
    sharing,
    administration,
    teams,
    join,
    organisations,
    campaigns,
    invitations,
    team_plan,
    team_result,
    development,
)


def register(app: Flask) -> None:
    """Give the application its pages, languages, security headers, styles and error pages.

    Expects ``app.config["SECRET_KEY"]``, a static folder, and ``app.extensions["cx_wheel"]`` with ``settings``,
    ``shelf``, ``clock`` and ``token_source``.
    """
    locale.register(app)
    security.register(app)
    assets.register(app)
    shell.register(app)
    errors.register(app)
    signed_in.register(app)
    own_address.register(app)
    for area in _AREAS:
        app.register_blueprint(area)
    accounts.register(app)
