"""Commands about the plan between words and picture: it is drawn, and its schema printed."""

from pathlib import Path
from typing import Annotated

import typer

from cavendish.cli.desk import app, print_json, print_line

plan = typer.Typer(help="The plan between words and picture.", rich_markup_mode=None)
app.add_typer(plan, name="plan")


@plan.command("show")
def plan_show(
    source: Annotated[Path, typer.Argument(help="A plan, or a picture with a recipe inside.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write: .png.")] = None,
    seed: Annotated[int | None, typer.Option(help="The draw; a picture has its own, a plan's is 0.")] = None,
) -> None:
    """Draw a plan: from above, through the camera, and in words."""
    from cavendish import orders
    from cavendish.image import check_writable, write_bytes
    from cavendish.world.export import chart

    path = out or orders.free(source.with_name(f"{source.stem.removesuffix('-plan')}-plan.png"))
    chart.check(path)
    check_writable(path)
    write_bytes(path, chart.encode(orders.staged(source, seed)))
    print_line(str(path))


@plan.command("schema")
def plan_schema() -> None:
    """Print the plan's JSON schema."""
    from cavendish.plan.schema import Plan

    print_json(Plan.model_json_schema(), 2)
