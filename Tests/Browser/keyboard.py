"""A walk through a page with the keyboard alone."""
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from audit import short

# Everything that can be worked with, in the order of the page; a radio or a closed fold would need more than Tab.
STOPS = """
const folded = e => { for (let d = e.parentElement; d; d = d.parentElement)
  if (d.tagName === 'DETAILS' && !d.open && !(e.tagName === 'SUMMARY' && e.parentElement === d)) return true;
  return false; };
window.koeStops = [...document.querySelectorAll(
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter(e => !e.disabled && e.getClientRects().length > 0 && !folded(e));
window.koePlaced = [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).length;
return [window.koeStops.length, window.koePlaced];
"""
# The stop that has the focus, and what is wrong with how it shows that.
HERE = """
const luminance = text => { const c = (text.match(/[\\d.]+/g) || []).map(Number);
  if (c.length > 3 && c[3] === 0) return null;
  const f = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
const e = document.activeElement;
if (!e || e === document.body || e === document.documentElement) return null;
const style = getComputedStyle(e), box = e.getBoundingClientRect();
let problem = '';
if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) problem = 'no outline';
else { const [a, b] = [luminance(style.outlineColor), luminance(getComputedStyle(document.body).backgroundColor)];
  if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 3) problem = 'faint outline'; }
if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) problem += ' out of sight';
const name = e.tagName.toLowerCase() + ' ' + (e.textContent || e.name || '').trim().slice(0, 40);
return [window.koeStops.indexOf(e), name, problem];
"""
# A field for a day has a stop for each of its parts.
PARTS_OF_A_FIELD = 5


def walk(window, address, found):
    """Adds a line to `found` for each stop that is not reached in its turn, or does not show that it is."""
    name = short(address)
    window.open(address)
    count, placed = window.script(STOPS)
    if placed:
        found.append(f"keyboard {name}: {placed} parts have a place of their own in the order")
    visited, repeats = [], 0
    for _ in range(count * 2 + 20):
        press(window, Keys.TAB)
        here = window.script(HERE)
        if here is None:
            break
        place, text, problem = here
        if visited and place == visited[-1]:
            repeats += 1
            if repeats > PARTS_OF_A_FIELD:
                found.append(f"keyboard {name}: no way out of {text}")
                break
            continue
        repeats = 0
        if problem:
            found.append(f"keyboard {name}: {text}: {problem}")
        if visited and place <= visited[-1]:
            if place == 0:
                break
            found.append(f"keyboard {name}: {text} comes after what stands below it")
        visited.append(place)
    missed = sorted(set(range(count)) - set(visited))
    if missed:
        texts = window.script("return arguments[0].map(i => koeStops[i].outerHTML.slice(0, 80))", missed[:3])
        found.append(f"keyboard {name}: {len(missed)} of {count} stops are not reached, such as {texts}")
    return len(visited)


def skip(window, address, found):
    """The first stop leads past the navigation, and shows itself."""
    window.open(address)
    press(window, Keys.TAB)
    link = window.script("return document.activeElement")
    if "skip" not in (link.get_attribute("class") or ""):
        found.append(f"keyboard {short(address)}: the first stop is no way past the navigation")
        return
    press(window, Keys.ENTER)
    press(window, Keys.TAB)
    if not window.script("const e = document.activeElement, m = document.querySelector('main');"
                         "return m.contains(e) || !m.querySelector('a[href], button, input, summary')"):
        found.append(f"keyboard {short(address)}: the way past the navigation does not lead to the content")


def folds(window, address, found):
    """Space and Enter open and close every fold."""
    window.open(address)
    for fold in window.all("details > summary"):
        if not fold.is_displayed():
            continue
        states = []
        for key in (Keys.SPACE, Keys.ENTER):
            window.script("arguments[0].focus()", fold)
            press(window, key)
            states.append(fold.find_element(By.XPATH, "..").get_attribute("open"))
        if states[0] == states[1]:
            found.append(f"keyboard {short(address)}: the fold {fold.text[:40]} does not open and close")


def press(window, key):
    ActionChains(window.driver, duration=0).send_keys(key).perform()
