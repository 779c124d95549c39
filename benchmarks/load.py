"""Send a bounded number of requests to a server on this machine and time each reply.

Runs as a process of its own, so that it never shares an interpreter with what it measures:
each line of standard input is a plan as JSON, the times go out as a line on standard output.
"""

import http.client
import json
import sys
import threading
import time

LOOPBACK = "127.0.0.1"
SECONDS_AT_MOST = 60


def run(plan):
    """Milliseconds per reply, and how many replies had each status."""
    stop_at = time.monotonic() + min(plan.get("seconds", 2), SECONDS_AT_MOST)
    shared = {"next": 0, "lock": threading.Lock(), "taken": [], "statuses": {}, "bytes": 0}
    workers = [threading.Thread(target=_connection, args=(plan, shared, stop_at)) for _ in range(plan["connections"])]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return {
        "taken": shared["taken"],
        "statuses": shared["statuses"],
        "bytes": shared["bytes"],
        "elapsed": time.perf_counter() - start,
    }


def _connection(plan, shared, stop_at):
    link = http.client.HTTPConnection(LOOPBACK, plan["port"], timeout=30)
    requests, count = plan["requests"], plan["count"]
    while time.monotonic() < stop_at:
        with shared["lock"]:
            number = shared["next"]
            if number >= count:
                break
            shared["next"] += 1
        ask = requests[number % len(requests)]
        body = ask.get("body")
        start = time.perf_counter()
        try:
            link.request(ask["method"], ask["path"], body.encode() if body else None, ask["headers"])
            reply = link.getresponse()
            size, status = len(reply.read()), reply.status
            if "login" in reply.headers.get("Location", ""):
                status = 401  # sent away to sign in: nothing was measured
        except (OSError, http.client.HTTPException):
            link.close()
            size, status = 0, 0
        taken = (time.perf_counter() - start) * 1000
        with shared["lock"]:
            shared["taken"].append(taken)
            shared["bytes"] += size
            shared["statuses"][str(status)] = shared["statuses"].get(str(status), 0) + 1
    link.close()


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)
