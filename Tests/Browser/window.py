"""A window of Chromium, with what the tests ask of a page beside clicking on it."""
import base64
import json
import pathlib
import sysconfig

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

AXE = pathlib.Path(sysconfig.get_path("purelib")) / "axe_playwright_python" / "axe.min.js"
# The success criteria of WCAG 2.2 up to AA, and what axe recommends beside them.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Parts that stand further right than the page is wide, and do not stand in a part that scrolls by itself.
WIDE = """
const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
const scrolls = element => { for (let e = element.parentElement; e; e = e.parentElement)
  if (getComputedStyle(e).overflowX !== 'visible') return true; return false; };
return [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e))
  .map(e => e.tagName.toLowerCase() + '.' + e.className + ' ' + (e.textContent || '').trim().slice(0, 40)).slice(0, 4)
  .concat('scrollWidth ' + document.documentElement.scrollWidth);
"""


class Window:
    def __init__(self, downloads):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=en"):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        service = webdriver.ChromeService("/usr/bin/chromedriver")
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior",
                                    {"behavior": "allow", "downloadPath": str(downloads)})
        self.size(1440)
        self.theme("light")

    def close(self):
        self.driver.quit()

    def open(self, address):
        self.driver.get(address)

    def size(self, width, height=900):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def theme(self, name):
        """`light` or `dark`, as the reader's machine says it; nothing moves, so that what is measured stands still."""
        features = [{"name": "prefers-color-scheme", "value": name},
                    {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, element):
        """Clicks as a person does, and waits for the page that comes."""
        page = self.find("html")
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element)
        element.click()
        self.wait(lambda _: self.is_gone(page))

    def wait(self, condition, seconds=20):
        """Asks again and again; what is asked of a page that goes meanwhile is asked of the next.

        The driver has more than one error for such a page, and no class for all but that of every error."""
        gone = [WebDriverException]
        return WebDriverWait(self.driver, seconds, poll_frequency=0.05, ignored_exceptions=gone).until(condition)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    @staticmethod
    def is_gone(element):
        try:
            element.is_enabled()
            return False
        except Exception:  # Whatever the driver says of an element whose page is gone.
            return True

    def wide_parts(self):
        """What makes the page scroll sideways; empty where nothing does."""
        return self.script(WIDE)

    def violations(self):
        """What axe-core finds, a line each."""
        self.script(AXE.read_text(encoding="utf-8"))
        result = self.driver.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']}).then(done, e => done({error: '' + e}));",
            RULES)
        if "error" in result:
            raise SystemExit("axe-core: " + result["error"])
        return [f"{found['id']}: {node['target']} {node.get('failureSummary', '').splitlines()[-1].strip()}"
                for found in result["violations"] for node in found["nodes"][:3]]

    def requests(self):
        """Addresses of all requests since the last call."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def complaints(self):
        """What the browser says against the pages since the last call, such as a broken policy."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def picture(self, path):
        """The whole page as a PNG file."""
        size = self.driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12_000), "scale": 1}
        answer = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})
        pathlib.Path(path).write_bytes(base64.b64decode(answer["data"]))
