"""From factors to pictures: the formula, its written-out gradient, and the first guess."""

import torch

from cavendish.models.colour import GUIDES, LIGHTS, display
from cavendish.models.develop import GAINS, RAW, SAID, develop, light_of, positive, roots
from cavendish.models.shading import shade


def planes() -> torch.Tensor:
    """Plausible shading planes [1 39 n], some of them empty."""
    torch.manual_seed(0)
    out = torch.rand(1, 39, 600) * torch.linspace(0.2, 2, 600)
    out[..., ::9] = 0
    return out


def test_the_written_out_gradient_is_autograds():
    known, said = planes(), (torch.randn(1, SAID, 600) * 0.7).requires_grad_()
    weight = torch.randn(1, 3, 600)
    (display(light_of(roots(said, known), known)) * weight).sum().backward()
    expected, said.grad = said.grad, None
    shading = shade(torch.zeros(1, GUIDES, 20, 30), torch.zeros(1, LIGHTS))._replace(planes=known)
    raw, gains = said[:, :RAW].unflatten(2, (20, 30)), said[:, RAW:].unflatten(2, (20, 30))
    (develop(raw, gains, shading).flatten(2) * weight).sum().backward()
    assert expected is not None
    assert said.grad is not None
    assert torch.isfinite(said.grad).all()
    assert torch.allclose(said.grad, expected, atol=1e-4, rtol=1e-3)


def test_light_is_base_times_d_plus_second_times_t_plus_glow_plus_s():
    known = torch.rand(1, 39, 1)
    before = torch.rand(1, 9, 1)
    d, t, s = positive(before).square()[0, :, 0].split(3)
    base, second, glow = known[0, 20:29, 0].split(3)
    assert torch.allclose(light_of(before, known)[0, :, 0], base * d + second * t + glow + s)


def test_without_words_from_the_network_the_roots_are_the_guess():
    known = planes()
    assert torch.equal(roots(torch.zeros(1, SAID, 600), known), known[:, 11:20])


def test_a_gain_scales_diffuse_light_alone():
    known, said = planes(), torch.zeros(1, SAID, 600)
    said[:, RAW] = 0.5
    changed = roots(said, known) - roots(torch.zeros_like(said), known)
    assert torch.allclose(changed[:, :3], 0.5 * known[:, 11:14])
    assert float(changed[:, 3:].abs().max()) == 0.0


def test_a_hollow_loses_what_is_said_of_it():
    known, said = planes(), torch.zeros(1, SAID, 600)
    said[:, RAW + 17 :] = torch.tensor([-1.0, -0.5, 0.25])[:, None]
    left = roots(said, known).unflatten(1, (3, 3))
    share = 1 + torch.tensor([-1.0, -0.5, 0.25])[:, None] * known[:, 36:39]
    assert torch.allclose(left, known[:, 11:20].unflatten(1, (3, 3)) * share[:, :, None], atol=1e-5)


def test_smooth_colours_are_heard_by_their_own_layer_alone():
    known = planes()
    said = torch.zeros(1, SAID, 600)
    said[:, RAW + 8 : RAW + 17] = torch.arange(1.0, 10.0)[:, None]
    for layer, (share, first) in enumerate(((33, 0), (34, 0), (35, 6))):
        known[:, 33:36] = 0
        known[:, share] = 1
        changed = (roots(said, known) - roots(torch.zeros_like(said), known))[0, :, 0]
        expected = torch.zeros(9)
        expected[first : first + 3] = torch.arange(1.0, 4.0) + 3 * layer
        assert torch.allclose(changed, expected, atol=1e-5)


def test_the_ramp_is_positive_and_nearly_straight():
    x = torch.linspace(-5, 5, 101)
    assert (positive(x) > 0).all()
    assert torch.allclose(positive(x)[80:], x[80:], atol=1e-2)


def test_pixels_are_display_colours_in_float32_whatever_comes_in():
    shading = shade(torch.rand(2, GUIDES, 5, 6), torch.rand(2, LIGHTS))
    raw = torch.randn(2, RAW, 5, 6, dtype=torch.bfloat16)
    picture = develop(raw, torch.zeros(2, GAINS, 5, 6), shading)
    assert picture.dtype == torch.float32
    assert float(picture.min()) >= -1.0
    assert float(picture.max()) <= 1.0
