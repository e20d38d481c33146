"""A workspace of the sample, and `koe serve` over it on a port that is free."""
import pathlib
import subprocess


class Served:
    def __init__(self, koe, folder):
        self.koe = koe
        self.workspace = pathlib.Path(folder) / "workspace"
        self.report = self.workspace / "reports" / "latest"
        self.english = self.workspace / "reports" / "en"
        self.address = None
        self._process = None

    def make(self):
        """The workspace with its report in both languages."""
        subprocess.run([self.koe, "sample", str(self.workspace)], check=True, stdout=subprocess.DEVNULL)
        self.run("run")
        self.run("report", "--lang", "en", "--out", str(self.english))

    def run(self, *arguments):
        """What a command of Koe prints."""
        command = [self.koe, "-w", str(self.workspace), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def __enter__(self):
        command = [self.koe, "-w", str(self.workspace), "serve", "--port", "0"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for line in self._process.stdout:
            start = line.find("http://")
            if start >= 0:
                self.address = line[start:].split()[0].rstrip("/")
                return self
        raise SystemExit("koe serve ended before it said where it listens")

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(20)

    def report_pages(self):
        """Addresses of all pages of the report in both languages, as files."""
        return [page.as_uri() for folder in (self.report, self.english) for page in sorted(folder.rglob("*.html"))]
