"""Spark as the job uses it: its start and its end, the files of its file systems, and what its errors say."""
import os
import pathlib
import re
import sys

import koe_ask

ATTEMPTS = 3  # times that a partition is tried
WORDS = 2000  # characters that are quoted of Spark
PATIENCE = 30  # seconds that Java has to end


def session(arguments):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("koe")
    if arguments.master:
        # Spark on one machine tries a task once unless its master says otherwise.
        local = re.fullmatch(r"local(?:\[(\d+|\*)\])?", arguments.master)
        builder = builder.master(f"local[{local.group(1) or 1},{ATTEMPTS}]" if local else arguments.master)
        builder = builder.config("spark.driver.memory", arguments.memory).config("spark.ui.enabled", "false")
        os.environ["PYSPARK_PYTHON"] = sys.executable
        # Files of the job hold what customers wrote, and are this user's alone.
        builder = builder.config("spark.hadoop.fs.permissions.umask-mode", "077")
        # What does not fit into memory is written beside the rows, so that it goes with them even when Spark is killed;
        # Spark splits the setting at commas.
        if "," not in arguments.work:
            builder = builder.config("spark.local.dir", os.path.join(os.path.abspath(arguments.work), "scratch"))
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    for name, value in {
        "spark.task.maxFailures": ATTEMPTS,
        "spark.sql.shuffle.partitions": arguments.partitions,
        # As many partitions as were asked for: fewer of them would starve the cores, koe being most of the work.
        "spark.sql.adaptive.enabled": "false",
        # A sum that leaves 64 bits is an error and no other number.
        "spark.sql.ansi.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": 1000,
        # What a task has written counts only once the job takes it over: a task that is tried again leaves nothing.
        "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": 1,
    }.items():
        builder = builder.config(name, str(value))
    spark = builder.getOrCreate()
    if arguments.master:
        # What tasks run; spark-submit is told to ship it.
        spark.sparkContext.addPyFile(pathlib.Path(koe_ask.__file__).absolute().as_uri())
    return spark


def stop(spark):
    """Ends Spark, and waits for the Java that this process has started for it."""
    gateway = spark._sc._gateway
    spark.stop()
    java = getattr(gateway, "proc", None)
    if java:
        gateway.shutdown()
        java.stdin.close()
        java.wait(timeout=PATIENCE)


def escaped(path):
    """A path that Spark reads as it stands: it takes brackets, braces, asterisks and question marks for patterns."""
    return re.sub(r"([\\\[\]{}*?])", r"\\\1", path)


def hadoop_path(spark, path):
    place = spark._jvm.org.apache.hadoop.fs.Path(path)
    return place.getFileSystem(spark._jsc.hadoopConfiguration()), place


def remove(spark, path):
    system, place = hadoop_path(spark, path)
    system.delete(place, True)


def write_text(spark, path, text):
    system, place = hadoop_path(spark, path)
    stream = system.create(place, True)
    stream.write(bytearray(text.encode()))
    stream.close()


def digests(spark, path):
    """Name, size and SHA-256 of each file of rows in a folder, by which koe measure --from knows them again."""
    java = spark._jvm.java
    system, place = hadoop_path(spark, path)
    files = []
    for status in system.listStatus(place):
        name = status.getPath().getName()
        if name.startswith(("_", ".")):
            continue
        digest = java.security.MessageDigest.getInstance("SHA-256")
        sink = java.security.DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest)
        spark._jvm.org.apache.hadoop.io.IOUtils.copyBytes(
            system.open(status.getPath()), sink, spark._jsc.hadoopConfiguration(), True)
        files.append({"name": name, "bytes": status.getLen(), "sha256": bytes(digest.digest()).hex()})
    return sorted(files, key=lambda file: file["name"])


def words_of(error):
    """What went wrong, for a person: what koe said on a worker, or else the first lines of Spark's own words."""
    text = str(error)
    said = re.findall(r"KoeFailed: (.*)", text)
    if said:
        return f"a partition failed {ATTEMPTS} times; the last time: {said[0]}"
    if "MALFORMED_RECORD" in text:
        # Spark quotes the record, which is what a customer wrote.
        file = re.search(r"reading file (.+?)\. +SQLSTATE", text)
        return f"{file.group(1)} holds a line that is no row: it is not JSON, or a member of it has another type" if file \
            else "an answer of koe is not JSON"
    if "JAVA_GATEWAY_EXITED" in text:
        return "Java ended before Spark had started; why stands in the log of the job"
    lines = [line for line in text.splitlines() if line.strip() and not re.match(r"\s+(at|File|\.\.\.) ?", line)]
    return "\n".join(lines[:3] + lines[3:][-5:])[:WORDS]
