"""What a reviewer does in the dashboard, each step seen again in the page, in the command, or in a file."""
import csv
import io
import json
import urllib.parse
import urllib.request

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from pages import names, quoted

NOTE = "Seen with the team; the new carrier."


class Reviewer:
    def __init__(self, window, served, downloads):
        self.window, self.served, self.downloads = window, served, downloads

    def steps(self):
        return [self.links, self.relink, self.flag, self.sentence, self.filters, self.number, self.language, self.evidence, self.words,
                self.list]

    def open(self, path):
        self.window.open(self.served.address + path)

    def text(self):
        return self.window.find("main").text

    def submit(self, selector):
        self.window.click(self.window.find(selector))

    def links(self):
        """Confirms a link, rejects one, and takes both back."""
        def waiting():
            return [field.get_attribute("value") for field in
                    self.window.all("form:has([name=do][value=confirm]) [name=comment]")]

        self.open("/review?lang=en")
        before = waiting()
        for action, comment in (("confirm", before[0]), ("reject", before[1])):
            self.submit(f"form:has([name=do][value={action}]):has([name=comment][value='{comment}']) button")
            assert self.window.find("[role=status]").text, "nothing says that it is done"
            assert comment not in waiting(), f"{comment} still waits after {action}"
            assert "lang=en" in self.window.driver.current_url, "the language is lost"
        for _ in range(2):
            self.submit("form:has([name=do][value=undo]) button")
        assert waiting() == before, "what was decided is not as before after both were taken back"

    def relink(self):
        """Links a comment to another case on its page, finds the decision on the list, and takes it back."""
        _, comment, _, case, _ = names(self.served)
        self.open(f"/comment/{quoted(comment)}?lang=en")
        self.window.find("details:has([name=case]) summary").click()
        self.window.find("[name=case]").send_keys(case)
        self.submit("form:has([name=do][value=link]) button")
        assert self.window.find("[role=status]").text, "nothing says that it is done"
        assert f"/comment/{quoted(comment)}" in self.window.driver.current_url
        self.open("/review?lang=en")
        assert f"{comment}, {case}" in self.text(), self.text()[-400:]
        self.submit("form:has([name=do][value=undo]) button")

    def flag(self):
        """Acknowledges a flag with a note, gives it to somebody, and finds both in `koe flags`."""
        flag = names(self.served)[0]
        self.open(f"/flag/{quoted(flag)}?lang=ja")
        self.window.find("#acknowledge-note").send_keys(NOTE)
        self.submit("form:has([name=do][value=acknowledge]) button")
        field = self.window.find("#assign-assignee")
        field.send_keys("Sato", Keys.ENTER)
        self.window.wait(lambda _: "Sato" in self.text())
        assert NOTE in self.text()
        told = json.loads(self.served.run("flags", "list", "--json"))["flags"]
        own = next(item for item in told if item["id"] == flag)
        assert (own["state"], own["note"], own["assignee"]) == ("acknowledged", NOTE, "Sato"), own
        self.submit("form:has([name=do][value=take-back]) button")
        told = json.loads(self.served.run("flags", "list", "--json"))["flags"]
        assert next(item for item in told if item["id"] == flag)["state"] != "acknowledged"

    def sentence(self):
        """Marks a sentence as wrongly scored, and finds it on the list."""
        comment = names(self.served)[1]
        self.open(f"/comment/{quoted(comment)}?lang=en")
        self.window.find(".marking summary").click()
        field = self.window.find(".marking textarea")
        field.clear()
        field.send_keys("The parcel was late again.")
        Select(self.window.find(".marking select")).select_by_value("-1")
        self.submit(".marking button")
        marked = (self.served.workspace / "marked.tsv").read_text(encoding="utf-8")
        assert "The parcel was late again." in marked, marked

    def filters(self):
        """Filters by day, brand, side and language; the count shown is that of the rows of the file."""
        self.open("/comments?lang=en")
        self.window.script("document.getElementById('filter-from').value = '2020-01-01'")
        self.window.script("document.getElementById('filter-to').value = '2024-12-31'")
        for name, value in (("brand", "Aozora Express"), ("facet", "speed"), ("tone", "blame"), ("language", "ja")):
            Select(self.window.find(f"#filter-{name}")).select_by_value(value)
        self.submit("form.filter button")
        shown = self.count(self.window.find("#found").text)
        rows = self.downloaded(self.window.find("a[href^='/comments.csv']"))
        assert shown == len(rows) > 0, f"{shown} are shown and {len(rows)} are in the file"
        assert all("2020-01-01" <= row["posted_at"][:10] <= "2024-12-31" for row in rows)
        assert {(row["brand"], row["language"]) for row in rows} == {("Aozora Express", "ja")}
        assert all("speed -1" in row["facets"].split(";") for row in rows)

    def number(self):
        """From every kind of number on the page of a brand to its comments, with the same n."""
        self.open("/brand/Kawasemi?lang=en")
        links = self.window.all("main td a[href^='/comments']")
        chosen = [(link.text, link.get_attribute("href")) for link in links[:: max(1, len(links) // 12)]]
        assert len(chosen) > 5
        for text, address in chosen:
            self.window.open(address)
            heading = self.window.find("#found").text
            # A strength counts voices, a mention counts comments.
            is_of_voices = "measure=" in address
            shown = self.count(heading, last=is_of_voices)
            assert shown == self.count(text), f"{text} leads to {heading} at {address}"

    def language(self):
        """Switches the language, and stays on the page with its filter."""
        for path in ("/comments?brand=Kawasemi&facet=speed", "/brand/Kawasemi", "/review", "/try", "/overview"):
            self.open(path + ("&" if "?" in path else "?") + "lang=ja")
            before = urllib.parse.urlsplit(self.window.driver.current_url)
            self.window.click(self.window.find("a[hreflang=en]"))
            after = urllib.parse.urlsplit(self.window.driver.current_url)
            assert self.window.find("html").get_attribute("lang") == "en"
            own = lambda parts: {key: value for key, value in urllib.parse.parse_qsl(parts.query) if key != "lang"}
            assert (before.path, own(before)) == (after.path, own(after)), (before, after)

    def evidence(self):
        """From the index of the report to a sentence behind a flag in two clicks, as a file and as served."""
        for start in (self.served.report.joinpath("index.html").as_uri(), self.served.address + "/"):
            self.window.open(start)
            self.window.click(self.window.find("main a[href*='flags/']"))
            assert self.window.all("main blockquote"), "the page of the flag shows no sentence"
        self.window.click(self.window.find("main a[href*='/comment/']"))
        assert self.window.find("main blockquote").text

    def words(self):
        """Tries a sentence, which is not kept."""
        self.open("/try?lang=en")
        self.window.find("textarea").send_keys("Support was rude and slow.")
        self.submit("form.work button")
        # What each word adds stands beside it.
        told = self.window.find("main blockquote").text
        assert all(word in told for word in ("Support was", "rude", "slow")), told
        assert self.window.all("main table"), "nothing says what it adds up to"

    @staticmethod
    def count(text, last=False):
        """A number in a text, such as of `Comments: 1,204 · voices: 988`."""
        numbers = "".join(c if c.isdigit() else " " for c in text.replace(",", "")).split()
        return int(numbers[-1 if last else 0])

    def downloaded(self, link):
        """Rows of the file behind a link, as the browser stores it."""
        for old in self.downloads.glob("*.csv"):
            old.unlink()
        link.click()
        path = self.downloads / "comments.csv"
        self.window.wait(lambda _: path.exists())
        return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))

    def list(self):
        """Tries new words on a copy, waits without a script, and downloads the list."""
        self.open("/try/list?lang=en")
        self.window.find("#words-terms").send_keys("gift set")
        Select(self.window.find("#words-meaning")).select_by_value("beyond+")
        self.window.find("#words-valence").send_keys("400")
        self.submit("form:has(#words-terms) button")
        self.window.wait(lambda _: "monthly strengths would move" in self.text(), seconds=300)
        assert "Months that would move" in self.window.find("main").get_attribute("innerHTML")
        with urllib.request.urlopen(self.served.address + "/try/list.tsv") as answer:
            assert "gift set\tphrase\t\t400\tbeyond\t1" in answer.read().decode()
