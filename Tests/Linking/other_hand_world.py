"""People, brands and cases of the generator `other_hand.py`."""
import datetime
import random

import other_hand_words as words

DAY = datetime.timedelta(days=1)
START = datetime.datetime(2011, 3, 1, tzinfo=datetime.timezone.utc)
SPAN = 5300


class World:
    """Who has which case with whom."""

    def __init__(self, seed, half, total):
        self.r = random.Random(f"other hand {seed}")
        self.halves = [0, 1] if half == "both" else [int(half)]
        self.total = total
        self.comments, self.truth, self.cases, self.people = [], [], [], []
        self.numbers = set()
        self.first = {}
        self.pools = {}

    # ---- words ----
    def say(self, table, lang, **values):
        return self.r.choice(table[lang][self.r.choice(self.halves)]).format(**values)

    def digits(self, pattern, year):
        out = "".join(
            str(self.r.randrange(10)) if c == "9" else self.r.choice("ABCEFHKLMNPRTUWX") if c == "A"
            else str(year) if c == "Y" else c for c in pattern)
        return out

    def number(self, pattern, year):
        while True:
            number = self.digits(pattern, year)
            if number not in self.numbers:
                self.numbers.add(number)
                return number

    def incident(self, product, but=None):
        pool = [i for half in self.halves for i in words.PRODUCTS[product][4 + half]]
        return self.r.choice([i for i in pool if i is not but] or pool)

    def product(self, place, lang):
        return words.PRODUCTS[place][0 if lang == "ja" else 1]

    def brand(self, place, lang):
        return words.BRANDS[place][0 if lang == "ja" else 1]

    # ---- people ----
    def person(self, lang=None, surname=None):
        lang = lang or self.r.choice(["ja", "ja", "ja", "en", "en"])
        if lang == "ja":
            family, given = surname or self.r.choice(words.SURNAMES), self.r.choice(words.GIVEN)
            name = family[0] + self.r.choice(["", "", " ", "　"]) + given[0]
            stem = self.r.choice([given[2] + family[2][:1], family[2] + "_" + given[2][:2], given[2] + "chan"])
        else:
            family, given = surname or self.r.choice(words.EN_SURNAMES), self.r.choice(words.EN_GIVEN)
            name = f"{given[0]} {family}"
            stem = (given[1] + self.r.choice(["", ".", "_"]) + family[:4]).lower().replace("'", "")
        handle = self.r.choice(["", "@"]) + stem + self.digits(self.r.choice(["99", "999", "_9999"]), 0)
        return dict(lang=lang, family=family, given=given, name=name, handle=handle.strip("@"))

    def case(self, person, brand=None, product=None, day=None, handle=True, incident=None):
        brand = self.r.randrange(len(words.BRANDS)) if brand is None else brand
        product = self.r.randrange(len(words.PRODUCTS)) if product is None else product
        day = self.r.randrange(SPAN) if day is None else day
        lang = person["lang"]
        opened = START + day * DAY + datetime.timedelta(seconds=self.r.randrange(86400))
        shape = words.BRANDS[brand]
        incident = incident or self.incident(product)
        made = dict(
            id=f"X{len(self.cases):06d}", person=person, brand=brand, product=product, day=day, lang=lang,
            incident=incident, opened=opened, number=self.number(shape[2], opened.year),
            order=self.number(shape[3], opened.year) if self.r.random() < .7 else None,
            handle=person["handle"] if handle and self.r.random() < .55 else None,
            closed=opened + self.r.randrange(3, 50) * DAY if self.r.random() < .85 else None)
        self.cases.append(made)
        return made

    def population(self):
        plain = self.total // 7
        for _ in range(plain):
            self.case(self.person())
        self.pools["plain"] = list(self.cases)
        some = max(3, self.total // 140)
        self.pools["several"] = [c for _ in range(some) for c in self.several()]
        self.pools["household"] = [c for _ in range(some) for c in self.household()]
        self.pools["company"] = [c for _ in range(max(2, some // 2)) for c in self.company()]
        self.pools["twin"] = [c for _ in range(some // 2) for c in self.twins()]
        self.pools["namesake"] = [c for _ in range(some // 2) for c in self.namesakes()]
        self.pools["collide"] = [c for _ in range(some // 2) for c in self.collisions()]

    def several(self):
        person, day = self.person(), self.r.randrange(SPAN)
        brand, product = self.r.randrange(len(words.BRANDS)), self.r.randrange(len(words.PRODUCTS))
        first = self.case(person, brand, product, day)
        yield first
        for _ in range(self.r.choice([1, 1, 2])):
            same = self.r.random() < .4
            incident = self.incident(product, first["incident"]) if same else None
            other = product if same else (product + self.r.randrange(1, 9)) % len(words.PRODUCTS)
            yield self.case(person, brand, other, day + self.r.randrange(1, 21), incident=incident)

    def household(self):
        first = self.person()
        second = self.person(first["lang"], first["family"])
        while second["given"] == first["given"]:
            second = self.person(first["lang"], first["family"])
        second["handle"] = first["handle"]
        brand, day = self.r.randrange(len(words.BRANDS)), self.r.randrange(SPAN)
        for member in (first, second):
            yield self.case(member, brand, None, day + self.r.randrange(0, 40))

    def company(self):
        lang = self.r.choice(["ja", "en"])
        firm = self.r.choice(words.COMPANIES[lang])
        address = f"info@{''.join(c for c in firm.lower() if c.isascii() and c.isalpha()) or 'office'}{len(self.cases)}.example"
        brand, day = self.r.randrange(len(words.BRANDS)), self.r.randrange(SPAN)
        for _ in range(self.r.choice([2, 3, 4])):
            member = self.person(lang)
            member.update(handle=address, firm=firm)
            made = self.case(member, brand, None, day + self.r.randrange(0, 90))
            made["handle"] = address
            yield made

    def twins(self):
        person, day = self.person(), self.r.randrange(SPAN)
        brand = self.r.choice(list(words.TWINS))
        yield self.case(person, brand, None, day)
        yield self.case(dict(person, handle=self.person(person["lang"])["handle"]), words.TWINS[brand], None, day + 5)

    def namesakes(self):
        person = self.person()
        brand, day = self.r.randrange(len(words.BRANDS)), self.r.randrange(SPAN - 1500)
        yield self.case(person, brand, None, day)
        other = dict(person, handle=self.person(person["lang"])["handle"])
        yield self.case(other, brand, None, day + self.r.randrange(400, 1400))

    def collisions(self):
        """Two brands that number their cases alike."""
        first, second = self.case(self.person(), 10), self.case(self.person(), 6)
        second["number"] = first["number"] = self.digits("99999999", 0)
        yield from (first, second)

    # ---- how numbers and cases are written ----
    def spell(self, number):
        form = self.r.randrange(6)
        if form == 0:
            return number.replace("-", "").replace("/", "").replace(" ", "")
        if form == 1:
            return number.lower()
        if form == 2:
            return number.replace("-", " ").replace("/", " ")
        if form == 3:
            return number.lstrip("#第").rstrip("号")
        return number

    def wide(self, number, lang):
        kanji, kana = "〇一二三四五六七八九", ["ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ"]
        form = self.r.randrange(4) if lang == "ja" else 3
        if form == 0:
            return "".join(kanji[int(c)] if c.isdigit() else c for c in number)
        if form == 1:
            return "".join(kana[int(c)] if c.isdigit() else c for c in number)
        return "".join(chr(ord(c) + 0xFEE0) if 0x21 <= ord(c) <= 0x7E else c for c in number)

    def slip(self, number):
        places = [i for i, c in enumerate(number) if c.isdigit()]
        form = self.r.randrange(3)
        place = self.r.choice(places[1:-1])
        if form == 0:
            return number[:place] + str((int(number[place]) + self.r.randrange(1, 9)) % 10) + number[place + 1:]
        if form == 1:
            return number[:place] + number[place + 1:]
        after = places[places.index(place) + 1]
        swapped = list(number)
        swapped[place], swapped[after] = swapped[after], swapped[place]
        return "".join(swapped)

    def someone(self, lang):
        return self.person(lang)["name"]

    def case_row(self, case):
        person, lang = case["person"], case["lang"]
        day = lambda at: at and at.strftime("%Y-%m-%dT%H:%M:%SZ")
        return dict(
            case_id=case["id"], number=case["number"], order_no=case["order"], brand=self.brand(case["brand"], lang),
            product=self.product(case["product"], lang), customer=person["name"], customer_handle=case["handle"],
            channel=self.r.choice(["phone", "email", "web", "social"]), opened_at=day(case["opened"]),
            closed_at=day(case["closed"]), lang=lang, subject=case["incident"][0 if lang == "ja" else 1][0])
