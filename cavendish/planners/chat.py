"""Questions to a server that speaks the chat-completions protocol, and its answers; every failure is one line."""

import json
import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cavendish import settings
from cavendish.errors import PlannerError, RequestError, clip, nearest

if TYPE_CHECKING:
    import httpx

EXAMPLE = "openai:qwen3@http://localhost:11434/v1"
MOST_BYTES = 4 << 20
"""What an answer may weigh."""
MOST_WAIT = 10.0
"""Seconds that a server may ask to be left alone before it is asked once more."""
_CONNECT = 10.0
_NAME = re.compile(r"(?P<model>[\x21-\x7e]{1,200}?)@(?P<url>https?://[\x21-\x7e]+)", re.IGNORECASE)
_ENDING = "/chat/completions"

Message = dict[str, str]
Json = dict[str, Any]


@dataclass(frozen=True)
class Endpoint:
    """A model and the address of the server that has it, such as http://localhost:11434/v1."""

    model: str
    url: str


def endpoint(argument: str) -> Endpoint:
    """The endpoint in MODEL@URL; RequestError when it is none."""
    found = _NAME.fullmatch(argument)
    if found is None:
        raise _misnamed("openai:MODEL@URL", argument)
    url = found["url"].rstrip("/").removesuffix(_ENDING)
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if not host:
        raise _misnamed("a URL with a host", url)
    if "@" in parts.netloc or parts.query or parts.fragment:
        # It goes into the recipe of every picture, where nothing secret may stand.
        what = "a URL without user, password or query"
        raise RequestError(f"planner: expected {what}", hint="the key in CAVENDISH_OPENAI_KEY")
    return Endpoint(found["model"], url)


def _misnamed(what: str, got: str) -> RequestError:
    return RequestError(
        f"planner: expected {what}, got {clip(got) or 'nothing'}", hint=f"--planner {EXAMPLE}"
    )


class Chat:
    """One conversation with an endpoint.

    Answers are held to a JSON schema where the server can do so, else to JSON, else to nothing; what a server refuses
    is not sent to it again.
    """

    def __init__(self, at: Endpoint, schema: Json, seed: int) -> None:
        named = {"name": "plan", "strict": True, "schema": schema}
        self._forms: list[Json] = [{"type": "json_schema", "json_schema": named}, {"type": "json_object"}, {}]
        self._draw: Json = {"temperature": 0, "seed": seed}
        self._at = at

    @property
    def held(self) -> bool:
        """Whether the server holds answers to the schema, as far as is known."""
        return len(self._forms) == 3

    def ask(self, system: str, bare: str, turns: list[Message]) -> str:
        """What the model says next; `bare` is told instead of `system` where answers are not held to the schema.

        PlannerError says in one line why there is no answer; RequestError that the key cannot be one.
        """
        while True:
            told = [{"role": "system", "content": system if self.held else bare}, *turns]
            form = {"response_format": self._forms[0]} if self._forms[0] else {}
            answer = self._posted(
                {"model": self._at.model, "messages": told, "stream": False} | self._draw | form
            )
            if answer.status not in (400, 422) or not self._yields(answer.said()):
                return self._text(answer)

    def _yields(self, complaint: str) -> bool:
        """Whether there is something left to do without, after a request was refused."""
        for name in tuple(self._draw):
            if name in complaint:
                del self._draw[name]
                return True
        if len(self._forms) == 1:
            return False
        del self._forms[0]
        return True

    def _posted(self, body: Json) -> "_Answer":
        answer = self._sent("POST", _ENDING, body)
        wait = answer.wait
        if answer.status in (429, 503) and wait is not None and wait <= MOST_WAIT:
            time.sleep(wait)
            answer = self._sent("POST", _ENDING, body)
        return answer

    def _sent(self, method: str, path: str, body: Json | None = None) -> "_Answer":
        import httpx

        seconds = settings.openai_seconds()
        limits = httpx.Timeout(seconds, connect=min(_CONNECT, seconds))
        url = self._at.url
        try:
            with (
                httpx.Client(timeout=limits, headers=_headers()) as client,
                client.stream(method, url + path, json=body) as response,
            ):
                return _Answer(
                    response.status_code, response.headers.get("retry-after"), _read(response, seconds)
                )
        except httpx.ConnectTimeout as error:
            raise self._failed(f"cannot reach {clip(url)}: it does not answer") from error
        except (httpx.TimeoutException, TimeoutError) as error:
            more = f"CAVENDISH_OPENAI_SECONDS={max(2 * seconds, 60):g}"
            raise self._failed(f"no answer from {clip(url)} within {seconds:g} s", more) from error
        except httpx.ConnectError as error:
            raise self._failed(f"cannot reach {clip(url)}: {_reason(error)}") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._failed(f"{clip(url)} broke off: {_reason(error)}") from error

    def _text(self, answer: "_Answer") -> str:
        """What the model said; PlannerError when it said nothing whole."""
        if answer.status != 200:
            raise self._refused(answer)
        body = answer.json()
        if not isinstance(body, dict) or "error" in body:
            raise self._failed(f"expected a chat completion, got {answer.said()!r}", "the URL ends in /v1")
        choices = body.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        message = choice.get("message") if isinstance(choice, dict) else None
        if not isinstance(choice, dict) or not isinstance(message, dict):
            raise self._failed(f"expected a chat completion, got {answer.said()!r}", "the URL ends in /v1")
        refusal, ended = message.get("refusal"), choice.get("finish_reason")
        if refusal or ended == "content_filter":
            raise self._failed(f"{self._at.model} declined: {_line(refusal or 'its filter held the answer back')}",
                               "other words")  # fmt: skip
        if ended == "length":
            raise self._failed("expected a whole plan, got one cut short at the server's limit",
                               "a larger context, or fewer things")  # fmt: skip
        text = _joined(message.get("content"))
        if not text.strip():
            raise self._failed("expected a plan, got an answer without words", "another model")
        return text

    def _refused(self, answer: "_Answer") -> PlannerError:
        status, said = answer.status, answer.said()
        if status in (401, 403):
            held = settings.openai_key()
            what = f"refuses the key in {held[0]}" if held else "wants a key"
            return self._failed(f"{clip(self._at.url)} {what} ({status})", "CAVENDISH_OPENAI_KEY=…")
        if status == 404:
            return self._absent(said)
        if status == 429:
            wait = answer.wait
            later = f", asked to wait {wait:g} s" if wait is not None else ""
            return self._failed(
                f"{clip(self._at.url)} has too many requests (429){later}: {said}", "again later"
            )
        return self._failed(f"expected an answer, got {status}: {said}")

    def _absent(self, said: str) -> PlannerError:
        """What is said of a model, or a server, that is not there."""
        model = self._at.model
        try:
            body = self._sent("GET", "/models").json()
        except PlannerError:
            body = None
        listed = body.get("data") if isinstance(body, dict) else None
        known = (
            [str(item.get("id")) for item in listed if isinstance(item, dict)]
            if isinstance(listed, list)
            else []
        )
        if not known or model in known:
            hint = "a model that the server has, and a URL that ends in /v1"
            return self._failed(f"{clip(self._at.url)} has no {clip(model)} (404): {said}", hint)
        near = nearest(model, known) or known[0]
        some = ", ".join(clip(name, 30) for name in known[:6]) + (", …" if len(known) > 6 else "")
        return self._failed(
            f"expected one of the models {some}, got {clip(model)}", f"openai:{near}@{self._at.url}"
        )

    def _failed(self, what: str, hint: str = "start the server, or --planner native") -> PlannerError:
        return PlannerError(_without_key(f"planner openai: {what}"), hint=_without_key(hint))


