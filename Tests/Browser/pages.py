"""Addresses of every kind of page of the dashboard."""
import json
import urllib.parse
import urllib.request


def quoted(text):
    return urllib.parse.quote(text, safe="")


def dashboard_pages(served):
    """Addresses of all kinds of dashboard pages, in both languages."""
    flag, unlinked, linked, case, brand = names(served)
    paths = [
        "/overview", "/search", "/search?q=support", "/search?q=" + quoted("サポート"), "/search?q=qqqqqqqq", "/comments",
        "/comments?facet=speed&tone=blame&language=ja", "/comments?from=1999-01-01&to=1999-01-02", "/review", "/try", "/try/list", "/compare",
        "/comments?version=4.0&product=-",
        f"/compare?brand={quoted(brand)}&from=2024-01&to=2024-12&from2=2023-01&to2=2023-12",
        f"/brand/{quoted(brand)}", f"/facet/speed/{quoted(brand)}", f"/flag/{quoted(flag)}", f"/case/{quoted(case)}",
        f"/comment/{quoted(linked)}", f"/comment/{quoted(unlinked)}", "/comment/missing",
    ]
    own = [f"{served.address}{path}{'&' if '?' in path else '?'}lang={language}"
           for path in paths for language in ("ja", "en")]
    files = ["/", "/flags.html", "/coverage.html", "/mismatches.html"]
    return own + [served.address + path for path in files]


def names(served):
    """Ids of the workspace: a flag, a comment without a case, one with, its case, and a brand with numbers."""
    def asked(path):
        with urllib.request.urlopen(served.address + path) as answer:
            return json.load(answer)

    flag = asked("/api/flags")["flags"][0]
    unlinked = asked("/api/comments?link=unlinked")["comments"][0]["id"]
    linked = asked("/api/comments?link=linked")["comments"][0]["id"]
    case = asked("/api/comment/" + quoted(linked))["comments"][0]["link"]["caseID"]
    return flag["id"], unlinked, linked, case, flag["brand"]
