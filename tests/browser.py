"""Looks at the HTML pages in a real headless browser.

usage: python3 tests/browser.py FOLDER [SCREENSHOTS]

FOLDER holds the pages that `cargo test --test export_html` writes, to
target/tmp/export. For each page, light, dark and narrow: it renders, the
console stays empty, no script runs and nothing is fetched, all text has a
contrast of at least 4.5, every mark can be reached with the keyboard and shows
its card, every link leads somewhere, and the text of the article is all there.
Needs chromium and chromedriver; ends with 0 and a note when they are missing.
Python's standard library is enough.
"""

import base64
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
]

# Texts whose color is too near to the color behind them. Gradients under text
# are lines below it and do not count.
CONTRAST = """
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
function rgb(color) {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
}
function light(c) {
  const f = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]);
}
function behind(e) {
  for (; e; e = e.parentElement) {
    const c = rgb(getComputedStyle(e).backgroundColor);
    if (c[3] === 255) return c;
  }
  return rgb('Canvas');
}
const bad = [];
for (const card of document.querySelectorAll('.k')) card.style.display = 'block';
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || ['style', 'title', 'desc'].includes(e.tagName.toLowerCase())) continue;
  const style = getComputedStyle(e);
  const color = e instanceof SVGElement ? style.fill : style.color;
  const [a, b] = [light(rgb(color)), light(behind(e))];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (contrast < 4.5) bad.push([e.className.toString(), walker.currentNode.data.slice(0, 30), contrast.toFixed(2)]);
}
for (const card of document.querySelectorAll('.k')) card.style.display = '';
return bad;
"""

STRUCTURE = """
const faults = [];
for (const a of document.querySelectorAll('a[href^="#"]')) {
  if (!document.getElementById(a.getAttribute('href').slice(1))) faults.push('no target ' + a.getAttribute('href'));
}
for (const a of document.querySelectorAll('[aria-describedby],[aria-labelledby]')) {
  for (const key of ['aria-describedby', 'aria-labelledby']) {
    const id = a.getAttribute(key);
    if (id && !document.getElementById(id)) faults.push('no ' + key + ' ' + id);
  }
}
for (const a of document.querySelectorAll('main a')) {
  a.focus();
  if (document.activeElement !== a) { faults.push('no focus'); break; }
  const card = document.getElementById(a.getAttribute('aria-describedby'));
  if (!card) { faults.push('no card for ' + a.textContent); continue; }
  if (getComputedStyle(card).display === 'none') { faults.push('hidden card ' + card.id); break; }
  const box = card.getBoundingClientRect();
  if (innerWidth < 500 && (box.left < 0 || box.right > innerWidth)) faults.push('card off the screen');
}
document.activeElement.blur();
if (document.querySelector('script,img,iframe,object,embed,form')) faults.push('an element that does not belong');
if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
if (document.documentElement.scrollWidth > innerWidth + 1) faults.push('wider than the window: ' + document.documentElement.scrollWidth);
if (performance.getEntriesByType('resource').length) faults.push('something was fetched');
return faults;
"""


class Browser:
    """A chromedriver session, by the WebDriver protocol."""

    def __init__(self, driver, binary):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.profile = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            [driver, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.base = f"http://127.0.0.1:{port}"
        self.wait()
        options = {"binary": binary, "args": FLAGS + [f"--user-data-dir={self.profile}"]}
        capabilities = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.base += "/session/" + answer["sessionId"]

    def wait(self):
        for _ in range(100):
            try:
                if self.call("GET", "/status")["ready"]:
                    return
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.1)
        raise RuntimeError("chromedriver does not answer")

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("Content-Type", "application/json")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from error

    def run(self, script):
        return self.call("POST", "/execute/sync", {"script": script, "args": []})

    def cdp(self, command, **params):
        return self.call("POST", "/goog/cdp/execute", {"cmd": command, "params": params})

    def close(self):
        try:
            self.call("DELETE", "")
        finally:
            self.process.terminate()
            self.process.wait(10)
            shutil.rmtree(self.profile, ignore_errors=True)


VIEWS = [("light", 1280, "light"), ("dark", 1280, "dark"), ("narrow", 390, "light"),
         ("narrow-dark", 390, "dark")]


def look(browser, path, shots):
    """The faults of one page in every view."""
    found = []
    name = os.path.splitext(os.path.basename(path))[0]
    for view, width, scheme in VIEWS:
        browser.cdp("Emulation.setDeviceMetricsOverride", width=width, height=900,
                    deviceScaleFactor=1, mobile=False)
        browser.cdp("Emulation.setEmulatedMedia",
                    features=[{"name": "prefers-color-scheme", "value": scheme}])
        browser.call("POST", "/url", {"url": "file://" + os.path.abspath(path)})
        if "owned" in browser.call("GET", "/title"):
            found.append(f"{name} {view}: a script ran")
        for fault in browser.run(STRUCTURE):
            found.append(f"{name} {view}: {fault}")
        for fault in browser.run(CONTRAST):
            found.append(f"{name} {view}: contrast {fault}")
        for entry in browser.call("POST", "/se/log", {"type": "browser"}):
            found.append(f"{name} {view}: console: {entry['message']}")
        if shots:
            height = browser.run("return document.documentElement.scrollHeight")
            clip = {"x": 0, "y": 0, "width": width, "height": min(height, 6000), "scale": 1}
            shot = browser.cdp("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
            with open(os.path.join(shots, f"{name}-{view}.png"), "wb") as file:
                file.write(base64.b64decode(shot["data"]))
    fixture = os.path.join(os.path.dirname(__file__), "export", name + ".json")
    if os.path.exists(fixture):
        body = json.load(open(fixture, encoding="utf-8"))["body"]
        text = browser.run(
            "for (const e of document.querySelectorAll('main .k, main .c')) e.remove();"
            "return document.querySelector('main').textContent;"
        )
        if text.split() != body.split():
            found.append(f"{name}: the text of the article is not whole")
    return found


def main(folder, shots=None):
    driver = shutil.which("chromedriver")
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    if not driver or not binary:
        print("skipped: chromium and chromedriver are not installed")
        return 0
    if shots:
        os.makedirs(shots, exist_ok=True)
    pages = sorted(n for n in os.listdir(folder) if n.endswith(".html"))
    browser = Browser(driver, binary)
    try:
        found = [f for name in pages for f in look(browser, os.path.join(folder, name), shots)]
    finally:
        browser.close()
    for fault in found:
        print(fault)
    print(f"{len(pages)} pages, {len(found)} faults")
    return 1 if found or not pages else 0


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
