"""One side of the comparison as a process of its own, because two Django settings cannot share one."""

import importlib
import json
import os
import subprocess
import sys
import traceback


class SideFailed(Exception):
    """A side could not do what was asked; its own words are in the message."""


class Side:
    """The harness's hold on a side: ask it something, get the answer."""

    def __init__(self, name, environment):
        self.name = name
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.side", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )

    def send(self, do, **details):
        self.process.stdin.write(json.dumps({"do": do, **details}) + "\n")
        self.process.stdin.flush()

    def receive(self):
        line = self.process.stdout.readline()
        if not line:
            raise SideFailed(f"{self.name} ended with {self.process.wait()}")
        answer = json.loads(line)
        if "failed" in answer:
            raise SideFailed(f"{self.name}: {answer['failed']}")
        return answer["result"]

    def ask(self, do, **details):
        self.send(do, **details)
        return self.receive()

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()


def serve(name):
    """Answer questions from standard input until it closes."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print must not end up between the answers
    commands = importlib.import_module(f"benchmarks.{name}_side").COMMANDS
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"result": commands[request.pop("do")](**request)}
        except Exception:
            answer = {"failed": traceback.format_exc()}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.argv[1])
