#!/usr/bin/env python3
"""usage: other_hand.py FOLDER [--seed N] [--half 0|1|both] [--comments N]

Writes comments.ndjson, cases.ndjson and truth.ndjson as `link_eval.py` reads them: comments about support cases in
Japanese and English whose right case is known, by kind. The words are in `other_hand_words.py`; they were written
without sight of the linker's own, and half 0 shares no phrase with half 1. One seed gives the same bytes anywhere.
"""
import argparse
import datetime
import json
import os

import other_hand_words as words
from other_hand_world import DAY, SPAN, START, World

# kind: comments of 10,000
KINDS = {
    "number_plain": 650, "number_wide": 300, "number_tail": 120, "number_slip": 200, "number_collide": 80,
    "order_no": 250, "author_window": 1400, "variant_reversed": 130, "variant_initial": 120, "variant_nickname": 110,
    "variant_kana": 130, "variant_romaji": 130, "variant_old_kanji": 100, "variant_surname": 100,
    "product_variant": 300, "handle_only": 300, "relative": 280, "company": 240, "household": 220,
    "several_open": 320, "followup_years": 200, "reopened": 200, "reply_own": 450, "reply_agent": 200,
    "thread_later": 150, "reader_on_topic": 240, "agent_marked": 280, "agent_unmarked": 200, "crosspost": 150,
    "dup_exact": 80, "dup_near": 100, "brand_unlisted": 240, "brand_twin": 120,
    "stranger_number": 150, "new_incident_thread": 140, "new_incident": 150, "reply_no_case": 150,
    "reader_off_topic": 220, "similar_other": 340, "namesake": 150, "twin_other": 90, "noise": 680, "spam": 560,
}


