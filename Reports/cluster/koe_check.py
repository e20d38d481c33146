"""What a job of koe cluster needs of a machine: Java, PySpark, Arrow, and a koe that can score there."""
import importlib
import os
import re
import shutil
import subprocess
import sys

JAVAS = (17, 21)
PATIENCE = 60  # seconds that a Java has to say which it is
# module, least version, what a version looks like that is good
MODULES = [("pyspark", "4.1 or later, below 5", r"4\.[1-9]"), ("pyarrow", "18 or later", r"(1[89]|[2-9]\d)\."),
           ("pandas", "2 or later", r"[2-9]\.")]
# What the job takes from them: a module of the same name may be another's.
PARTS = ["pyspark.sql", "pyarrow.parquet"]


def problems(koe, data):
    """What is missing, in words for a person; nothing when a job can run.

    `koe`: the program, where this machine is to run it; `data`: the folder that holds its word lists.
    """
    found = [java_problem(), python_problem()]
    if not found[-1]:
        found += [module_problem(*module) for module in MODULES]
        found += [] if any(found) else [part_problem(part) for part in PARTS]
    if koe:
        found.append(koe_problem(koe, data))
    return [problem for problem in found if problem]


def java_problem():
    """Spark takes the Java of JAVA_HOME where that is set, and otherwise the one on the path."""
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin/java") if home else shutil.which("java")
    advice = f"set JAVA_HOME to the folder of a Java {JAVAS[0]} or {JAVAS[1]}, or unset it" if home else \
        f"install one (apt-get install openjdk-{JAVAS[0]}-jre-headless), or set JAVA_HOME"
    place = f"JAVA_HOME is \"{home}\"" if home else f"the Java on the path is {java}"
    if not java:
        return f"there is no Java: {advice}"
    if not os.path.isfile(java):
        return f"there is no Java: {place}, and {java} is not there; {advice}"
    try:
        ran = subprocess.run([java, "-version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
    except OSError as error:
        return f"there is no Java: {place}, and {java} cannot be started ({error.strerror}); {advice}"
    except subprocess.TimeoutExpired:
        return f"there is no Java: {place}, and {java} -version does not end; {advice}"
    said = (ran.stderr + ran.stdout).decode("utf-8", "replace")
    number = re.search(r'version "(\d+)', said)
    if ran.returncode != 0 or not number:
        return f"there is no Java: {place}, and {java} -version ended with status {ran.returncode}{first_line(said)}; " \
               f"{advice}"
    if int(number.group(1)) not in JAVAS:
        return f"{place}, which is Java {number.group(1)}; Spark 4 needs {JAVAS[0]} or {JAVAS[1]}: {advice}"
    return None


def first_line(said):
    """What a program said, where it said anything."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return f" and said \"{lines[0][:200]}\"" if lines else " and said nothing"


def python_problem():
    if sys.version_info < (3, 10):
        return f"{sys.executable} is Python {sys.version.split()[0]}, and PySpark 4 needs 3.10 or later; name another " \
               "with --python"
    return None


def module_problem(name, least, pattern):
    """Whether a module is there, is what its name says, and is new enough."""
    advice = "make setup-cluster, or name another Python with --python"
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        return f"{sys.executable} has no {error.name or name}: {advice}"
    except Exception as error:  # What stands under the name may be anything.
        return f"{sys.executable} cannot load {name} ({type(error).__name__}: {error}): {advice}"
    version = getattr(module, "__version__", None)
    if not isinstance(version, str):
        return f"what {sys.executable} finds as {name} in {place_of(module)} is another module, without a version: " \
               f"take it away, or name another Python with --python"
    if not re.match(pattern, version):
        return f"{name} is {version} and must be {least}: {advice}"
    return None


def part_problem(name):
    try:
        importlib.import_module(name)
    except Exception as error:  # What stands under the name may be anything.
        package = sys.modules[name.split(".")[0]]
        return f"what {sys.executable} finds as {package.__name__} in {place_of(package)} is another module, or a part " \
               f"of it ({type(error).__name__}: {error}): take it away, or name another Python with --python"
    return None


def place_of(module):
    return getattr(module, "__file__", None) or next(iter(getattr(module, "__path__", [])), "a place of its own")


def koe_problem(koe, data):
    score = [koe, "score", "--stream", "--trailer", "--data", data]
    try:
        ran = subprocess.run(score, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    except OSError as error:
        return f"{koe} cannot be started: {error.strerror}"
    return f"{koe} cannot score here: {ran.stderr.strip()}" if ran.returncode != 0 else None
