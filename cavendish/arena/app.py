"""The pages' server: a blind vote, or a page to play with; on this machine alone."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import Body, FastAPI
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, StreamingResponse
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request as Asked

from cavendish import pipeline
from cavendish.arena.contest import CHOICES, Contest
from cavendish.errors import CavendishError, RequestError, clip
from cavendish.events import SEED_LIMIT, Event, Finished, Pixels, Planned, Preview, Progress, Request, Thought
from cavendish.image import encode

HOSTS = ["127.0.0.1", "localhost", "[::1]"]
PAGES = Path(__file__).parent
FOUR = 4


def arena(contest: Contest) -> FastAPI:
    """The vote's server; no address, name or header of it says whose a picture is before the vote."""
    app = _app("arena.html")

    def following() -> dict[str, object]:
        shown = contest.next()
        return {"id": shown.id, "prompt": shown.pairing.prompt, "votes": len(contest.duels)}

    def picture(id: str, side: str) -> FileResponse:
        return FileResponse(
            contest.shown(id).picture(side), filename="picture", headers={"Cache-Control": "no-store"}
        )

    def vote(id: Annotated[str, Body()], choice: Annotated[str, Body()]) -> dict[str, object]:
        if choice not in CHOICES:
            raise RequestError(f"choice: expected left, right or both, got {clip(choice)}")
        left = contest.vote(id, choice)
        return {"left": left, "right": next(name for name in contest.names if name != left)}

    def ratings() -> list[dict[str, object]]:
        return [
            {"name": one.name, "points": round(one.points), "votes": one.votes,
             "low": round(one.low), "high": round(one.high)} for one in contest.ratings()
        ]  # fmt: skip

    app.get("/next")(following)
    app.get("/picture/{id}/{side}")(picture)
    app.post("/vote")(vote)
    app.get("/ratings")(ratings)
    return app


def play(painter: str = "native", size: str = "512") -> FastAPI:
    """The server of the page with four pictures of a prompt."""
    app = _app("play.html")

    def paint(
        prompt: Annotated[str, Body()], aspect: Annotated[str, Body()], seed: Annotated[int, Body()]
    ) -> StreamingResponse:
        asked = [
            Request(prompt, (seed + k) % SEED_LIMIT, aspect, size, painter) for k in range(FOUR)
        ]  # what is wrong is told before anything is painted
        return StreamingResponse(lines(asked), media_type="application/x-ndjson")

    app.post("/paint")(paint)
    return app


def lines(asked: list[Request]) -> Iterator[str]:
    """One picture after the other, as lines of JSON: what is thought, the plan, previews, the picture, an error."""
    for number, request in enumerate(asked):
        try:
            for event in pipeline.walk(request):
                told = _told(event)
                if told is not None:
                    yield json.dumps({"number": number, **told}, ensure_ascii=False) + "\n"
        except CavendishError as error:
            yield json.dumps({"number": number, "error": str(error)}) + "\n"


def _told(event: Event) -> dict[str, object] | None:
    match event:
        case Thought(text):
            return {"thought": text}
        case Planned():
            return {"plan": event.plan.model_dump(mode="json", exclude_none=True)}
        case Progress(stage, step, of):
            return {"stage": stage, "done": step / max(of, 1)}
        case Preview(stage, pixels, _, _):
            return {"preview": _data(pixels, "JPEG"), "stage": stage}
        case Finished(pixels, recipe):
            return {"picture": _data(pixels, "PNG", recipe.to_json()), "seed": recipe.seed}
        case _:
            return None


def _data(pixels: Pixels, kind: str, recipe: str = "{}") -> str:
    coded = base64.b64encode(encode(pixels, kind, recipe)).decode()
    return f"data:image/{kind.lower()};base64,{coded}"


def _app(name: str) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)  # other sites cannot be made to point here
    page = (PAGES / name).read_text(encoding="utf-8")

    def root() -> HTMLResponse:
        return HTMLResponse(page)

    def style() -> FileResponse:
        return FileResponse(PAGES / "pages.css")

    def wrong(_: Asked, error: Exception) -> JSONResponse:
        return JSONResponse({"error": str(error)}, 422)

    app.get("/")(root)
    app.get("/pages.css")(style)
    app.add_exception_handler(CavendishError, wrong)
    return app
