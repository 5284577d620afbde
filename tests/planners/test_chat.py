"""Every way in which a server can fail to answer is one line that says what to do."""

import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from cavendish.errors import PlannerError, RequestError
from cavendish.planners.chat import MOST_BYTES, Chat, Endpoint, endpoint

KEY = "sk-very-secret-0123456789"


def ask(url: str, model: str = "qwen3") -> str:
    return Chat(Endpoint(model, url), {"type": "object"}, 1).ask(
        "system", "bare", [{"role": "user", "content": "hi"}]
    )


def failure(url: str, model: str = "qwen3") -> str:
    with pytest.raises(PlannerError) as caught:
        ask(url, model)
    line = str(caught.value)
    assert line.startswith("planner openai: ")
    assert "; try: " in line
    assert "\n" not in line
    assert len(line) < 400
    return line


def test_what_the_model_says_is_the_answer_in_one_piece_or_in_parts(
    server: Any, completion: Callable[..., Any]
):
    server.plays("hello")
    assert ask(server.url) == "hello"
    server.plays(completion([{"type": "text", "text": "hel"}, {"type": "text", "text": "lo"}]))
    assert ask(server.url) == "hello"
    assert ask(f"{server.url}") == "hello"


@pytest.mark.parametrize(
    ("argument", "model", "url"),
    [("qwen3@http://localhost:11434/v1", "qwen3", "http://localhost:11434/v1"),
     ("qwen3:8b@http://[::1]:8000/v1/", "qwen3:8b", "http://[::1]:8000/v1"),
     ("@cf/meta/llama-3@https://example.org/a/b/v1", "@cf/meta/llama-3", "https://example.org/a/b/v1"),
     ("org/model.gguf@HTTP://box/v1/chat/completions", "org/model.gguf", "HTTP://box/v1")],
)  # fmt: skip
def test_a_model_and_a_url_are_read(argument: str, model: str, url: str):
    assert endpoint(argument) == Endpoint(model, url)


@pytest.mark.parametrize(
    ("argument", "expected"),
    [("", "expected openai:MODEL@URL, got nothing"), ("qwen3", "expected openai:MODEL@URL, got qwen3"),
     ("qwen3@localhost:11434", "expected openai:MODEL@URL"), ("@http://a/v1", "expected openai:MODEL@URL"),
     ("qwen3@ftp://a/v1", "expected openai:MODEL@URL"), ("a b@http://a/v1", "expected openai:MODEL@URL"),
     ("m@http:///v1", "a URL with a host"), ("m@http://a:99999/v1", "a URL with a host"),
     ("m@http://[::1/v1", "a URL with a host"), ("m@http://me:secret@a/v1", "without user, password or query"),
     ("m@http://a/v1?key=secret", "without user, password or query"), ("m@http://a/v1\n", "expected openai:MODEL@URL")],
)  # fmt: skip
def test_an_argument_that_is_none_says_what_one_is(argument: str, expected: str):
    with pytest.raises(RequestError) as caught:
        endpoint(argument)
    assert expected in str(caught.value)
    assert caught.value.hint
    assert "secret" not in str(caught.value)


def test_nobody_listening_is_refused():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound but not listening: whoever knocks is turned away
        assert "connection refused" in failure(f"http://127.0.0.1:{held.getsockname()[1]}/v1")


def test_a_host_that_is_none_is_named():
    assert "cannot reach http://nowhere.invalid/v1" in failure("http://nowhere.invalid/v1")


def test_a_server_that_hangs_up_or_speaks_otherwise_is_named():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        other.settimeout(5)
        import threading

        def hang_up() -> None:
            for said in (b"", b"SSH-2.0-OpenSSH_9.9\r\n"):
                caller, _ = other.accept()
                caller.recv(65536)
                caller.sendall(said)
                caller.close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        url = f"http://127.0.0.1:{other.getsockname()[1]}/v1"
        assert [("broke off" in failure(url)) for _ in range(2)] == [True, True]
        thread.join()


@pytest.mark.parametrize("pieces", [1, 40])
def test_an_answer_that_takes_too_long_is_not_waited_for(
    server: Any, raw: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, pieces: int
):
    monkeypatch.setenv("CAVENDISH_OPENAI_SECONDS", "0.2")
    server.plays(raw(b" " * 4000, delay=0.5 if pieces == 1 else 0.05, pieces=pieces))
    began = time.monotonic()
    line = failure(server.url)
    assert "within 0.2 s; try: CAVENDISH_OPENAI_SECONDS=60" in line
    assert time.monotonic() - began < 1.5


def test_a_wait_that_is_asked_for_is_kept_once(server: Any, reply: Callable[..., Any]):
    server.plays(reply(429, "slow down", Retry_After="0.2"), "hello")
    began = time.monotonic()
    assert ask(server.url) == "hello"
    assert 0.2 <= time.monotonic() - began < 2
    server.plays(reply(429, "slow down", Retry_After="0"))
    assert "too many requests (429)" in failure(server.url)
    assert len(server.heard) == 2


