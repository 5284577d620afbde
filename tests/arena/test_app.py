"""The pages in a client and, where there is Chromium, in a real browser."""

import json
import shutil
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from PIL import Image

from cavendish.arena import app as pages
from cavendish.arena.contest import Contest, pairings
from cavendish.arena.ratings import Rating
from cavendish.events import Request

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LOCAL = "http://127.0.0.1"


@pytest.fixture
def contest(tmp_path: Path) -> Contest:
    for name, color in (("alpha", (190, 60, 40)), ("beta", (40, 90, 160))):
        (tmp_path / name).mkdir()
        Image.new("RGB", (320, 240), color).save(tmp_path / name / "a-red-cup.png")
    return Contest(
        ("alpha", "beta"), pairings(tmp_path / "alpha", tmp_path / "beta"), tmp_path / "votes.jsonl"
    )


@contextmanager
def served(app: FastAPI) -> Generator[str]:
    """The app on a real port."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"{LOCAL}:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join(5)


def test_nothing_says_whose_a_picture_is_before_the_vote(contest: Contest) -> None:
    client = TestClient(pages.arena(contest), base_url=LOCAL)
    shown = client.get("/next").json()
    left = client.get(f"/picture/{shown['id']}/left")
    told = client.get("/").text + json.dumps(shown) + str(left.headers) + str(left.url)
    assert not any(name in told for name in contest.names)
    answer = client.post("/vote", json={"id": shown["id"], "choice": "left"}).json()
    assert set(answer.values()) == set(contest.names)
    assert {row["name"] for row in client.get("/ratings").json()} == set(contest.names)


def test_bad_votes_and_other_hosts_are_refused(contest: Contest) -> None:
    client = TestClient(pages.arena(contest), base_url=LOCAL)
    wrong = client.post("/vote", json={"id": "0" * 16, "choice": "left"})
    assert (wrong.status_code, "a pairing that is open" in wrong.json()["error"]) == (422, True)
    assert client.post("/vote", json={"id": contest.next().id, "choice": "up"}).status_code == 422
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_prompt_that_cannot_be_painted_is_told_before_anything_is() -> None:
    client = TestClient(pages.play("tracer", "256"), base_url=LOCAL)
    answer = client.post("/paint", json={"prompt": " ", "aspect": "1:1", "seed": 1})
    assert (answer.status_code, answer.json()["error"][:6]) == (422, "prompt")
    assert client.post("/paint", json={"prompt": "a cup", "aspect": "7:1", "seed": 1}).status_code == 422


@pytest.mark.slow
def test_a_picture_comes_with_thoughts_plan_and_previews() -> None:
    told = [
        json.loads(line) for line in pages.lines([Request("a red cup", 3, size="64x64", painter="tracer")])
    ]
    assert {"plan", "preview", "picture", "stage"} <= {key for line in told for key in line}
    assert told[-1]["picture"].startswith("data:image/png;base64,")
    assert told[-1]["seed"] == 3


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs the Debian package chromium")
def test_people_vote_with_keys_in_a_real_browser(contest: Contest, monkeypatch: pytest.MonkeyPatch) -> None:
    from playwright.sync_api import sync_playwright

    ratings = contest.ratings

    def late() -> list[Rating]:
        time.sleep(0.5)  # nothing can be voted on before the first pair is there
        return ratings()

    monkeypatch.setattr(contest, "ratings", late)
    with served(pages.arena(contest)) as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 800})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(address)
        page.wait_for_selector("#left:enabled")
        page.keyboard.press("ArrowLeft")
        page.wait_for_function("document.getElementById('said').textContent.startsWith('In the last')")
        page.wait_for_selector("#both:enabled")
        page.click("#both")
        page.wait_for_function("document.getElementById('ratings').textContent.includes('2')")
        browser.close()
    assert problems == []
    assert len(contest.duels) == 2
