"""What went wrong with a call: whether waiting cures it, whether it may have been charged, and what to do."""

import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from cineledger.domain.journal import Attempt

if TYPE_CHECKING:
    import anthropic

MOST_SAID = 300
"""Characters of what a server says of an error."""

SPENT = frozenset(
    {
        "enforced_spend_limit_reached",
        "contract_spend_limit_reached",
        "linked_organization_spend_limit_reached",
    }
)
"""Limits that no waiting of ours outlasts, though they come with the status of one that it does."""

STATUS_OF = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}
"""An error's type → the status it would have come with, had the reply not begun."""

KEPT = "What was answered so far is kept: the same command goes on from there."


@dataclass(frozen=True, slots=True)
class Place:
    """The server that is called, in the words of messages; no message holds the key."""

    url: str
    key: str

    def clean(self, text: str | None) -> str:
        """What somebody else wrote, on one line, not too long, and without the key."""
        plain = " ".join((text or "").replace(self.key, "…").split())
        return plain if len(plain) <= MOST_SAID else plain[:MOST_SAID] + "…"


class CallFailed(Exception):
    """A call brought no message."""

    def __init__(
        self,
        reason: str,
        hint: str,
        attempt: Attempt,
        *,
        transient: bool,
        charged: bool = False,
        busy: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason, self.hint, self.attempt = reason, hint, attempt
        self.transient = transient
        """Waiting may cure it."""
        self.charged = charged
        """It may have been charged for: nobody knows."""
        self.busy = busy
        """The server has too much to do; asked later, it answers."""
        self.wait = wait
        """Seconds that the server asked for."""


def failure(place: Place, error: Exception) -> CallFailed:
    """What an error of the SDK, or of the transport beneath it, means."""
    import anthropic
    import httpx2

    if isinstance(error, anthropic.APIStatusError):
        return _status(place, error)
    chain = list(_chain(error))
    if any(type(e).__name__ == "PastDeadline" or isinstance(e, httpx2.ReadTimeout) for e in chain):
        return silent(place)
    cause = next((e for e in chain if isinstance(e, httpx2.HTTPError | httpx2.InvalidURL)), None)
    if cause is None:
        return broken(place, error)
    attempt = Attempt(error=type(cause).__name__)
    if isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError):
        return _unconnected(place, chain, attempt)
    never_sent = (
        httpx2.UnsupportedProtocol,
        httpx2.LocalProtocolError,
        httpx2.InvalidURL,
        httpx2.TooManyRedirects,
    )
    if isinstance(cause, never_sent):
        said = place.clean(str(cause))
        return CallFailed(f"{place.url} can't be called: {said}", ADDRESS, attempt, transient=False)
    unsent = isinstance(cause, httpx2.PoolTimeout)
    return CallFailed(
        f"{place.url} broke off before the answer was whole",
        f"{KEPT} If it happens each time, see that the address is right and that it speaks the Messages API.",
        attempt,
        transient=True,
        charged=not unsent,
    )


ADDRESS = (
    "See that the address is right: --base-url or ANTHROPIC_BASE_URL, with http:// or https:// and the port."
)


def silent(place: Place) -> CallFailed:
    """Nothing came, or no end, for as long as anybody waits."""
    return CallFailed(
        f"{place.url} did not answer in time",
        f"{KEPT} If it happens each time, have fewer asked at once: --jobs.",
        Attempt(error="Timeout"),
        transient=True,
        charged=True,
    )


def broken(place: Place, error: Exception) -> CallFailed:
    """A reply that began as one and can't be read."""
    return CallFailed(
        f"what {place.url} sent can't be read",
        f"{KEPT} If it happens each time, what answers there does not speak the Messages API.",
        Attempt(error=f"BadBody:{type(error).__name__}"),
        transient=True,
        charged=True,
    )


def unfinished(place: Place, headers: Mapping[str, str], *, begun: bool) -> CallFailed:
    """A reply with status 200 that holds no whole message: cut cleanly, or from somebody in between."""
    kind = headers.get("content-type", "").partition(";")[0]
    request_id = headers.get("request-id")
    if begun or kind == "text/event-stream" or request_id:
        attempt = Attempt(error="Unfinished", status=200, request_id=request_id)
        reason = f"{place.url} broke off before the answer was whole"
        return CallFailed(reason, KEPT, attempt, transient=True, charged=True)
    return CallFailed(
        f"something between here and {place.url} answered in its place, with {kind or 'nothing'}",
        f"Log in to the network, or see that its proxy lets the call through. {KEPT}",
        Attempt(error="NotAMessage", status=200),
        transient=True,
    )


