"""What mail servers send back."""

from __future__ import annotations

_HEAD = """From: MAILER-DAEMON@mail.example.org
To: no-reply@wheel.test
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="xx"

--xx
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Письмо не доставлено.

--xx
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
Arrival-Date: Sat, 21 Nov 2026 09:00:00 +0000

Final-Recipient: rfc822; anna@example.org
Action: {action}
Status: {status}
{diagnosis}
--xx
Content-Type: {kind}

From: CX Wheel <no-reply@wheel.test>
Message-ID: <{mail_id}@wheel.test>
Subject: Hello
{rest}
--xx--
"""


def notification(
    mail_id: str,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    words: str = "550 5.1.1 <anna@example.org>: user unknown",
    whole: bool = True,
) -> bytes:
    """A delivery status notification, with the ``whole`` mail or its headers alone."""
    text = _HEAD.format(
        action=action,
        status=status,
        diagnosis=f"Diagnostic-Code: smtp; {words}\n" if words else "",
        kind="message/rfc822" if whole else "text/rfc822-headers",
        mail_id=mail_id,
        rest="\nHello.\n" if whole else "",
    )
    return text.replace("\n", "\r\n").encode()