@dataclass(frozen=True)
class _Answer:
    """What a server sent back."""

    status: int
    retry_after: str | None
    data: bytes

    @property
    def wait(self) -> float | None:
        """Seconds to wait before asking again, as the server has it; None when it does not say."""
        if self.retry_after is None:
            return None
        try:
            return max(0.0, float(self.retry_after))
        except ValueError:
            pass
        try:
            until = parsedate_to_datetime(self.retry_after)
        except ValueError:
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - datetime.now(UTC)).total_seconds())

    def json(self) -> Any:
        """The JSON it is, None when it is none."""
        try:
            return json.loads(self.data)
        except (ValueError, RecursionError):
            return None

    def said(self) -> str:
        """Its complaint, or how it begins, short enough for an error line."""
        body = self.json()
        error = body.get("error", body.get("detail")) if isinstance(body, dict) else None
        message = error.get("message") if isinstance(error, dict) else error
        return _line(message if isinstance(message, str) else self.data[:4000].decode("utf-8", "replace"))


def _headers() -> dict[str, str]:
    from importlib.metadata import version

    plain = {"user-agent": f"cavendish/{version('cavendish')}", "accept-encoding": "identity"}
    held = settings.openai_key()
    if held is None:
        return plain
    name, key = held
    if not re.fullmatch(r"[\x21-\x7e]+", key):
        raise RequestError(f"{name}: expected letters, digits and signs without spaces, got others")
    return plain | {"authorization": f"Bearer {key}"}


def _read(response: "httpx.Response", seconds: float) -> bytes:
    """The answer's bytes; TimeoutError when they take longer, however they trickle, and no more than MOST_BYTES."""
    data, until = bytearray(), time.monotonic() + seconds
    for part in response.iter_raw():
        data += part
        if len(data) > MOST_BYTES:
            return bytes(data[:MOST_BYTES])
        if time.monotonic() > until:
            raise TimeoutError
    return bytes(data)


def _joined(content: object) -> str:
    """What a message says, in one piece or in parts."""
    if isinstance(content, list):
        parts: list[Any] = content
        return "".join(str(part.get("text", "")) for part in parts if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _reason(error: Exception) -> str:
    text = re.sub(r"^\[Errno -?\d+\]\s*", "", str(error)) or type(error).__name__
    return _line(text[0].lower() + text[1:])


def _line(text: object) -> str:
    return clip(_without_key(" ".join(str(text).split())), 160)  # a key that was cut could not be found


def _without_key(text: str) -> str:
    held = settings.openai_key()
    return text.replace(held[1], "…") if held else text
