"""Mail server and text message gateway of a run, in a process of their own: `python -m faults.receiver PORT PORT FILE`.

What it wrote down before it said that it has it is the effect; the sender may be killed at any moment.
"""

import asyncio
import json
import re
import sys
import time
from email import message_from_bytes
from pathlib import Path

from faults import TEXT
from faults.ledger import Ledger

END = b".\r\n"
LENGTH = re.compile(rb"(?i)content-length: (\d+)")
ANSWERS = {b"QUIT": b"221 bye", b"DATA": b"354 go on"}
KNOWN = (b"EHLO", b"HELO", b"MAIL", b"RCPT", b"RSET", b"NOOP", *ANSWERS)


class Receiver:
    """Takes every message, and keeps who it was for and under which key it came."""

    def __init__(self, kept):
        self.kept = kept

    async def talk(self, reader, writer):
        """One sender, from its hello until it goes or is killed."""
        try:
            await self.say(writer, b"220 faults")
            while line := await reader.readline():
                verb = line[:4].upper()
                await self.say(writer, ANSWERS.get(verb, b"250 ok") if verb in KNOWN else b"502 unknown")
                if verb == b"QUIT":
                    break
                if verb == b"DATA" and (message := await self.message(reader)) is not None:
                    self.keep(message)
                    await self.say(writer, b"250 kept")
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # it was killed
        finally:
            writer.close()

    async def say(self, writer, words):
        """One line of answer."""
        writer.write(words + b"\r\n")
        await writer.drain()

    async def message(self, reader):
        """The whole message; None when its sender went away half way."""
        read = []
        while line := await reader.readline():
            if line == END:
                return b"".join(read)
            read.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return None

    def keep(self, message):
        """Write down that it arrived."""
        told = message_from_bytes(message)
        self.kept.write(at=time.time(), key=told["X-Effect-Key"], id=told["Message-ID"], to=told["To"])


class Gateway:
    """Takes every text message, one a connection, and keeps who it was for and under which key it came."""

    def __init__(self, kept):
        self.kept = kept

    async def talk(self, reader, writer):
        """One sender, from its request until it goes or is killed."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            told = json.loads(await reader.readexactly(int(LENGTH.search(head)[1])))
            self.kept.write(at=time.time(), key=TEXT + told["key"], to=told["to"])
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # it was killed
        finally:
            writer.close()


async def serve(mails, texts, path):
    """Receive until the process ends."""
    kept = Ledger(path)
    desks = [await asyncio.start_server(Receiver(kept).talk, "127.0.0.1", mails)]
    desks.append(await asyncio.start_server(Gateway(kept).talk, "127.0.0.1", texts))
    await asyncio.gather(*(desk.serve_forever() for desk in desks))


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
