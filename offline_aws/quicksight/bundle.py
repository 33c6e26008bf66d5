"""The charting library as one script: Vega-Embed with Vega and Vega-Lite in it, out of a locked package.

https://github.com/vega/vl-convert#javascript-bundling
"""

import functools
import hashlib
import threading
from pathlib import Path

import vl_convert

_GLOBAL = "window.vegaEmbed = vegaEmbed;"
_making = threading.Lock()


@functools.cache
def _source(folder: Path) -> bytes:
    """The script, put together by the package in two seconds, once; then kept in a file."""
    file = folder / f"vega-{vl_convert.get_vega_version()}-{vl_convert.get_vega_embed_version()}.js"
    if not file.exists():
        made = file.with_suffix(".part")
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(vl_convert.javascript_bundle(_GLOBAL), encoding="utf-8")
        made.rename(file)
    return file.read_bytes()


def source(folder: Path) -> bytes:
    with _making:
        return _source(folder)


def name(folder: Path) -> str:
    """Its file name, which is another one when its content is: so a browser may keep it for good."""
    return f"vega-{hashlib.sha256(source(folder)).hexdigest()[:16]}.js"
