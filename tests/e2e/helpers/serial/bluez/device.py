"""A device as it is at the far end of a channel: it does what a test has told it, and logs what happens to it.

- "asked": the browser wants a channel. Then "refused" with the `error`, or "opened"; "rejected" with the `error` where
  the browser does not take the channel after all.
- "received": `bytes` have come. Behind that stands for each frame in them a "message" with its `sequence` and its
  `payload`, an "acknowledgement" with its `sequence`, or "nonsense" with the `bytes` between the marks.
- "sent": it has sent `bytes`.
- "hung up" where the device ends a channel, and "closed" where the browser does.
"""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass, field

from dbus_fast import DBusError

import frames
from frames import ACKNOWLEDGEMENT, MESSAGE, Frame

READ_BYTES = 4096
# Long enough for what was sent before to be read by itself.
PAUSE_BETWEEN_CHUNKS_SECONDS = 0.02

# What becomes of a channel that is asked for: it opens, or nothing happens until the test says more.
OPENS, WAITS = "opens", "waits"


@dataclass
class Behaviour:
    """What a test can tell a device. Bytes are in hexadecimal."""

    # One of the two above, or the name of the error that comes instead.
    opening: str = OPENS
    # What it answers to which payload, each a payload as well, or {"bytes": …} as they are. It is silent on others.
    answers: dict[str, list] = field(default_factory=dict)
    # So many messages of each channel are lost on it at first.
    ignores: int = 0
    acknowledges: bool = True
    # It sends so many bytes at a time; all at once if none.
    chunk: int = 0
    # It sends all that belongs to one message at once.
    joins: bool = False
    # What comes before each frame.
    garbage: str = ""
    # It hangs up once it has answered so many messages of a channel; none is never.
    lasts: int | None = None


class Device:
    def __init__(self, log: Callable[..., None]):
        self.log = log
        self.behaviour = Behaviour()
        self._channel: Channel | None = None
        self._decision: asyncio.Future | None = None

    def behave(self, behaviour: dict) -> None:
        self.behaviour = Behaviour(**behaviour)

    async def decide(self) -> None:
        """Lets a channel be opened, or fails as BlueZ does; that may wait for the test."""
        self.log("asked")
        opening = self.behaviour.opening
        if opening == WAITS:
            self._decision = asyncio.get_running_loop().create_future()
            opening = await self._decision
        if opening != OPENS:
            self.log("refused", error=opening)
            raise DBusError(opening, "as the test has it")

    def settle(self, opening: str) -> None:
        """Says what becomes of a channel that waits."""
        if self._decision is None or self._decision.done():
            raise LookupError("no channel waits")
        self._decision.set_result(opening)

    def open(self) -> socket.socket:
        """Opens a channel, and gives the end that is the browser's."""
        near, far = socket.socketpair()
        self._channel = Channel(self, far)
        self.log("opened")
        return near

    @property
    def channel(self) -> "Channel":
        """The channel that was opened last."""
        if self._channel is None:
            raise LookupError("no channel was opened to this device")
        return self._channel

    def leave(self) -> None:
        """Ends whatever goes on."""
        if self._channel is not None:
            self._channel.hang_up()
        if self._decision is not None and not self._decision.done():
            self._decision.set_result("org.bluez.Error.Canceled")


class Channel:
    def __init__(self, device: Device, far: socket.socket):
        self._device = device
        self._far = far
        self._far.setblocking(False)
        self._is_over = False
        self._sequence = 0
        self._n_messages = 0
        # The loop itself would forget a task that nobody else holds.
        self._task = asyncio.create_task(self._run())

    async def send(self, *items) -> None:
        """Sends these, each a payload or {"bytes": …} as they are."""
        await self._send_all([self._encode(item) for item in items])

    def hang_up(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._device.log("hung up")
            self._far.shutdown(socket.SHUT_RDWR)

    async def _run(self) -> None:
        if self._device.behaviour.lasts == 0:
            self.hang_up()
        received = bytearray()
        try:
            while read := await asyncio.get_running_loop().sock_recv(self._far, READ_BYTES):
                self._device.log("received", bytes=read.hex())
                received += read
                for content in frames.cut(received):
                    await self._receive(content)
        except ConnectionError:
            # The browser went away without reading all that was sent to it.
            pass
        if not self._is_over:
            self._is_over = True
            self._device.log("closed")
        self._far.close()

    async def _receive(self, content: bytes) -> None:
        frame = frames.decode(content)
        match frame:
            case Frame(kind=kind, sequence=sequence, payload=b"") if kind == ACKNOWLEDGEMENT:
                self._device.log("acknowledgement", sequence=sequence)
            case Frame(kind=kind, sequence=sequence, payload=payload) if kind == MESSAGE:
                self._device.log("message", sequence=sequence, payload=payload.hex())
                await self._answer(frame)
            case _:
                self._device.log("nonsense", bytes=content.hex())

    async def _answer(self, message: Frame) -> None:
        behaviour = self._device.behaviour
        if self._is_over:
            return
        self._n_messages += 1
        if self._n_messages > behaviour.ignores:
            acknowledgement = Frame(ACKNOWLEDGEMENT, 1 - message.sequence)
            answers = [self._encode(item) for item in behaviour.answers.get(message.payload.hex(), [])]
            await self._send_all([acknowledgement.encode()] * behaviour.acknowledges + answers)
        if self._n_messages == behaviour.lasts:
            self.hang_up()

    def _encode(self, item) -> bytes:
        if isinstance(item, dict):
            return bytes.fromhex(item["bytes"])
        frame = Frame(MESSAGE, self._sequence, bytes.fromhex(item))
        self._sequence = 1 - self._sequence
        return frame.encode()

    async def _send_all(self, encoded: list[bytes]) -> None:
        behaviour = self._device.behaviour
        encoded = [bytes.fromhex(behaviour.garbage) + it for it in encoded]
        for part in [b"".join(encoded)] if behaviour.joins else encoded:
            self._device.log("sent", bytes=part.hex())
            await self._send_chunks(part, behaviour.chunk or len(part))

    async def _send_chunks(self, part: bytes, size: int) -> None:
        for start in range(0, len(part), size):
            if start > 0:
                await asyncio.sleep(PAUSE_BETWEEN_CHUNKS_SECONDS)
            await asyncio.get_running_loop().sock_sendall(self._far, part[start : start + size])
