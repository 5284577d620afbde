"""What a picture shows of planned letters follows from its depth: the same ink that the guides have."""

import numpy as np
import pytest

from cavendish.plan.layout import complete
from cavendish.plan.schema import Lettering, Plan, Thing
from cavendish.world.guides import CHANNELS, guides
from cavendish.world.lettering.seen import em_in, ink_of, window_of
from cavendish.world.stage import Stage, Window, build

SIZE = (192, 192)


def staged(*kinds: str) -> Stage:
    things = tuple(Thing(id=f"a{i}", kind=kind) for i, kind in enumerate(kinds))
    lines = (Lettering(text="Tea", on="a0"),)
    return build(complete(Plan(place="studio", things=things, lettering=lines), 2), 2)


@pytest.mark.parametrize("kind", ["sign", "cup"])
def test_ink_from_depth_is_where_the_guides_have_letters(kind: str) -> None:
    stage = staged(kind)
    (line,) = stage.letters
    window = window_of(stage, line, SIZE)
    assert window is not None
    seen = guides(stage, Window.whole(*SIZE))
    part = seen[window.y0 : window.y0 + window.h, window.x0 : window.x0 + window.w]
    ink, on = ink_of(stage, line, part[..., CHANNELS.index("inverse_depth")], window)
    inside = part[..., CHANNELS.index("letters")] > 0.05
    assert on[inside].all()
    assert ink[inside].mean() > 0.8
    outside = part[..., CHANNELS.index("letters")] < -0.2
    assert ink[outside].mean() < 0.02
    # All ink of the picture is in the window.
    whole = seen[..., CHANNELS.index("letters")] > 0.3
    assert whole.sum() == whole[window.y0 : window.y0 + window.h, window.x0 : window.x0 + window.w].sum()


def test_what_stands_before_letters_hides_them() -> None:
    stage = staged("sign")
    (line,) = stage.letters
    window = window_of(stage, line, SIZE)
    assert window is not None
    ink, on = ink_of(stage, line, np.full((window.h, window.w), 0.9, np.float32), window)
    assert not on.any()
    assert not ink.any()


def test_an_em_grows_with_the_picture() -> None:
    stage = staged("sign")
    (line,) = stage.letters
    assert em_in(stage, line, (384, 384)) == pytest.approx(2 * em_in(stage, line, SIZE), rel=1e-4)
    assert 4 < em_in(stage, line, SIZE) < 96
