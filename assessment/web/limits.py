"""Limits on attempts, counted in the database for all processes of the site together."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator
from contextlib import suppress
from ipaddress import AddressValueError, IPv6Address
from typing import Protocol, cast

from flask import Flask, Response, current_app, request, session
from flask.typing import RouteCallable
from flask_limiter import Limiter, RequestLimit
from werkzeug.exceptions import TooManyRequests
from werkzeug.middleware.proxy_fix import ProxyFix

from assessment.use_cases.availability import DatabaseUnavailable
from assessment.use_cases.mail_addresses import find_address
from assessment.web.attempts import ATTEMPTS, Attempt, By, Counts
from assessment.web.parts import parts
from assessment.web.signed_in import find_account

_FAILED = frozenset({401, 404, 422})
"""Answers to a link or token that opens nothing."""

_SIXTY_FOUR_BITS = -8
"""Bytes at the end of an IPv6 address that a single household or server changes as it likes."""


_KNOWN = "known"
"""Where the signed cookie keeps the pseudonyms of the accounts that have signed in on this device."""

_MOST_KNOWN = 3


class _Windows(Protocol):
    """What the site's storage can do beyond what the limiter's library asks of one."""

    def give_back(self, key: str) -> None: ...


def register(app: Flask) -> None:
    """Limit every kind of attempt in ATTEMPTS. All other pages and calls must have been registered before.

    Expects the storage in ``app.config["RATELIMIT_STORAGE_URI"]``.
    """
    proxies = app.extensions["cx_wheel"].settings.trusted_proxies
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=0)  # type: ignore[method-assign]
    limiter = Limiter(client_key, app=app, on_breach=_refuse)
    for attempt in ATTEMPTS:
        for endpoint in _endpoints(app, attempt):
            for by, limit in attempt.limits:
                _limit(app, limiter, attempt, endpoint=endpoint, by=by, limit=limit)
    app.after_request(_settle(app, limiter))


def client_key() -> str:
    """A pseudonym of the client's address; of an IPv6 address only the network counts."""
    address = request.remote_addr or ""
    try:
        sixth = IPv6Address(address)
    except AddressValueError:
        return _pseudonym(address.encode())
    if sixth.ipv4_mapped is not None:
        return _pseudonym(str(sixth.ipv4_mapped).encode())
    return _pseudonym(sixth.packed[:_SIXTY_FOUR_BITS])


def account_key() -> str:
    """A pseudonym of the account whose address is typed. All ways to write one address give the same."""
    typed = request.form.get("email", "")
    return _account_pseudonym(find_address(typed) or typed.strip().lower())


def own_account_key() -> str:
    """The same, and another one on devices that know the account."""
    key = account_key()
    return f"{key}@home" if key in session.get(_KNOWN, ()) else key


def remember_account(email: str) -> None:
    """Let this device know the account that has just signed in here, also after it signs out: by its pseudonym."""
    key = _account_pseudonym(email)
    session[_KNOWN] = [*(each for each in session.get(_KNOWN, ()) if each != key), key][-_MOST_KNOWN:]


def second_step_key() -> str:
    """A pseudonym of the account whose password was right and whose second step is asked for."""
    return _pseudonym(f"second step/{session.get('tf_user_id', '')}".encode())


def signed_in_key() -> str:
    """A pseudonym of the account that is signed in on this device."""
    account = find_account()
    return _pseudonym(f"signed in/{account.id if account else ''}".encode())


def link_key() -> str:
    """A pseudonym of the mailed link whose token stands in the address."""
    return _pseudonym(f"link/{(request.view_args or {}).get('token', '')}".encode())


_KEYS: dict[By, Callable[[], str]] = {
    By.CLIENT: client_key,
    By.ACCOUNT: account_key,
    By.SECOND_STEP: second_step_key,
    By.SIGNED_IN: signed_in_key,
    By.LINK: link_key,
    By.OWN_ACCOUNT: own_account_key,
    By.OWN_ACCOUNT_AT_CLIENT: lambda: f"{own_account_key()}@{client_key()}",
}


def _limit(app: Flask, limiter: Limiter, attempt: Attempt, *, endpoint: str, by: By, limit: str) -> None:
    afterwards = attempt.counts is Counts.FAILURES_AFTERWARDS
    shared = limiter.shared_limit(
        limit,
        scope=f"{attempt.name}.{by}",
        key_func=_KEYS[by],
        methods=list(attempt.methods),
        deduct_when=_never if afterwards else None,  # so that it only looks; what failed is counted when it is over
    )
    app.view_functions[endpoint] = cast(RouteCallable, shared(app.view_functions[endpoint]))


def _endpoints(app: Flask, attempt: Attempt) -> Iterator[str]:
    for endpoint in attempt.endpoints:
        blueprint, _, argument = endpoint.partition(".<")
        if not argument:
            yield endpoint
            continue
        rules = (rule for rule in app.url_map.iter_rules() if argument.removesuffix(">") in rule.arguments)
        yield from dict.fromkeys(rule.endpoint for rule in rules if rule.endpoint.startswith(f"{blueprint}."))


def _never(_response: Response) -> bool:
    return False


def _settle(app: Flask, limiter: Limiter) -> Callable[[Response], Response]:
    """Once it is known how an attempt ended: count a failure, or take back what was counted before a success."""
    kinds = {
        (method, endpoint): each.counts
        for each in ATTEMPTS
        for endpoint in _endpoints(app, each)
        for method in each.methods
    }

    def settle(response: Response) -> Response:
        counts = kinds.get((request.method, request.endpoint or ""), Counts.ALL)
        if counts is Counts.ALL:
            return response
        with suppress(DatabaseUnavailable):  # it is written down already, and the attempt itself is answered
            _settle_each(limiter, counts, response.status_code)
        return response

    return settle


def _settle_each(limiter: Limiter, counts: Counts, status: int) -> None:
    for counted in limiter.current_limits:
        if counts is Counts.FAILURES and 300 <= status < 400:  # all of them lead on after success
            cast(_Windows, limiter.storage).give_back(counted.key)
        elif counts is Counts.FAILURES_AFTERWARDS and status in _FAILED:
            limiter.limiter.hit(counted.limit, *counted.request_args)


def _refuse(breached: RequestLimit) -> None:
    """Refuse with the time after which the next attempt counts anew. Raises TooManyRequests."""
    ends_at = breached.limiter.storage.get_expiry(breached.key)
    seconds = max(1, -int(-(ends_at - parts().clock().timestamp()) // 1))
    raise TooManyRequests(f"Too many attempts. Try again in {seconds} seconds.", retry_after=seconds)


def _account_pseudonym(email: str) -> str:
    return _pseudonym(f"account/{email}".encode(errors="surrogatepass"))


def _pseudonym(text: bytes) -> str:
    """What cannot be turned back without the site's secret: neither addresses nor networks lie in the table."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    return hmac.new(secret, text, hashlib.sha256).hexdigest()[:32]
