"""Page value of the private link."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from flask_babel import gettext as _
from markupsafe import Markup

from assessment.use_cases.answer_campaign import find_asking
from assessment.use_cases.records import AssessmentRecord
from assessment.web.belonging import Belonging


@dataclass(frozen=True, slots=True)
class LinkPage:
    """The private link as text and as a QR code in SVG; ``onward`` is where the person goes on.

    ``url`` and ``qr`` are empty where this device does not hold the link, as on another device of its owner.
    ``from_mail``: it is a personal link, like those in the mails of a campaign.
    """

    url: str
    qr: Markup
    onward: str
    onward_label: str
    belonging: Belonging
    from_mail: bool


def build_link_page(record: AssessmentRecord, url: str, onward: str, belonging: Belonging) -> LinkPage:
    """The page of one assessment's private link; ``url`` is empty where it is not known."""
    campaign = find_asking(record.id)
    return LinkPage(
        url=url,
        qr=draw_qr(url) if url else Markup(),
        onward=onward,
        onward_label=_onward_label(record),
        belonging=belonging,
        from_mail=campaign is not None and not campaign.campaign.anonymous,
    )


def _onward_label(record: AssessmentRecord) -> str:
    if record.is_submitted:
        return str(_("To my result"))
    return str(_("Go on answering") if record.answered else _("To the statements"))


def draw_qr(text: str) -> Markup:
    """A QR code as an SVG element with attributes only, as the content security policy asks."""
    import segno  # used on this page alone

    drawn = BytesIO()
    # All eight masks read alike; weighing them up takes five times as long as drawing.
    segno.make_qr(text, error="m", mask=0).save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=False,
        nl=False,
        omitsize=True,
        border=4,
        light="#fff",
        svgclass="cx-qr",
        lineclass=None,
    )
    return Markup(drawn.getvalue().decode())  # noqa: S704  (drawn here; the text is in the modules, not in the markup)
