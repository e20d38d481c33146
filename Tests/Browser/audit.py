"""What has to hold for every page, whatever it shows: axe-core finds nothing, nothing overflows, nothing is fetched."""
import urllib.parse

WIDTHS = (320, 768, 1440)
THEMES = ("light", "dark")


def audit(window, addresses, origin, found):
    """Adds a line to `found` for each thing that does not hold."""
    for address in addresses:
        name = short(address)
        window.open(address)
        for theme in THEMES:
            window.theme(theme)
            found += [f"axe {theme} {name}: {line}" for line in window.violations()]
        for width in WIDTHS:
            window.size(width)
            found += [f"wide {width} {name}: {line}" for line in window.wide_parts()]
        window.theme("light")
        found += [f"asks for {asked} from {name}" for asked in window.requests() if not is_own(asked, origin)]
        found += [f"the browser says of {name}: {line}" for line in window.complaints() if "404" not in line]


def is_own(address, origin):
    return address.startswith((origin + "/", "file:", "data:")) or address in ("about:blank", origin)


def short(address):
    """The path alone, such as `ja/index.html`."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme == "file":
        return "/".join(urllib.parse.unquote(parts.path).split("/reports/")[-1:])
    return urllib.parse.unquote(parts.path + ("?" + parts.query if parts.query else ""))
