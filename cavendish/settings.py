"""Where things live and which device is used; printed by `cavendish doctor`."""

import hashlib
import math
import os
import shutil
import sys
from pathlib import Path

WEIGHT_FILES = ("tokenizer", "backbone", "decoder", "refiner")
VARIABLES = {
    "CAVENDISH_WEIGHTS": "folder of the weights (default: those shipped with the package)",
    "CAVENDISH_LORAS": "folder in which a recipe's LoRAs are found by name (default: loras with the user's data)",
    "CAVENDISH_CACHE": "folder for compiled code and other things that can be made again",
    "CAVENDISH_DEVICE": "cpu, cuda, cuda:1, mps or auto (default: auto)",
    "CAVENDISH_THREADS": "threads to compute with (default: every core this process may use)",
    "CAVENDISH_OPENAI_KEY": "key for --planner openai:MODEL@URL; never shown",
    "OPENAI_API_KEY": "the same, where CAVENDISH_OPENAI_KEY is not set",
    "CAVENDISH_OPENAI_SECONDS": "how long to wait for such a planner's answer (default: 120)",
}
KEYS = ("CAVENDISH_OPENAI_KEY", "OPENAI_API_KEY")
_PATIENCE = 120.0
_KERNELS = ("finish", "painters", "train", "world")  # rooms that have some
_KEPT = 3  # folders of other states of the kernels that are kept


def weights_dir() -> Path:
    """The folder the model is loaded from."""
    given = os.environ.get("CAVENDISH_WEIGHTS")
    return Path(given).expanduser() if given else Path(__file__).parent / "weights"


def loras_dir() -> Path:
    """The folder in which LoRAs are found by name; it need not exist."""
    given = os.environ.get("CAVENDISH_LORAS")
    if given:
        return Path(given).expanduser()
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home).expanduser() / "cavendish" / "loras"


def cache_dir() -> Path:
    """The folder for what can be made again; it need not exist yet."""
    given = os.environ.get("CAVENDISH_CACHE")
    if given:
        return Path(given).expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache").expanduser() / "cavendish"


def kernels_dir() -> Path:
    """The folder that compiled kernels are kept in: one for each state of all their sources together.

    Numba looks at a kernel's own file alone, and would keep one whose neighbour it was compiled with has changed.
    """
    digest = hashlib.blake2b(digest_size=6)
    for room in _KERNELS:
        for file in sorted((Path(__file__).parent / room).glob("*.py")):
            source = file.read_bytes()
            digest.update(source if b"@njit" in source else b"")
    return cache_dir() / "kernels" / digest.hexdigest()


def keep_kernels() -> None:
    """Compiled kernels are kept in `kernels_dir`, unless NUMBA_CACHE_DIR says where; folders long unused go."""
    if "NUMBA_CACHE_DIR" in os.environ:
        return
    own = kernels_dir()
    os.environ["NUMBA_CACHE_DIR"] = str(own)
    if "numba" in sys.modules:  # it has read its settings already
        sys.modules["numba"].config.CACHE_DIR = str(own)
    try:
        own.mkdir(parents=True, exist_ok=True)
        others = [other for other in own.parent.iterdir() if other != own]
        for old in sorted(others, key=lambda other: other.stat().st_mtime)[: -_KEPT or None]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return  # Numba finds a folder of its own where this one cannot be written


def compiled() -> bool:
    """Whether the world's kernels have been compiled on this machine before."""
    return any(Path(os.environ.get("NUMBA_CACHE_DIR") or kernels_dir()).rglob("kernels.*.nbi"))


def device() -> str:
    """The device asked for: `auto` means the best one there is."""
    return os.environ.get("CAVENDISH_DEVICE") or "auto"


def threads() -> int:
    """How many threads to compute with, at least one."""
    given = os.environ.get("CAVENDISH_THREADS", "")
    if given.isdigit() and int(given) > 0:
        return int(given)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def openai_key() -> tuple[str, str] | None:
    """The variable that holds the key for outside planners, and the key; None when neither is set."""
    held = ((name, os.environ.get(name, "").strip()) for name in KEYS)
    return next(((name, key) for name, key in held if key), None)


def openai_seconds() -> float:
    """How many seconds to wait for an outside planner's answer, more than none."""
    try:
        given = float(os.environ.get("CAVENDISH_OPENAI_SECONDS", ""))
    except ValueError:
        return _PATIENCE
    return given if 0 < given < math.inf else _PATIENCE
