"""A cluster of real OpenSearch on this machine: a process a node, all state in one folder.

Maven fetches OpenSearch once; the nodes listen on free ports of 127.0.0.1 and end with who started them.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).parent
CLASSES, CLASSPATH = HERE / "target/classes", HERE / "target/classpath.txt"
HEAP = os.environ.get("OPENSEARCH_HEAP", "384m")
# A node of the tests lives for minutes: it starts twice as fast without the second compiler.
OPTIONS = os.environ.get("OPENSEARCH_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1").split()
NODES = 3
PATIENCE = 600  # seconds until a cluster has to be there


def lacking():
    """Why no cluster can be started here; empty where it can."""
    missing = [program for program in ("java", "mvn") if shutil.which(program) is None]
    return f"{' and '.join(missing)} not found: install Java 17 and Maven" if missing else ""


def compiled():
    """The class path of a node; Maven is asked where it is not there or older than its sources."""
    sources = [HERE / "pom.xml", *HERE.glob("src/**/*.java")]
    fresh = CLASSPATH.exists() and all(
        source.stat().st_mtime < CLASSPATH.stat().st_mtime for source in sources
    )
    if not fresh:
        subprocess.run(["mvn", "-q", "-B", "compile"], cwd=HERE, check=True)
        CLASSPATH.touch()
    return f"{CLASSES}{os.pathsep}{CLASSPATH.read_text(encoding='utf-8').strip()}"


def free_ports(number):
    """Ports that nobody listens on now."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


class Cluster:
    """`with Cluster() as cluster`: three nodes, stopped and wiped at the end."""

    def __init__(self, nodes=NODES):
        self.names = [f"node-{number}" for number in range(1, nodes + 1)]
        ports = free_ports(2 * nodes)
        self.http, self.transport = ports[:nodes], ports[nodes:]
        self.processes = {}

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="opensearch-"))
        try:
            self.classpath = compiled()
            for number in range(len(self.names)):
                self.start(number)
            self.wait(nodes=len(self.names))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for number in list(self.processes):
            self.stop(number)
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, prefix, **options):
        hosts = ",".join(f"127.0.0.1:{port}" for port in self.http)
        chosen = "&".join(f"{key}={value}" for key, value in options.items())
        return f"opensearch://{hosts}/{prefix}" + (f"?{chosen}" if chosen else "")

    # --- nodes

    def start(self, number):
        addresses = ",".join(f"127.0.0.1:{port}" for port in self.transport)
        name = self.names[number]
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[number] = subprocess.Popen(
                ["java", f"-Xms{HEAP}", f"-Xmx{HEAP}", *OPTIONS, "-cp", self.classpath, "cluster.Node",
                 str(self.folder), name, str(self.http[number]), str(self.transport[number]),
                 ",".join(self.names), addresses],
                stdin=subprocess.PIPE, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def kill(self, number):
        """Without any warning to it."""
        process = self.processes.pop(number)
        process.send_signal(signal.SIGKILL)
        process.communicate()

    def stop(self, number):
        process = self.processes.pop(number)
        try:
            process.communicate(timeout=30)  # closes its standard input
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

    # --- what it says of itself

    def get(self, number, path):
        address = f"http://127.0.0.1:{self.http[number]}{path}"
        with urllib.request.urlopen(address, timeout=30) as answer:
            return json.load(answer)

    def wait(self, nodes, status="green"):
        """Until so many nodes are together and every copy of every shard is where it should be."""
        last, until = None, time.monotonic() + PATIENCE
        while time.monotonic() < until:
            self.check_alive()
            number = next(iter(self.processes))
            try:
                health = last = self.get(number, "/_cluster/health")
            except (OSError, urllib.error.URLError) as error:
                last = error
            else:
                if health["number_of_nodes"] == nodes and health["status"] == status:
                    return
            time.sleep(0.3)
        raise TimeoutError(f"no cluster of {nodes} nodes after {PATIENCE} s: {last}\n{self.logs()}")

    def check_alive(self):
        for number, process in self.processes.items():
            if process.poll() is not None:
                raise RuntimeError(f"{self.names[number]} ended\n{self.logs()}")

    def logs(self):
        tails = (path.read_text(errors="replace")[-2000:] for path in self.folder.glob("*.log"))
        return "\n".join(tails)
