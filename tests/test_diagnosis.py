"""The doctor says what is here and what is missing, and never fails to say it."""

from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from cavendish.diagnosis import Finding, examine
from cavendish.settings import WEIGHT_FILES


def found() -> dict[str, Finding]:
    return {finding.name: finding for finding in examine()}


def test_libraries_device_and_painters_are_named():
    findings = found()
    assert findings["torch"].ok
    assert findings["device"].state.startswith("auto, of cpu")
    assert findings["painters"].state == "native, tracer"
    assert findings["planners"].state == "native, openai"


def test_a_key_is_said_to_be_set_and_never_shown(monkeypatch: pytest.MonkeyPatch):
    assert found()["planner key"].state == "not set"
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert found()["planner key"].state == "set (OPENAI_API_KEY)"
    monkeypatch.setenv("CAVENDISH_OPENAI_KEY", "sk-secret")
    assert found()["planner key"].state == "set (CAVENDISH_OPENAI_KEY)"
    assert not any("sk-secret" in finding.state for finding in examine())


def test_weights_that_are_missing_or_damaged_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAVENDISH_WEIGHTS", str(tmp_path))
    assert not any(found()[f"weights {name}"].ok for name in WEIGHT_FILES)
    save_file({"a": np.ones(3, np.float32)}, tmp_path / "decoder.safetensors")
    (tmp_path / "refiner.safetensors").write_bytes(b"\x80\x04pickle")
    assert found()["weights decoder"].ok
    assert "1 tensors" in found()["weights decoder"].state
    assert not found()["weights refiner"].ok


def test_a_device_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CAVENDISH_DEVICE", "abacus")
    assert not found()["device"].ok
