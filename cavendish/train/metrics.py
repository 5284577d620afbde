"""Held-out figures where they count: on the pixels that things change: b batch, h w size."""

import math

import torch
from torch import Tensor


def changed_psnr(painted: Tensor, reference: Tensor, changed: Tensor) -> float:
    """PSNR in dB over the changed pixels [b 1 h w] of pictures [b 3 h w] in −1..1.

    99 when they are equal, nan when nothing changed.
    """
    painted = painted.float().clamp(-1, 1)
    weight = changed.float().expand_as(reference)
    total = float(weight.sum())
    if total == 0:
        return math.nan
    error = float(((painted - reference).square() * weight).sum()) / total
    return 99.0 if error < 1e-9 else 10 * math.log10(4 / error)


def gradient_energy(painted: Tensor, reference: Tensor, changed: Tensor) -> float:
    """Energy of the painted gradients on changed pixels over the reference's: below 1 is blur."""

    def energy(picture: Tensor) -> float:
        across = picture[..., :-1, 1:] - picture[..., :-1, :-1]
        down = picture[..., 1:, :-1] - picture[..., :-1, :-1]
        return float(((across.square() + down.square()) * changed[..., :-1, :-1]).sum())

    return energy(painted.float().clamp(-1, 1)) / max(energy(reference), 1e-9)


def top_octave(painted: Tensor, reference: Tensor) -> tuple[float, float]:
    """(Energy ratio, coherence) with the reference in the highest octave of luminance, over all pictures.

    Coherence is |⟨P, R*⟩| / √(⟨|P|²⟩⟨|R|²⟩) above half of Nyquist: noise and sharpening score low.
    """
    p, r = (torch.fft.rfft2(_windowed(x.float().mean(1))) for x in (painted, reference))
    fy = torch.fft.fftfreq(painted.shape[-2], device=painted.device).abs()[:, None]
    fx = torch.fft.rfftfreq(painted.shape[-1], device=painted.device)[None, :]
    band = (torch.maximum(fy, fx) >= 0.25).float()
    pp, rr = float((p.abs().square() * band).sum()), float((r.abs().square() * band).sum())
    cross = float(((p * r.conj()) * band).sum().abs())
    return pp / max(rr, 1e-9), cross / max(math.sqrt(pp * rr), 1e-9)


def _windowed(luminance: Tensor) -> Tensor:
    h, w = luminance.shape[-2:]
    window = (torch.hann_window(h, device=luminance.device)[:, None] *
              torch.hann_window(w, device=luminance.device)[None, :])  # fmt: skip
    return (luminance - luminance.mean((1, 2), keepdim=True)) * window
