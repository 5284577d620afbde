"""A small OpenAI-compatible server, run as a process of its own: it reads the question and composes an answer.

It knows nothing of the package: requests are checked against the client's own types, answers are made with them, and
what an answer may hold it learns from the JSON schema that it is sent. Its models differ in their manners.
"""

import json
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from openai.types.chat import ChatCompletion
from openai.types.chat.completion_create_params import CompletionCreateParamsNonStreaming
from pydantic import TypeAdapter, ValidationError

MODELS = ("builder", "wordy", "cut", "slow", "busy", "refuser", "obedient", "learner")
_COLORS = ("red", "blue", "green", "yellow")
_REQUEST = TypeAdapter(CompletionCreateParamsNonStreaming)
_met: dict[str, int] = {}


def said(messages: list[dict[str, Any]]) -> str:
    """The user's words alone, between the marks that the question puts round them."""
    lines = messages[1]["content"].splitlines()
    marks = [line for line in lines if lines.count(line) == 2 and line.strip()]
    words = messages[1]["content"].split(f"\n{marks[0]}\n")[1] if marks else messages[1]["content"]
    return words.strip()


def kinds(schema: dict[str, Any]) -> set[str]:
    """Every kind that the schema lists."""
    found: set[str] = set()
    todo: list[Any] = [schema]
    while todo:
        node = todo.pop()
        if isinstance(node, dict):
            listed = node.get("properties", {}).get("kind", {}).get("enum", [])
            found |= set(listed)
            todo += node.values()
        elif isinstance(node, list):
            todo += node
    return found


def plan(words: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A thing for each word that is a kind; of any other noun behind an article one built from parts."""
    things: list[dict[str, Any]] = []
    known = kinds(schema)
    for match in re.finditer(
        rf"\b(?:an?|the) (?:({'|'.join(_COLORS)}) )?(\w+)\b", words.split('"', maxsplit=1)[0]
    ):
        color, noun = match.group(1), match.group(2)
        thing: dict[str, Any] = {"id": f"{noun}-{len(things) + 1}", "kind": noun}
        thing |= {"color": color} if color else {}
        if noun not in known:
            thing["parts"] = [
                {"shape": "sphere", "name": "body", "center": [0, 0.5, 0], "size": [0.9, 1, 0.9]},
                {"shape": "cone", "name": "tip", "center": [0, 1.1, 0], "size": [0.3, 0.4, 0.3]},
            ]
        things.append(thing)
    quoted = re.findall(r'"([^"]+)"', words)
    lines = [{"text": quoted[0].upper(), "on": things[-1]["id"]}] if quoted and things else []
    return {"things": things, "lettering": lines}


def answered(body: dict[str, Any]) -> tuple[int, dict[str, str], dict[str, Any]]:
    """The status, headers and body that a model answers with."""
    model, messages = body["model"], body["messages"]
    _met[model] = _met.get(model, 0) + 1
    form = body.get("response_format", {})
    schema = form.get("json_schema", {}).get("schema", {})
    text: str | None = json.dumps(plan(said(messages), schema))
    finish, refusal = "stop", None
    if model == "busy" and _met[model] % 2 == 1:
        error = {
            "message": "rate limit reached",
            "type": "requests",
            "code": "rate_limit_exceeded",
            "param": None,
        }
        return 429, {"Retry-After": "0"}, {"error": error}
    if model == "slow":
        time.sleep(30)
    if model == "wordy":
        text = f"<think>Let me see.</think>Here it is:\n```json\n{text}\n```\nEnjoy!"
    if model == "cut":
        text, finish = str(text)[:20], "length"
    if model == "refuser":
        text, refusal = None, "I cannot help with that."
    if model == "obedient":
        text = said(messages).partition("ANSWER:")[2] or text
    if model == "learner" and len(messages) == 2:
        text = '{"things": [{"id": "cup-1", "kind": "cupp"}]}'
    message = {"role": "assistant", "content": text, "refusal": refusal}
    choice = {"index": 0, "finish_reason": finish, "logprobs": None, "message": message}
    usage = {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18}
    whole = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1767225600,
        "model": model,
        "usage": usage,
    }
    return (
        200,
        {},
        ChatCompletion.model_validate(whole | {"choices": [choice]}).model_dump(exclude_unset=True),
    )


class Handler(BaseHTTPRequestHandler):
    """The two doors of the protocol that planners use."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        try:
            _REQUEST.validate_python(body)
        except ValidationError as error:
            self._send(400, {}, {"error": {"message": str(error)[:200], "type": "invalid_request_error"}})
            return
        if body["model"] not in MODELS:
            self._send(
                404, {}, {"error": {"message": f"no model {body['model']}", "type": "invalid_request_error"}}
            )
            return
        self._send(*answered(body))

    def do_GET(self) -> None:
        listed = [{"id": name, "object": "model", "created": 1, "owned_by": "here"} for name in MODELS]
        self._send(200, {}, {"object": "list", "data": listed})

    def _send(self, status: int, headers: dict[str, str], body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(data)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()
