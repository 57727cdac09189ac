"""A fake BlueZ on a D-Bus of the tests' own: `main.py <address of the bus> <path of its own socket>`.

It prints a line once it is ready. Then the test connects to the socket, and all goes in lines of JSON: commands like
{"id": 1, "command": "unpair", "arguments": {"address": …}}, for each of them {"id": 1} or {"id": 1, "error": …},
and {"address": …, "entry": {"what": …}} for all that happens to a device. It ends when the connection does.
"""

import asyncio
import json
import sys

from dbus_fast.aio import MessageBus

from service import BlueZ


class Control:
    """The connection to the test."""

    def __init__(self):
        self._writer: asyncio.StreamWriter | None = None
        self._is_over = asyncio.Event()
        self._commands = {}

    async def run(self, bus_address: str, socket_path: str) -> None:
        bus = await MessageBus(bus_address=bus_address, negotiate_unix_fd=True).connect()
        bluez = BlueZ(bus, self.log)
        await bluez.start()
        self._commands = commands(bluez)
        server = await asyncio.start_unix_server(self._serve, socket_path)
        print("ready", flush=True)
        await self._is_over.wait()
        server.close()

    def log(self, address: str, what: str, **details) -> None:
        self._send({"address": address, "entry": {"what": what, **details}})

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        while line := await reader.readline():
            request = json.loads(line)
            try:
                done = self._commands[request["command"]](**request["arguments"])
                if asyncio.iscoroutine(done):
                    await done
                self._send({"id": request["id"]})
            except Exception as error:
                self._send({"id": request["id"], "error": repr(error)})
        self._is_over.set()

    def _send(self, message: dict) -> None:
        if self._writer is not None:
            self._writer.write(json.dumps(message).encode() + b"\n")


def commands(bluez: BlueZ) -> dict:
    """All that a test can ask for."""
    return {
        "reset": bluez.reset,
        "switch": bluez.switch,
        "removeAdapter": bluez.remove_adapter,
        "pair": bluez.pair,
        "place": bluez.place,
        "unpair": bluez.unpair,
        "link": bluez.link,
        "behave": lambda address, behaviour: bluez.device(address).behave(behaviour),
        "settle": lambda address, opening: bluez.device(address).settle(opening),
        "send": lambda address, items: bluez.device(address).channel.send(*items),
        "hangUp": lambda address: bluez.device(address).channel.hang_up(),
        "drop": lambda address: bluez.device(address).drop(),
    }


asyncio.run(Control().run(*sys.argv[1:]))