@pytest.mark.parametrize("late", [120, None])
def test_a_long_wait_is_not_kept(server: Any, reply: Callable[..., Any], late: int | None):
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=120), usegmt=True)
    server.plays(reply(429, "come back tomorrow", Retry_After=str(late) if late else date))
    began = time.monotonic()
    line = failure(server.url)
    assert "asked to wait 1" in line
    assert "come back tomorrow" in line
    assert len(server.heard) == 1
    assert time.monotonic() - began < 2


def test_without_a_key_one_is_asked_for(server: Any, reply: Callable[..., Any]):
    server.plays(reply(401, "no"))
    assert "wants a key (401); try: CAVENDISH_OPENAI_KEY=" in failure(server.url)
    assert "authorization" not in {name.lower() for name in server.heard[0].headers}


@pytest.mark.parametrize("name", ["CAVENDISH_OPENAI_KEY", "OPENAI_API_KEY"])
def test_a_key_is_sent_and_never_shown(
    server: Any,
    reply: Callable[..., Any],
    raw: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
):
    monkeypatch.setenv(name, KEY)
    for status in (401, 403, 404, 429, 500):
        for lead in ("", "x" * 150):  # where the line is cut, half a key may not be left either
            server.plays(reply(status, f"{lead[:-12]} {KEY} is wrong"))
            assert "sk-very" not in failure(server.url)
            server.plays(raw(f"{lead[:-20]}{KEY}".encode(), status))
            assert "sk-very" not in failure(server.url)
    assert f"refuses the key in {name}" in failure_of(server, reply(401, "no"))
    assert {k.lower(): v for k, v in server.heard[0].headers.items()}["authorization"] == f"Bearer {KEY}"


def failure_of(server: Any, *replies: Any) -> str:
    server.plays(*replies)
    return failure(server.url)


def test_a_key_that_cannot_be_one_is_not_sent(server: Any, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAVENDISH_OPENAI_KEY", "sk-é\u2028x")
    with pytest.raises(RequestError) as caught:
        ask(server.url)
    assert "sk-" not in str(caught.value)
    assert server.heard == []


def test_a_model_that_is_not_there_is_met_with_the_nearest(server: Any, reply: Callable[..., Any]):
    server.plays(reply(404, 'model "qwen4" not found, try pulling it first'))
    line = failure(server.url, "qwen4")
    assert "expected one of the models qwen3, llama3.3, got qwen4" in line
    assert line.endswith(f"try: openai:qwen3@{server.url}")


def test_a_url_that_is_not_the_protocols_is_told_where_it_ends(server: Any):
    assert "URL that ends in /v1" in failure(server.url.removesuffix("/v1"))


SERVED = {
    "500": (500, b'{"error": {"message": "CUDA out of memory"}}', "got 500: CUDA out of memory"),
    "a page": (200, b"<html>Welcome to nginx!</html>", "expected a chat completion, got '<html>Welcome"),
    "empty": (200, b"", "expected a chat completion"),
    "no choices": (200, b'{"choices": []}', "expected a chat completion"),
    "a list": (200, b"[1, 2]", "expected a chat completion"),
    "odd choices": (200, b'{"choices": [{"message": 3}]}', "expected a chat completion"),
    "an error in a 200": (200, b'{"error": {"message": "no credits"}}', "no credits"),
    "a plain error": (418, b'{"error": "teapot"}', "got 418: teapot"),
    "moved": (301, b"", "got 301"),
    "not text": (200, b"\xff\xfe\x00", "expected a chat completion"),
    "no words": (200, b'{"choices": [{"message": {"content": null, "tool_calls": []}}]}', "without words"),
    "deep": (200, b"[" * 100_000, "expected a chat completion"),
}


@pytest.mark.parametrize("what", SERVED)
def test_what_is_no_answer_is_said(server: Any, raw: Callable[..., Any], what: str):
    status, body, line = SERVED[what]
    server.plays(raw(body, status))
    assert line in failure(server.url)


def test_a_flood_is_cut_off(server: Any, raw: Callable[..., Any]):
    server.plays(raw(b"x" * (2 * MOST_BYTES)))
    assert "expected a chat completion, got 'xxx" in failure(server.url)


def test_a_refusal_a_filter_and_a_truncation_are_told_apart(server: Any, completion: Callable[..., Any]):
    server.plays(completion(None, refusal="I'm sorry, I can't help with that."))
    assert "qwen3 declined: I'm sorry, I can't help with that.; try: other words" in failure(server.url)
    server.plays(completion("", "content_filter"))
    assert "declined: its filter" in failure(server.url)
    server.plays(completion('{"things": [', "length"))
    assert "cut short at the server's limit" in failure(server.url)