def _unconnected(place: Place, chain: list[BaseException], attempt: Attempt) -> CallFailed:
    """No connection was made, so nothing was charged."""
    if any(isinstance(e, ssl.SSLError) or "SSL" in str(e) for e in chain):
        return CallFailed(
            f"there is no secure connection to {place.url}: {place.clean(str(chain[-1]))}",
            f"{ADDRESS} Behind a proxy that signs for others, point SSL_CERT_FILE at its certificate.",
            attempt,
            transient=False,
        )
    if any(isinstance(e, socket.gaierror) for e in chain):
        reason = f"the host of {place.url} can't be found"
    elif attempt.error == "ProxyError":
        reason = f"the proxy does not connect to {place.url}"
    else:
        reason = f"nothing answers at {place.url}"
    return CallFailed(
        reason, f"See that this machine is on the network, and {ADDRESS[4:]}", attempt, transient=True
    )


def _status(place: Place, error: "anthropic.APIStatusError") -> CallFailed:
    """An error that the server reports, by a status or in the middle of a reply."""
    begun = error.status_code < 400
    status = STATUS_OF.get(str(error.type), 500) if begun else error.status_code
    attempt = Attempt(
        error=type(error).__name__,
        status=error.status_code,
        code=error.error_code or error.type,
        request_id=error.request_id,
    )
    said = place.clean(error.api_message)
    busy = status in (429, 529) and error.error_code not in SPENT
    reason, hint = _told(place, status, said, too_long=_too_long(status, said), spent=not busy)
    told = error.response.headers.get("x-should-retry")
    transient = busy or status in (408, 409) or (status >= 500 and status != 529)
    if told in ("true", "false") and status not in (401, 402, 403) and not _spent(error):
        transient = told == "true"
    wait = _wait(error.response.headers)
    return CallFailed(
        reason, hint, attempt, transient=transient, charged=begun, busy=busy and transient, wait=wait
    )


def _spent(error: "anthropic.APIStatusError") -> bool:
    return error.error_code in SPENT


def _too_long(status: int, said: str) -> bool:
    lower = said.lower()
    return status == 413 or (
        status == 400 and any(w in lower for w in ("too long", "too large", "exceeds the"))
    )


def _told(place: Place, status: int, said: str, *, too_long: bool, spent: bool) -> tuple[str, str]:
    """What a status means, and what to do."""
    also = f" ({said})" if said else ""
    if too_long:
        return f"the ask is too large for the model{also}", (
            "Take a model with a longer context: --mind claude:MODEL; or have the house answer for that role: "
            "cineledger crew NAME --role ROLE --mind house"
        )
    match status:
        case 401:
            return f"{place.url} does not accept the API key{also}", (
                "Set ANTHROPIC_API_KEY to a key that holds there, or go on with --mind house."
            )
        case 402:
            return f"the account behind the API key can't pay{also}", "Add credit to it, or use --mind house."
        case 403:
            return f"{place.url} does not allow this with the API key{also}", (
                "Use a key or a model that is allowed, or go on with --mind house."
            )
        case 404:
            return f"{place.url} has no such model or address{also}", (
                "Name a model that it has: --mind claude:MODEL; and see that --base-url is right."
            )
        case 429 if spent:
            return f"the spend limit of the account is reached{also}", (
                "Raise the limit or wait for the next month, or go on with --mind house."
            )
        case 429:
            return f"{place.url} takes no more calls for now{also}", f"{KEPT} Ask fewer at once with --jobs."
        case 529 | 503:
            return f"{place.url} is overloaded{also}", KEPT
        case _ if status >= 500 or status in (408, 409):
            return f"{place.url} has trouble of its own (status {status}){also}", KEPT
        case _:
            return f"{place.url} refuses the call (status {status}){also}", (
                f"See that the model can do what is asked of it. {ADDRESS}"
            )


def _wait(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks for, however it says so; None where it does not, or not in earnest."""
    try:
        if "retry-after-ms" in headers:
            wait = float(headers["retry-after-ms"]) / 1000
        else:
            wait = float(headers["retry-after"])
    except KeyError:
        return None
    except ValueError:
        try:
            until = parsedate_to_datetime(headers.get("retry-after", ""))
        except ValueError:
            return None
        wait = max((until - datetime.now(until.tzinfo or UTC)).total_seconds(), 0.0)
    return wait if 0 <= wait < 1e9 else None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what it came from, the outermost first."""
    seen = set[int]()
    waiting: BaseException | None = error
    while waiting is not None and id(waiting) not in seen:
        seen.add(id(waiting))
        yield waiting
        waiting = waiting.__cause__ or waiting.__context__
