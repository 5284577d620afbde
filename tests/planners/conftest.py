"""A server that speaks the chat-completions protocol and plays recorded answers, for planners that ask elsewhere."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

MODELS = ("qwen3", "llama3.3")


@dataclass(frozen=True)
class Reply:
    """What the server sends once: `delay` seconds late, and in `pieces` with as long between them."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    delay: float = 0.0
    pieces: int = 1


@dataclass(frozen=True)
class Heard:
    """A request that came in."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


def said(content: str | None, finish: str = "stop", **message: object) -> Reply:
    """A completion as servers send it."""
    choice = {
        "index": 0,
        "finish_reason": finish,
        "logprobs": None,
        "message": {"role": "assistant", "content": content, "refusal": None, **message},
    }
    usage = {"prompt_tokens": 9, "completion_tokens": 9, "total_tokens": 18}
    whole = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1767225600, "model": "qwen3"}
    return Reply(json.dumps(whole | {"choices": [choice], "usage": usage}).encode())


def refused(status: int, message: str, **headers: str) -> Reply:
    """An error as servers send it."""
    body = {"error": {"message": message, "type": "error", "param": None, "code": None}}
    return Reply(
        json.dumps(body).encode(), status, {name.replace("_", "-"): v for name, v in headers.items()}
    )


class Server:
    """Listens on a free port of this machine and plays its replies in order, the last one again and again."""

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self._replies: list[Reply] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                owner.heard.append(Heard(self.path, dict(self.headers), json.loads(data)))
                if self.path != "/v1/chat/completions":
                    self._send(Reply(b"404 page not found", 404))
                    return
                self._send(owner._replies.pop(0) if len(owner._replies) > 1 else owner._replies[0])

            def do_GET(self) -> None:
                listed = [
                    {"id": name, "object": "model", "created": 1, "owned_by": "here"} for name in MODELS
                ]
                body = json.dumps({"object": "list", "data": listed}).encode()
                self._send(Reply(body) if self.path == "/v1/models" else Reply(b"404 page not found", 404))

            def _send(self, reply: Reply) -> None:
                time.sleep(reply.delay)
                self.send_response(reply.status)
                headers = {"Content-Type": "application/json", "Content-Length": str(len(reply.body))}
                for name, value in (headers | reply.headers).items():
                    self.send_header(name, value)
                self.end_headers()
                step = -(-len(reply.body) // reply.pieces) or 1
                for i in range(0, len(reply.body), step):
                    self.wfile.write(reply.body[i : i + step])
                    self.wfile.flush()
                    time.sleep(reply.delay if reply.pieces > 1 else 0)

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass  # a client that hung up

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def plays(self, *replies: Reply | str) -> None:
        """From now on these are the answers; text stands for a completion that says it."""
        self._replies = [said(reply) if isinstance(reply, str) else reply for reply in replies]
        self.heard.clear()

    def close(self) -> None:
        """Nobody listens any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture(scope="module")
def _listening() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def server(_listening: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """A server that has answers to nothing yet."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    _listening.plays(refused(500, "nothing to play"))
    return _listening


@pytest.fixture
def reply() -> Callable[..., Reply]:
    """Makes an error as servers send it, of a status and a message."""
    return refused


@pytest.fixture
def raw() -> Callable[..., Reply]:
    """Makes a reply of any bytes."""
    return Reply


@pytest.fixture
def completion() -> Callable[..., Reply]:
    """Makes a completion as servers send it."""
    return said
