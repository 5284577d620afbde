"""Canvas, camera, light and look accept what can be and refuse what cannot."""

import pytest
from pydantic import ValidationError

from cavendish.plan.scene import Camera, Canvas, Light, Style


def test_nothing_said_is_nothing_told() -> None:
    assert Canvas().aspect == "1:1"
    assert {
        *Light().model_dump().values(),
        *Camera().model_dump().values(),
        *Style().model_dump().values(),
    } == {None}


@pytest.mark.parametrize(
    "light", [{"hour": 24}, {"hour": -1}, {"scheme": "disco"}, {"time": "teatime"}, {"azimuth": 999}]
)
def test_light_that_cannot_be_is_refused(light: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Light.model_validate(light)


def test_a_ribbon_is_no_canvas() -> None:
    with pytest.raises(ValidationError, match="8 times"):
        Canvas(aspect="9:1")
