"""What the program is built on has no fault that is known."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version

ROOT = Path(__file__).parents[1]
LOCKS = sorted(ROOT.glob("requirements*.lock"))
MENDED = {
    "cryptography": "44.0.1",  # CVE-2024-12797
    "h11": "0.16.0",  # CVE-2025-43859
    "idna": "3.7",  # CVE-2024-3651
    "jinja2": "3.1.6",  # CVE-2025-27516
    "pdfminer-six": "20251230",  # CVE-2025-64512 and CVE-2025-70559
    "pillow": "11.3.0",  # CVE-2025-48379
    "requests": "2.32.4",  # CVE-2024-47081
    "setuptools": "78.1.1",  # CVE-2025-47273
    "tqdm": "4.66.3",  # CVE-2024-34062
    "urllib3": "2.6.0",  # CVE-2025-66418 and CVE-2025-66471
}
"""The first version of a library in which a fault that concerns us was mended."""


def pinned(lock: Path) -> dict[str, Version]:
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text("utf-8"), re.MULTILINE)
    return {name: Version(version) for name, version in found}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_pins_no_version_from_before_a_fault_was_mended(lock: Path) -> None:
    versions = pinned(lock)
    assert set(versions) >= set(MENDED)
    assert {n: str(versions[n]) for n, v in MENDED.items() if versions[n] < Version(v)} == {}


@pytest.mark.parametrize("name", ["requirements-dev.lock", "requirements-build.lock"])
def test_pins_no_version_with_a_known_fault(name: str) -> None:
    """The two hold all that the others do."""
    command = ("-m", "pip_audit", "--disable-pip", "--require-hashes", "--format", "json")
    told = subprocess.run(  # noqa: S603 - our own interpreter and a tool of the lock file
        [sys.executable, *command, "--timeout", "5", "--requirement", name],
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=100,
    )
    if not told.stdout:
        pytest.skip("no source of advisories can be reached")
    audited = [d for d in json.loads(told.stdout)["dependencies"] if "vulns" in d]
    if not audited:
        pytest.skip("the source of advisories knows none of the libraries")
    assert {d["name"]: [v["id"] for v in d["vulns"]] for d in audited if d["vulns"]} == {}
