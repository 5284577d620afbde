"""A planner elsewhere: any model behind an OpenAI-compatible chat endpoint, whose answer is a plan or an error."""

import json
import re
from collections.abc import Iterator
from typing import Any

from cavendish.errors import PlanError, PlannerError, RequestError
from cavendish.events import Unknown, check_prompt
from cavendish.plan.avoiding import together
from cavendish.plan.people import heed
from cavendish.plan.reading import read
from cavendish.plan.refusing import refused
from cavendish.plan.schema import Plan, parse_plan
from cavendish.planners import brief
from cavendish.planners.audit import audit, note
from cavendish.planners.base import Thoughts
from cavendish.planners.chat import EXAMPLE, Chat, Endpoint, Message, endpoint
from cavendish.planners.gaps import filled
from cavendish.planners.quotes import lettered

_FENCE = re.compile(r"```[a-zA-Z]*\s*\n?(.*?)```", re.DOTALL)
_THOUGHT = re.compile(r"^.*</think>", re.DOTALL)
_MOST_RETURNED = 20_000  # characters of a bad answer that are shown to the model again


class OpenAIPlanner:
    """Plans with the model at an endpoint: `--planner openai:MODEL@URL`."""

    name = "openai"

    def __init__(self, at: Endpoint | None = None) -> None:
        if at is None:
            raise RequestError("planner: expected openai:MODEL@URL, got openai", hint=f"--planner {EXAMPLE}")
        self._at = at

    @classmethod
    def named(cls, argument: str) -> "OpenAIPlanner":
        """The planner of MODEL@URL; RequestError when that is none."""
        return cls(endpoint(argument))

    def plan(self, prompt: str, seed: int) -> Thoughts:
        """The open plan the model answers with, its lettering as the prompt quotes it, every word accounted for.

        An answer that is no plan is sent back once with what is wrong. RequestError when the prompt is empty or too
        long; PlannerError when the server does not answer, or twice with no plan.
        """
        check_prompt(prompt)
        plan, mended = self._answered(prompt, seed)
        heard = heed(prompt)
        reading = read(heard.prompt)
        plan, quoted = lettered(plan, reading.refs.texts)
        plan, lost = filled(plan, reading, heard)
        plan = plan.model_copy(update={"avoid": together((*plan.avoid, *refused(reading)))})
        unknown, notes = audit(reading, plan, heard)
        missed = tuple(Unknown(words, None) for words in lost)
        return Thoughts(
            plan, (*unknown, *missed), (*mended, *quoted, *notes, *(note(item) for item in missed))
        )

    def _answered(self, prompt: str, seed: int) -> tuple[Plan, tuple[str, ...]]:
        """The model's plan, and a note where it took two answers."""
        chat = Chat(self._at, brief.schema(), seed)
        system, bare = brief.system(), brief.system(with_schema=True)
        turns: list[Message] = [{"role": "user", "content": brief.question(prompt)}]
        first = chat.ask(system, bare, turns)
        try:
            return plan_in(first), ()
        except PlanError as error:
            wrong = error
        turns += [
            {"role": "assistant", "content": first[:_MOST_RETURNED]},
            {"role": "user", "content": brief.repair(str(wrong))},
        ]
        try:
            # Some servers take a schema and pass it over: then the model has not seen it yet.
            plan = plan_in(chat.ask(system if brief.met(first) else bare, bare, turns))
        except PlanError as error:
            raise PlannerError(
                f"planner openai: expected a plan from {self._at.model}, got none twice: {error.what}",
                hint="other words, a larger model, or --planner native",
            ) from error
        return plan, (f"the planner's first answer was put right: {wrong.what}",)


def plan_in(answer: str) -> Plan:
    """The plan in what a model said: alone, in a code fence, or amid words; PlanError when there is none."""
    try:
        text = next(_candidates(answer), answer)
        return parse_plan(text)
    except RecursionError:
        raise PlanError("plan: expected a plan, got JSON that is nested too deeply") from None


def _candidates(answer: str) -> Iterator[str]:
    """The JSON objects that the answer may mean, the likeliest first."""
    said = _THOUGHT.sub("", answer)
    amid = said[said.find("{") : said.rfind("}") + 1]
    for text in (answer, said, *_FENCE.findall(said), amid):
        found = _object(text)
        if found is not None:
            # A plan may come wrapped, as `think --json` writes it.
            inner = found.get("plan")
            yield json.dumps(brief.as_plan(inner if isinstance(inner, dict) else found))


def _object(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
