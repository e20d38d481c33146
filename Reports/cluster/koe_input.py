"""The comments and cases that the job reads: their columns, and whether they are those of the workspace."""
import collections

import koe_spark
from koe_shell import Stop, UNREADABLE

COMMENT = """row BIGINT, source STRING, external_id STRING, text STRING, title STRING, own_title STRING, lang STRING,
    author STRING, author_id STRING, role STRING, brand STRING, product STRING, posted_at BIGINT, thread_id STRING,
    in_reply_to STRING, case_number STRING, order_number STRING, channel STRING, app_version STRING, rating BIGINT, rating_low BIGINT,
    rating_high BIGINT, answers STRING"""
CASE = """case_row BIGINT, case_id STRING, is_story BOOLEAN, number STRING, order_number STRING, brand STRING,
    product STRING, customer STRING, customer_handle STRING, opened_at BIGINT, closed_at BIGINT, subject STRING"""

# A kind of rows: its name and that of its sums in frozen.json, the file of its rows, their columns, and their number.
Kind = collections.namedtuple("Kind", "name sums file schema key")
COMMENTS = Kind("comments", "comment_sums", "comments.ndjson", COMMENT, "row")
CASES = Kind("cases", "case_sums", "cases.ndjson", CASE, "case_row")


class Input:
    """The rows of a job: `comments` and `cases`, with the names and types of `COMMENT` and `CASE`.

    `work`: the folder that koe cluster has written; `frozen`: what it has written of the workspace; `comments`: another
    place of the comments.
    """

    def __init__(self, spark, work, frozen, comments):
        from pyspark.sql import functions

        self.spark, self.work, self.frozen, self.f = spark, work, frozen, functions
        self.comments_place = comments or f"{work}/{COMMENTS.file}"
        self.comments = self.read(self.comments_place, COMMENT)
        self.cases = self.read(f"{work}/{CASES.file}", CASE)

    def require(self):
        """Stops unless the rows are those of the workspace, each once and to the last byte."""
        self.require_rows(self.comments, COMMENTS, self.comments_place)
        self.require_rows(self.cases, CASES, f"{self.work}/{CASES.file}")

    def read(self, path, schema):
        """Rows of NDJSON or Parquet with the names and types of a schema; anything else is an error."""
        fields = self.spark.createDataFrame([], schema).schema.fields
        if not self.is_parquet(path):
            return self.spark.read.schema(schema).option("mode", "FAILFAST").json(koe_spark.escaped(path))
        rows = self.spark.read.parquet(koe_spark.escaped(path))
        require_names(path, rows.columns, fields)
        lacking = [field.name for field in fields if field.name not in rows.columns]
        if lacking:
            raise Stop(UNREADABLE, f"{path} has no column {', '.join(lacking)}")
        # A cast would make seconds of times and whole numbers of fractions, without a word.
        wrong = [f"{field.name} is {rows.schema[field.name].dataType.simpleString()} and not "
                 f"{field.dataType.simpleString()}" for field in fields
                 if rows.schema[field.name].dataType != field.dataType]
        if wrong:
            raise Stop(UNREADABLE, f"{path}: {', '.join(wrong)}")
        return rows.select([field.name for field in fields])

    def is_parquet(self, path):
        if path.rstrip("/").endswith(".parquet"):
            return True
        system, place = koe_spark.hadoop_path(self.spark, path)
        if not system.exists(place):
            raise Stop(UNREADABLE, f"{path} is not there")
        if not system.getFileStatus(place).isDirectory():
            return False
        return any(status.getPath().getName().endswith(".parquet") for status in system.listStatus(place))

    def require_rows(self, rows, kind, path):
        """Stops unless rows of a kind are those of the workspace, and says in what they differ."""
        written = f"{self.work}/{kind.file}"
        if path != written and not self.is_parquet(path):
            # Spark passes over the members of an object that its schema does not name.
            lines = self.spark.read.text(koe_spark.escaped(path))
            names = lines.select(self.f.explode(self.f.json_object_keys("value")))
            require_names(path, [name for (name,) in names.distinct().collect()], rows.schema.fields)
        expected = (self.frozen[kind.name], self.frozen[kind.sums])
        read = self.sums(rows)
        if read == expected:
            return
        words = f"{path} holds {read[0]} {kind.name}, which are not the {expected[0]} of the workspace"
        if path == written:
            raise Stop(UNREADABLE, f"{words}: the file is not as koe cluster has written it; run koe cluster again")
        own = self.read(written, kind.schema)
        first = self.first_difference(own, rows, kind.key) if self.sums(own) == expected else None
        raise Stop(UNREADABLE, words + (f": {first}" if first else ""))

    def sums(self, rows):
        """The number of rows, and eight sums by which they are known again in any order: RowSums.swift makes the same."""
        f = self.f

        def told(name):
            value = f.col(name).cast("STRING")
            return f.coalesce(f.concat(f.octet_length(value).cast("STRING"), f.lit(":"), value), f.lit("-"))

        digest = rows.select(f.sha2(f.concat(*map(told, rows.columns)), 256).alias("digest"))
        words = [f.sum(f.conv(f.substring("digest", place, 8), 16, 10).cast("BIGINT")) for place in range(1, 65, 8)]
        count, *sums = digest.agg(f.count("*"), *words).first()
        return count, [number or 0 for number in sums]

    def first_difference(self, own, rows, key):
        """In which row and columns rows differ from those of the workspace; their values are nobody's business here."""
        f = self.f
        twice = rows.groupBy(key).count().where(f"count > 1 OR {key} IS NULL").orderBy(key).first()
        if twice:
            return f"row {twice[0]} stands there {twice[1]} times" if twice[0] is not None else "a row has no number"
        left = own.select(key, f.struct("*").alias("own"))
        right = rows.select(key, f.struct("*").alias("read"))
        row = left.join(right, key, "full_outer").where("NOT own <=> read").orderBy(key).first()
        if row.read is None:
            return f"the first that differs is row {row[key]}, which is missing"
        if row.own is None:
            return f"the first that differs is row {row[key]}, which the workspace does not have"
        names = [name for name in own.columns if row.own[name] != row.read[name]]
        return f"the first that differs is row {row[key]}, in {', '.join(names)}"


def require_names(path, names, fields):
    """Stops where a row has a column that no row has."""
    unknown = sorted(set(names) - {field.name for field in fields})
    if unknown:
        raise Stop(UNREADABLE, f"{path} has the unknown column {', '.join(unknown)}; rows have "
                               f"{', '.join(field.name for field in fields)}")