class Maker(World):
    """Comments about the cases, kind by kind, with their truth."""

    # ---- comments ----
    def add(self, kind, text, case=None, *, about=None, relation=None, author=None, author_id=None, brand=None,
            product=None, at=None, lang=None, source=None, parent=None, thread=None, rated=True, dup=None):
        number = len(self.comments)
        lang = lang or (case or about or {}).get("lang") or "ja"
        row = dict(
            comment_id=f"h{number:07d}", source=source or self.r.choice(words.SOURCES), author=author,
            author_id=author_id, brand=brand, product=product, created_at=at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            rating=self.r.choice([None, None, 1, 1, 2, 3, 4, 5]) if rated else None, lang=lang, thread_id=thread,
            in_reply_to=parent, text=text.strip())
        self.comments.append(row)
        self.truth.append(dict(
            comment_id=row["comment_id"], case_id=case and case["id"], kind=kind,
            relation=relation or ("same_case" if case else "similar_case" if about else "none"),
            similar_to=about["id"] if about and not case else None, dup_of=dup))
        return row

    def pick(self, pool="plain"):
        return self.r.choice(self.pools[pool])

    def soon(self, case, low=0, high=32):
        return case["opened"] + datetime.timedelta(seconds=self.r.randrange(low * 86400, high * 86400) + 3600)

    def later(self, case, low, high):
        return self.soon(case, low, high)

    def telling(self, case, incident=None, lang=None):
        lang = lang or case["lang"]
        return self.r.choice((incident or case["incident"])[0 if lang == "ja" else 1][1:])

    def body(self, case, *extra, incident=None, lang=None):
        lang = lang or case["lang"]
        parts = [self.say(words.OPEN, lang), *extra, self.stop(self.telling(case, incident, lang), lang)]
        if self.r.random() < .6:
            parts.append(self.say(words.CLOSE, lang))
        return ("" if lang == "ja" else " ").join(p for p in parts if p)

    @staticmethod
    def stop(text, lang):
        return text + ("。" if lang == "ja" else ".")

    def fields(self, case, brand=.93, product=.85):
        lang = case["lang"] if self.r.random() < .75 else ("en" if case["lang"] == "ja" else "ja")
        return dict(
            brand=self.brand(case["brand"], lang) if self.r.random() < brand else None,
            product=self.product(case["product"], case["lang"]) if self.r.random() < product else None)

    def root(self, case):
        """A comment of the customer in the case's thread, made once."""
        if case["id"] not in self.first:
            row = self.add(
                "author_window", self.body(case), case, author=case["person"]["name"],
                author_id=case["handle"], at=self.soon(case, 0, 8), thread=f"t{case['id']}",
                source=self.r.choice(["blog_comment", "tweet"]), **self.fields(case))
            self.first[case["id"]] = row
        return self.first[case["id"]]

    # ---- the kinds ----
    def numbered(self, kind, number, pool="plain", named=.5, table=words.NUMBER, brand=.9, product=.5):
        case = self.pick(pool)
        text = self.body(case, self.say(table, case["lang"], n=number(case)))
        author = case["person"]["name"] if self.r.random() < named else None
        self.add(kind, text, case, author=author, at=self.soon(case), **self.fields(case, brand, product))

    def kind_number_plain(self, kind): self.numbered(kind, lambda c: self.spell(c["number"]))
    def kind_number_wide(self, kind): self.numbered(kind, lambda c: self.wide(c["number"], c["lang"]))
    def kind_number_slip(self, kind): self.numbered(kind, lambda c: self.slip(c["number"]), named=.9)
    def kind_number_collide(self, kind): self.numbered(kind, lambda c: c["number"], "collide", .9, brand=1)

    def kind_number_tail(self, kind):
        last = lambda c: "".join(x for x in c["number"] if x.isdigit())[-4:]
        self.numbered(kind, last, named=.8, table=words.TAIL, brand=1)

    def kind_order_no(self, kind):
        case = self.pick()
        while not case["order"]:
            case = self.pick()
        text = self.body(case, self.say(words.ORDER, case["lang"], n=self.spell(case["order"])))
        author = case["person"]["name"] if self.r.random() < .4 else None
        self.add(kind, text, case, author=author, at=self.soon(case), **self.fields(case))

    def named(self, kind, name=None, pool="plain", case=None, **changes):
        case = case or self.pick(pool)
        values = dict(self.fields(case), **changes)
        author = (name or (lambda p: p["name"]))(case["person"])
        account = case["handle"] if self.r.random() < .15 else None
        self.add(kind, self.body(case), case, author=author, author_id=account, at=self.soon(case), **values)

    def kind_author_window(self, kind): self.named(kind)

    def of_language(self, lang):
        case = self.pick()
        while case["lang"] != lang:
            case = self.pick()
        return case

    def variant(self, kind, spell, lang=None):
        case = self.of_language(lang) if lang else self.pick()
        person = case["person"]
        self.add(kind, self.body(case), case, author=spell(person), at=self.soon(case), **self.fields(case, 1, .95))

    def kind_variant_reversed(self, kind):
        def spell(p):
            if p["lang"] == "ja":
                given, family = p["given"], p["family"]
                return self.r.choice([given[0] + " " + family[0], given[2].title() + " " + family[2].title(),
                                      given[1] + family[1]])
            return self.r.choice([f"{p['family']}, {p['given'][0]}", f"{p['family']} {p['given'][0]}"])
        self.variant(kind, spell)

    def kind_variant_initial(self, kind):
        def spell(p):
            given = (p["given"][2] if p["lang"] == "ja" else p["given"][0])[0].upper()
            if p["lang"] == "ja":
                return self.r.choice([p["family"][0] + given, f"{given}. {p['family'][2].title()}",
                                      p["family"][0] + p["given"][0][:1] + "○"])
            return self.r.choice([f"{given}. {p['family']}", f"{given} {p['family']}", f"{p['given'][0]} {p['family'][0]}."])
        self.variant(kind, spell)

    def kind_variant_nickname(self, kind):
        def spell(p):
            if p["lang"] == "ja":
                kana = p["given"][1]
                return self.r.choice([p["family"][0] + kana[:2] + "ちゃん", p["family"][1] + "の" + kana[:2] + "っち",
                                      p["family"][0] + " " + kana + "たん"])
            return f"{p['given'][1]} {p['family']}"
        self.variant(kind, spell)

    def kind_variant_kana(self, kind):
        def spell(p):
            kana = p["family"][1] + self.r.choice(["", " ", "　"]) + p["given"][1]
            return self.r.choice([kana, "".join(chr(ord(c) + 96) if "ぁ" <= c <= "ゖ" else c for c in kana)])
        self.variant(kind, spell, "ja")

    def kind_variant_romaji(self, kind):
        def spell(p):
            family, given = p["family"][2], p["given"][2]
            return self.r.choice([f"{family.title()} {given.title()}", f"{family.upper()} {given.title()}",
                                  f"{given}.{family}", f"{family}{given}"])
        self.variant(kind, spell, "ja")

    def kind_variant_old_kanji(self, kind):
        case = self.of_language("ja")
        while case["person"]["family"][3] == "-":
            case = self.of_language("ja")
        person = case["person"]
        self.add(kind, self.body(case), case, author=person["family"][3] + person["given"][0], at=self.soon(case),
                 **self.fields(case, 1, .95))

    def kind_variant_surname(self, kind):
        def spell(p):
            if p["lang"] == "ja":
                return p["family"][self.r.randrange(2)] + self.r.choice(["さん", "", "＠自宅"])
            return self.r.choice(["Mr ", "Mrs ", "Ms. "]) + p["family"]
        self.variant(kind, spell)

    def kind_product_variant(self, kind):
        case = self.pick()
        spellings = words.PRODUCTS[case["product"]][2 if case["lang"] == "ja" else 3]
        self.named(kind, case=case, product=self.r.choice(spellings))

    def kind_handle_only(self, kind):
        case = self.pick()
        while not case["handle"]:
            case = self.pick()
        shown = self.r.choice([case["handle"], "@" + case["handle"], case["handle"].upper()])
        self.add(kind, self.body(case), case, author=shown, author_id=self.r.choice([None, case["handle"]]),
                 at=self.soon(case), **self.fields(case))

    def kind_relative(self, kind):
        case = self.pick()
        lang, person = case["lang"], case["person"]
        relation = self.say(words.RELATION, lang)
        form = self.r.randrange(4)
        same = self.person(lang, person["family"])["name"]
        if form == 0:
            extra, author = self.say(words.BEHALF_NAMED, lang, r=relation, n=person["name"]), self.someone(lang)
        elif form == 1:
            extra, author = self.say(words.BEHALF_NAMED, lang, r=relation, n=person["name"]), same
        elif form == 2:
            extra, author = self.say(words.BEHALF_PLAIN, lang, r=relation), same
        else:
            number = self.say(words.NUMBER, lang, n=self.spell(case["number"]))
            extra = self.say(words.BEHALF_PLAIN, lang, r=relation) + number
            author = self.someone(lang)
        self.add(kind, self.body(case, extra), case, author=author, at=self.soon(case), **self.fields(case, 1, .95))

    def kind_company(self, kind):
        case = self.pick("company")
        person = case["person"]
        form = self.r.randrange(3)
        author = [person["name"], person["firm"], f"{person['firm']} {person['family'][0] if case['lang'] == 'ja' else person['family']}"][form]
        self.add(kind, self.body(case), case, author=author, author_id=case["handle"], at=self.soon(case),
                 **self.fields(case, .9, 1 if form == 1 else .8))

    def kind_household(self, kind):
        case = self.pick("household")
        person = case["person"]
        if self.r.random() < .6:
            self.named(kind, case=case)
        else:
            family = person["family"][0] if case["lang"] == "ja" else "The " + person["family"] + "s"
            self.add(kind, self.body(case), case, author=family, author_id=person["handle"] if case["handle"] else None,
                     at=self.soon(case), **self.fields(case, 1, 1))

    def kind_several_open(self, kind):
        case = self.pick("several")
        self.add(kind, self.body(case), case, author=case["person"]["name"], at=self.soon(case, 0, 25),
                 **self.fields(case, .95, .6))

    def kind_followup_years(self, kind):
        case = self.pick()
        lang = case["lang"]
        at = self.later(case, 420, 2400)
        years = max(1, round((at - case["opened"]).days / 365))
        parts = [self.say(words.YEARS, lang, y=years, Y=case["opened"].year), self.stop(self.telling(case), lang),
                 self.say(words.YEARS_END, lang)]
        self.add(kind, ("" if lang == "ja" else " ").join(parts), case, relation="follow_up", author=case["person"]["name"],
                 author_id=case["handle"] if self.r.random() < .3 else None, at=at, **self.fields(case, 1, .9))

    def kind_reopened(self, kind):
        case = self.pick()
        parts = self.say(words.AGAIN, case["lang"])
        self.add(kind, self.body(case, parts), case, author=case["person"]["name"], at=self.later(case, 55, 200),
                 **self.fields(case, 1, .95))

    def kind_reply_own(self, kind):
        case = self.pick()
        root = self.root(case)
        at = datetime.datetime.fromisoformat(root["created_at"]) + datetime.timedelta(hours=self.r.randrange(2, 500))
        text = self.say(words.CLOSE, case["lang"]) or self.body(case)
        self.add(kind, text, case, author=root["author"], author_id=root["author_id"], at=at,
                 parent=root["comment_id"], thread=self.r.choice([None, root["thread_id"]]), **self.fields(case, .9, .3))

    def kind_reply_agent(self, kind):
        case = self.pick()
        answer = self.answer(case, "agent_marked", marked=True)
        at = datetime.datetime.fromisoformat(answer["created_at"]) + datetime.timedelta(hours=self.r.randrange(1, 100))
        self.add(kind, self.say(words.CLOSE, case["lang"]) or self.body(case), case, author=case["person"]["name"], at=at,
                 parent=answer["comment_id"], **self.fields(case, .9, .2))

    def kind_thread_later(self, kind):
        case = self.pick()
        root = self.root(case)
        at = datetime.datetime.fromisoformat(root["created_at"]) + datetime.timedelta(hours=self.r.randrange(2, 300))
        self.add(kind, self.body(case), case, author=root["author"], author_id=root["author_id"], at=at,
                 thread=root["thread_id"], **self.fields(case, .9, .1))

    def answer(self, case, kind, marked):
        root, lang = self.root(case), case["lang"]
        brand = self.brand(case["brand"], lang)
        person = case["person"]
        called = self.r.choice([person["family"][0], person["name"]]) if lang == "ja" else self.r.choice([person["given"][0], person["name"]])
        text = self.say(words.AGENT, lang, n=called, w=case["incident"][0 if lang == "ja" else 1][0],
                        p=self.product(case["product"], lang))
        author = self.r.choice(words.STAFF[lang]).format(b=brand) if marked else self.someone(lang)
        at = datetime.datetime.fromisoformat(root["created_at"]) + datetime.timedelta(hours=self.r.randrange(1, 200))
        return self.add(kind, text, case, relation="about", author=author, author_id="agent" if marked else None, at=at,
                        brand=brand if self.r.random() < .8 else None, parent=root["comment_id"], rated=False)

    def kind_agent_marked(self, kind): self.answer(self.pick(), kind, True)
    def kind_agent_unmarked(self, kind): self.answer(self.pick(), kind, False)

    def reader(self, case, kind, text, is_about):
        root = self.root(case)
        at = datetime.datetime.fromisoformat(root["created_at"]) + datetime.timedelta(hours=self.r.randrange(2, 3000))
        self.add(kind, text, case if is_about else None, relation="about" if is_about else "none", lang=case["lang"],
                 author=self.someone(case["lang"]), at=at, parent=root["comment_id"],
                 brand=self.brand(case["brand"], case["lang"]) if self.r.random() < .5 else None, rated=False)

    def kind_reader_on_topic(self, kind):
        case = self.pick()
        lang, person = case["lang"], case["person"]
        subject = case["incident"][0 if lang == "ja" else 1][0]
        text = self.say(words.ON_TOPIC, lang, n=person["family"][0] if lang == "ja" else person["given"][0],
                        p=self.product(case["product"], lang), w=subject, t=subject)
        self.reader(case, kind, text, True)

    def kind_reader_off_topic(self, kind):
        case = self.pick()
        self.reader(case, kind, self.say(words.OFF_TOPIC, case["lang"]), False)

    def kind_crosspost(self, kind):
        case = self.pick()
        row = self.root(case)
        sources = [s for s in words.SOURCES if s != row["source"]]
        nick = self.person(case["lang"])["handle"]
        at = datetime.datetime.fromisoformat(row["created_at"]) + datetime.timedelta(hours=self.r.randrange(1, 60))
        self.add(kind, row["text"], case, author=nick, at=at, source=self.r.choice(sources), brand=row["brand"],
                 product=row["product"], dup=row["comment_id"])

    def copy(self, kind, change):
        row = self.r.choice(self.comments)
        truth = self.truth[int(row["comment_id"][1:])]
        while not truth["case_id"] or row["in_reply_to"] or not row["author"]:
            row = self.r.choice(self.comments)
            truth = self.truth[int(row["comment_id"][1:])]
        case = next(c for c in self.cases if c["id"] == truth["case_id"])
        at = datetime.datetime.fromisoformat(row["created_at"]) + datetime.timedelta(hours=self.r.randrange(1, 30))
        self.add(kind, change(row["text"], row["lang"]), case, author=row["author"], author_id=row["author_id"], at=at,
                 source=row["source"], brand=row["brand"], product=row["product"], lang=row["lang"],
                 dup=row["comment_id"], relation=truth["relation"])

    def kind_dup_exact(self, kind): self.copy(kind, lambda text, lang: text)

    def kind_dup_near(self, kind):
        self.copy(kind, lambda text, lang: text.replace("。", "！", 1) + self.say(words.CLOSE, lang)
                  if lang == "ja" else text.replace(".", "!", 1) + " " + self.say(words.CLOSE, lang))

    def kind_brand_unlisted(self, kind):
        case = self.pick()
        ja, en = words.BRANDS[case["brand"]][:2]
        self.named(kind, case=case, brand=self.r.choice(words.UNLISTED)(ja, en, case["lang"]))

    def kind_brand_twin(self, kind):
        case = self.pick("twin")
        self.named(kind, case=case, brand=self.brand(case["brand"], case["lang"]))

    # ---- comments of no case ----
    def kind_stranger_number(self, kind):
        case = self.pick()
        lang = case["lang"]
        text = self.say(words.STRANGER, lang, n=case["number"])
        self.add(kind, text, None, author=self.someone(lang) if self.r.random() < .8 else None, at=self.soon(case, 0, 200),
                 lang=lang, brand=self.brand(case["brand"], lang) if self.r.random() < .8 else None)

    def fresh(self, kind, low, parent=False):
        case = self.pick()
        lang = case["lang"]
        same = self.r.random() < .4
        product = case["product"] if same else (case["product"] + self.r.randrange(1, 9)) % len(words.PRODUCTS)
        incident = self.incident(product, case["incident"])
        text = self.body(case, self.say(words.FRESH, lang), incident=incident)
        reply = self.root(case) if parent else None
        self.add(kind, text, None, author=case["person"]["name"], author_id=reply and reply["author_id"],
                 at=self.later(case, low, 2200), lang=lang, brand=self.brand(case["brand"], lang),
                 product=self.product(product, lang), parent=reply and reply["comment_id"],
                 thread=reply and reply["thread_id"])

    def kind_new_incident(self, kind): self.fresh(kind, 250)
    def kind_new_incident_thread(self, kind): self.fresh(kind, 200, True)

    def kind_reply_no_case(self, kind):
        case = self.pick()
        root, lang = self.root(case), case["lang"]
        product = (case["product"] + self.r.randrange(1, 9)) % len(words.PRODUCTS)
        text = self.say(words.OWN_OTHER, lang, t=self.stop(self.telling(case, self.incident(product)), lang))
        at = datetime.datetime.fromisoformat(root["created_at"]) + datetime.timedelta(hours=self.r.randrange(2, 2000))
        self.add(kind, text, None, author=self.someone(lang), at=at, lang=lang, parent=root["comment_id"],
                 thread=root["thread_id"], brand=self.brand(case["brand"], lang),
                 product=self.product(product, lang) if self.r.random() < .6 else None)

    def kind_similar_other(self, kind):
        case = self.pick()
        lang = case["lang"]
        parent = self.root(case)["comment_id"] if self.r.random() < .5 else None
        text = self.say(words.OWN_OTHER, lang, t=self.stop(self.telling(case), lang)) if parent or self.r.random() < .3 else self.body(case)
        self.add(kind, text, None, about=case, author=self.someone(lang), at=self.soon(case, 9, 60), parent=parent,
                 brand=self.brand(case["brand"], lang), product=self.product(case["product"], lang) if self.r.random() < .7 else None)

    def kind_namesake(self, kind):
        case = self.pick()
        other = self.person(case["lang"])
        brand = (case["brand"] + self.r.randrange(0, 9)) % len(words.BRANDS)
        product = (case["product"] + self.r.randrange(1, 9)) % len(words.PRODUCTS)
        at = self.later(case, 300, 1500) if brand == case["brand"] else self.soon(case)
        self.add(kind, self.body(case, incident=self.incident(product)), None, author=case["person"]["name"],
                 author_id=other["handle"] if self.r.random() < .5 else None, at=at, lang=case["lang"],
                 brand=self.brand(brand, case["lang"]), product=self.product(product, case["lang"]))

    def kind_twin_other(self, kind):
        case = self.pick()
        while case["brand"] not in words.TWINS:
            case = self.pick()
        product = (case["product"] + self.r.randrange(1, 9)) % len(words.PRODUCTS)
        self.add(kind, self.body(case, incident=self.incident(product)), None, author=case["person"]["name"],
                 at=self.soon(case, 0, 60), lang=case["lang"], brand=self.brand(words.TWINS[case["brand"]], case["lang"]),
                 product=self.product(product, case["lang"]))

    def kind_noise(self, kind):
        lang = self.r.choice(["ja", "ja", "en"])
        brand, product = self.r.randrange(len(words.BRANDS)), self.r.randrange(len(words.PRODUCTS))
        at = START + self.r.randrange(SPAN) * DAY
        text = self.say(words.NOISE, lang, b=self.brand(brand, lang), p=self.product(product, lang))
        self.add(kind, text, None, author=self.someone(lang) if self.r.random() < .8 else None, at=at, lang=lang,
                 brand=self.brand(brand, lang), product=self.product(product, lang) if self.r.random() < .5 else None)

    def kind_spam(self, kind):
        lang = self.r.choice(["ja", "en"])
        text = self.say(words.SPAM, lang, k=self.digits("9999", 0))
        self.add(kind, text, None, author=self.r.choice(["promo", "deals", "win"]) + self.digits("999", 0),
                 at=START + self.r.randrange(SPAN) * DAY, lang=lang,
                 brand=self.brand(self.r.randrange(len(words.BRANDS)), lang) if self.r.random() < .5 else None)

    def make(self):
        self.population()
        kinds = [kind for kind, count in KINDS.items() for _ in range(max(1, count * self.total // 10000))]
        self.r.shuffle(kinds)
        copies = [k for k in kinds if k.startswith("dup")]
        for kind in [k for k in kinds if not k.startswith("dup")] + copies:
            if len(self.comments) < self.total or kind in copies:
                getattr(self, "kind_" + kind)(kind)

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        cases = [self.case_row(c) for c in self.cases]
        rows = list(zip(self.comments, self.truth))
        self.r.shuffle(rows)
        for name, lines in (("cases", cases), ("comments", [c for c, _ in rows]), ("truth", [t for _, t in rows])):
            with open(os.path.join(folder, name + ".ndjson"), "w", encoding="utf-8", newline="\n") as out:
                out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", choices=["0", "1", "both"], default="both")
    parser.add_argument("--comments", type=int, default=10000)
    options = parser.parse_args()
    maker = Maker(options.seed, options.half, options.comments)
    maker.make()
    maker.write(options.folder)


if __name__ == "__main__":
    main()
