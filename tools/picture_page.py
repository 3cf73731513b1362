"""Take the pictures of the page that the README shows: docs/page-light.png and docs/page-dark.png, by Chromium.

    python tools/picture_page.py && mogrify +dither -colors 160 -define png:compression-level=9 docs/page-*.png

Fonts differ from machine to machine: the pictures are of a desk with EB Garamond and Inter.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser import Window, browser  # noqa: E402  # the same browser as that of the tests

SIZE = {"x": 0, "y": 0, "width": 1280, "height": 1080, "scale": 1}


def main() -> None:
    """Scan the example, and picture its page."""
    with tempfile.TemporaryDirectory() as folder, browser(Path(folder) / "profile") as driver:
        page = Path(folder) / "page.html"
        subprocess.run(
            [sys.executable, "-m", "opedcheck", "scan", "examples/japan-nato.md", "--exit-zero", "--isolated",
             "--format", "html", "-o", str(page)], cwd=ROOT, check=True,
        )  # fmt: skip
        window = Window(driver)
        for scheme in ("light", "dark"):
            window.open(page, scheme=scheme)
            taken = window.cdp("Page.captureScreenshot", captureBeyondViewport=True, clip=SIZE)["data"]
            (ROOT / "docs" / f"page-{scheme}.png").write_bytes(base64.b64decode(taken))


if __name__ == "__main__":
    main()
