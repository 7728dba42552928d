"""A headless Chromium, driven by its own protocol over the websocket client that comes with Jupyter."""

import asyncio
import base64
import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60.0  # seconds for a page to come to where a test wants it


class Browser:
    """One page of a browser. `close` ends it."""

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM is not None
        flags = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0")
        self._process = subprocess.Popen(
            [CHROMIUM, *flags, f"--user-data-dir={profile}", "--window-size=1200,1600", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._loop = asyncio.new_event_loop()
        port = waited(lambda: (profile / "DevToolsActivePort").read_text().splitlines()[0])
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
            page = next(p for p in json.load(answer) if p["type"] == "page")
        self._socket = self._loop.run_until_complete(_connected(page["webSocketDebuggerUrl"]))
        self._number = 0

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """One request of Chromium's protocol, and its result."""
        self._number += 1
        request = {"id": self._number, "method": method, "params": parameters}
        answer = self._loop.run_until_complete(self._answer(request))
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    async def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        await self._socket.write_message(json.dumps(request))
        while True:  # events come in between
            message: dict[str, Any] = json.loads(await self._socket.read_message())
            if message.get("id") == request["id"]:
                return message

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def wait(self, script: str) -> Any:
        """The first true value that an expression in the page comes to have."""
        return waited(lambda: self.run(script))

    def screenshot(self, path: Path) -> None:
        whole = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(whole["data"]))

    def close(self) -> None:
        self._loop.run_until_complete(self._leave())
        self._process.kill()
        self._process.wait()
        self._loop.close()

    async def _leave(self) -> None:
        self._socket.close()  # in the loop: what it has left to send needs one


async def _connected(url: str) -> Any:
    from tornado.websocket import websocket_connect

    return await websocket_connect(url, max_message_size=64 << 20)


def waited(attempt: Callable[[], Any]) -> Any:
    """What `attempt` gives when it first gives anything; until then it may raise."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if value := attempt():
                return value
        except (OSError, IndexError, AssertionError):
            pass
        assert time.monotonic() < end, "this never came to pass"
        time.sleep(0.1)
