"""`make opensearch`: three nodes until Ctrl-C, with the address to set as SEARCH_URL. OPENSEARCH_NODES=1: one."""

import os
import signal
import sys
import threading

from tests.opensearch.cluster import NODES, Cluster, lacking


def main():
    reason = lacking()
    if reason:
        sys.exit(f"OpenSearch cannot be started: {reason}.")
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    nodes = int(os.environ.get("OPENSEARCH_NODES", NODES))
    print(f"starting nodes: {nodes} …", file=sys.stderr, flush=True)
    with Cluster(nodes) as cluster:
        print(f"SEARCH_URL={cluster.url('kho')}", flush=True)
        print("Ctrl-C ends them and deletes what they hold.", file=sys.stderr, flush=True)
        ended.wait()


if __name__ == "__main__":
    main()
