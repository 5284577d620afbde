"""Rates rise and fall as they should, and the average follows."""

from typing import cast

import pytest
import torch
from torch import nn

from cavendish.train.optim import Average, optimiser, rate


def test_the_rate_rises_to_full_and_falls_to_the_floor() -> None:
    assert rate(0.0) == 0
    assert rate(0.015) == pytest.approx(0.5, abs=0.01)
    assert rate(0.03) == pytest.approx(1.0, abs=0.01)
    assert rate(0.5) == pytest.approx(0.51)
    assert rate(1.0) == rate(2.0) == pytest.approx(0.02)


def test_only_matrices_and_filters_are_decayed() -> None:
    groups = optimiser(nn.Conv2d(2, 3, 3), 1e-3, 0.1).param_groups
    assert [(len(group["params"]), group["weight_decay"]) for group in groups] == [(1, 0.1), (1, 0.0)]


def test_the_average_of_still_weights_is_those_weights_and_of_moving_ones_lags() -> None:
    modules = nn.ModuleDict({"a": nn.Linear(2, 2)})
    average = Average(modules, 0.9)
    for step in range(5):
        average.update(modules, step + 1)
    twin = average.modules["a"].weight
    assert isinstance(twin, torch.Tensor)
    assert torch.equal(twin, cast(torch.Tensor, modules["a"].weight))
    with torch.no_grad():
        modules["a"].weight.add_(1)  # type: ignore[operator]  # a Linear's weight is a tensor
    average.update(modules, 1000)
    assert torch.allclose(modules["a"].weight - twin, torch.tensor(0.9), atol=1e-6)  # type: ignore[operator]  # tensors
    assert not twin.requires_grad
